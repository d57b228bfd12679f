using System.Text.Json;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>Six parties, 720 deals, five signatures are enough: the recorded answers against a list of all deals, worked out from the case's numbers alone.</summary>
public sealed class HarbourSitingTests
{
    private const string Name = "harbour-siting";
    private const double Rounding = 1e-9;

    private static readonly JsonElement Expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Studied.Folder(Name), "expected.json"))).RootElement;
    private static readonly Case Harbour = Studied.Read(Name);
    private static readonly string[] All = ["company", "ministry", "league", "dockworkers", "rivals", "province"];

    [Fact]
    public void Deals_are_counted_as_recorded()
    {
        int[][] deals = [.. Deals()];
        string[] ofFour = All[2..];

        deals.Length.ShouldBe(Expected.GetProperty("deals").GetInt32());
        deals.Count(d => All.All(p => Accepts(p, d))).ShouldBe(Expected.GetProperty("dealsForAllSix").GetInt32());
        deals.Count(d => Accepts("company", d) && Accepts("ministry", d) && ofFour.Count(p => Accepts(p, d)) >= 3).ShouldBe(Expected.GetProperty("dealsUnderTheRule").GetInt32());
    }

    [Theory]
    [InlineData("province")]
    [InlineData("rivals")]
    [InlineData("dockworkers")]
    [InlineData("league")]
    public void Deal_without_one_of_the_four_is_the_recorded_one(string without)
    {
        JsonElement expected = Expected.GetProperty("without").GetProperty(without);
        string[] five = [.. All.Where(p => p != without)];
        int[][] open = [.. Deals().Where(d => five.All(p => Accepts(p, d)))];
        int[] best = open.MaxBy(d => five.Aggregate(1.0, (product, p) => product * (Worth(p, d) - NoDeal(p))))!;

        ConsentAnswer answer = Workbench.Open(Studied.Folder(Name)).Coalitions(CaseRequest.Base, new SettlementOptions { Single = true }).Value.ShouldNotBeNull();
        ConsentCoalition found = answer.Winning.Single(w => !w.Members.Contains(without));

        open.Length.ShouldBe(expected.GetProperty("deals").GetInt32());
        string[] options = [.. expected.GetProperty("options").EnumerateArray().Select(o => o.GetString()!)];
        best.Select((o, k) => Harbour.Issues[k].Options[o].Id.Value).ShouldBe(options);
        found.Deals.Single().Terms.Select(t => t.Option).ShouldBe(options);
        double left = Worth(without, best);
        left.ShouldBe(expected.GetProperty("leaves").GetDouble(), Rounding);
        found.WorseOff.Contains(without).ShouldBe(left < NoDeal(without));
    }

    [Fact]
    public void Company_and_ministry_hold_vetoes_and_the_other_four_block_in_pairs()
    {
        ConsentAnswer answer = Workbench.Open(Studied.Folder(Name)).Coalitions(CaseRequest.Base, new SettlementOptions { Single = true }).Value.ShouldNotBeNull();

        answer.Parties.Where(p => p.Veto).Select(p => p.Party).ShouldBe(["company", "ministry"]);
        answer.Blocking.Count(b => b.Count == 2).ShouldBe(6);
        answer.Winning.Count.ShouldBe(4);
        foreach (string party in All)
            answer.Parties.Single(p => p.Party == party).NoDeal.ShouldBe(NoDeal(party), Rounding);
    }

    [Fact]
    public void Solve_names_the_five_whose_deal_it_shows()
    {
        SolveAnswer answer = Workbench.Open(Studied.Folder(Name)).Solve(CaseRequest.Base, new SettlementOptions { Single = true }).Value.ShouldNotBeNull();

        answer.Notes.ShouldContain("4 coalitions can settle, each in its own way; shown is that of Harbour company, Ministry, Nature league, Dockworkers and Province. 'fulcrum coalitions' tells each.");
    }

    private static double NoDeal(string party) => Expected.GetProperty("noDeal").GetProperty(party).GetDouble();

    private static bool Accepts(string party, int[] deal) => Worth(party, deal) >= NoDeal(party) - Rounding;

    private static IEnumerable<int[]> Deals() =>
        Harbour.Issues.Aggregate((IEnumerable<int[]>)[[]], (deals, issue) => deals.SelectMany(d => Enumerable.Range(0, issue.Options.Count).Select(o => (int[])[.. d, o])));

    // Weights add up to 100.
    private static double Worth(string party, int[] deal)
    {
        IReadOnlyDictionary<IssueId, Quantity> weights = Harbour.Party(new PartyId(party)).Weights!.Valued!;
        return Harbour.Issues.Select((issue, k) => weights.TryGetValue(issue.Id, out Quantity? weight)
            ? weight.Shape.Middle / 100 * ((Preference.Valued)issue.Preferences[new PartyId(party)]).Values[deal[k]].Shape.Middle : 0).Sum();
    }
}
