using Fulcrum.Findings.Kept;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Commitments;

/// <summary>What a ledger tells without a model, and issues without a course of failure.</summary>
public sealed class LedgerAloneTests : IDisposable
{
    private const string Parties = """
        fulcrum: 1
        case: A ledger
        starts: 2025-01-01
        as-of: 2025-03-01
        parties: {envoy: {role: mediator}, north: {role: principal}, south: {role: principal}}
        levers: {port: {holder: north}}

        """;

    private const string Moves = """
        moves:
          m1: {date: 2025-02-01, by: envoy, to: north, kind: threaten, what: threatens a tariff}
          m2: {date: 2025-02-03, by: envoy, to: south, kind: give, what: gives a loan}
          m3: {date: 2025-02-05, by: envoy, to: [north, south], kind: demand, what: asks both}
          m4: {date: 2025-02-06, by: north, to: south, kind: threaten, what: threatens to close the port, lever: port, standing: announced}
          m5: {date: 2025-02-16, by: north, to: south, kind: impose, what: closes the port, lever: port, standing: in-force}

        """;

    [Fact]
    public void Tilt_of_a_mediator_is_counted_without_a_model()
    {
        TrendAnswer answer = Open(Parties, Moves).Trend(new AnalyzeOptions()).Value.ShouldNotBeNull();

        answer.Mediators.Single().Tilt.Select(t => (t.Party, t.Benefits, t.Pressure)).ShouldBe([("north", 0, 2), ("south", 1, 1)]);
        answer.Sentences.Select(s => s.Id).ShouldBe(["trend.mediator.envoy", "trend.year"]);
        answer.Sentences[1].Text.ShouldBe("The case has no model: nothing can be said about time.");
        (answer.Parties.Count, answer.Zone.Count, answer.Ripeness, answer.Method.Draws).ShouldBe((0, 0, null, 0));
    }

    [Fact]
    public void Analysis_of_a_ledger_alone_tells_the_tilt() =>
        Open(Parties, Moves).Analyze(new AnalyzeOptions { Checks = true }).Value!.Commitments!.Trend!.Sentences[0].Text
            .ShouldBe("Envoy's moves in the ledger: towards North 0 benefits and 2 acts of pressure; towards South 1 benefit and 1 act of pressure.");

    [Fact]
    public void Record_of_threats_is_counted_without_a_model()
    {
        CredibilityAnswer answer = Open(Parties, Moves).Credibility(new AnalyzeOptions()).Value.ShouldNotBeNull();

        (answer.Records.Single().Party, answer.Records.Single().CarriedOut).ShouldBe(("north", 1));
        answer.Sentences.Single().Text.ShouldBe("In the ledger: North made 1 threat or promise, of which it carried out 1 and withdrew 0.");
    }

    [Fact]
    public void Case_without_anything_to_count_is_still_refused()
    {
        Open(Parties, "moves: {}\n").Trend(new AnalyzeOptions()).Problems.ShouldContain(p => p.Code == "solve/no-model");
        Open(Parties, "moves: {}\n").Credibility(new AnalyzeOptions()).Problems.ShouldContain(p => p.Code == "solve/no-model");
    }

    // What follows if talks fail plays no part in a division.
    [Fact]
    public void Issues_are_divided_without_a_course_of_failure()
    {
        Open(Parties + Issues, "").Divide(CaseRequest.Base, []).Value.ShouldNotBeNull();
    }

    // Of four deals the one that gives each side what it cares for less is worse for both; which are open needs the value of failing.
    [Fact]
    public void Efficient_deals_are_found_without_a_course_of_failure()
    {
        Fulcrum.Findings.FrontierAnswer answer = Open(Parties + Issues, "").Frontier(CaseRequest.Base, new Fulcrum.Bargaining.FrontierOptions { Lottery = true }).Value.ShouldNotBeNull();

        answer.Points.Select(p => (p.Utilities[0], p.Utilities[1])).ShouldBe([(100, 0), (75, 75), (0, 100)]);
        answer.Points.ShouldAllBe(p => !p.Open && p.Lottery == true);
        answer.Notes.ShouldContain(n => n.StartsWith("The case states no course without agreement", StringComparison.Ordinal));
        Open(Parties + Issues, "").Frontier(CaseRequest.Base, new Fulcrum.Bargaining.FrontierOptions { OpenOnly = true }).Problems.ShouldContain(p => p.Code == "solve/no-model");
    }

    private const string Issues = "issues: {ore: {options: [ours, theirs], north: {ours: 100, theirs: 0}, south: {ours: 0, theirs: 100}}, port: {options: [ours, theirs], north: {ours: 100, theirs: 0}, south: {ours: 0, theirs: 100}}}\n"
        + "weights: {north: {ore: 3, port: 1}, south: {ore: 1, port: 3}}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Workbench Open(string @case, string ledger)
    {
        _folder.Write("case.yaml", @case);
        if (ledger.Length > 0)
        {
            _folder.Write("ledger.yaml", ledger);
        }
        return Workbench.Open(_folder.Path);
    }
}
