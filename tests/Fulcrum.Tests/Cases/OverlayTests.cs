using Fulcrum.Cases;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Cases;

/// <summary>Readings and single changes put into the case before it is read.</summary>
public sealed class OverlayTests
{
    private static readonly Case Base = SampleCase.Sound(SampleCase.Full);
    private static readonly Case Hawk = SampleCase.Sound(SampleCase.Full, "hawk");

    [Fact]
    public void Reading_replaces_scales_adds_and_removes()
    {
        Hawk.AppliedReading.ShouldBe(new ReadingId("hawk"));
        Hawk.NoDeal!.Default.Cost.Values.Select(q => q.Shape).ShouldBe([new NumberShape.Uniform(5, 10), (NumberShape)new NumberShape.Fixed(2.5)]);
        Hawk.Levers[0].Credibility.General!.Shape.ShouldBe(new NumberShape.Uniform(0, 0.1));
        Hawk.Move(new MoveId("yielded")).Binds!.Shape.ShouldBe(new NumberShape.Fixed(0));
        Hawk.Issue(new IssueId("territory")).Options[2].OnlyNoDeal.ShouldBeTrue();
        Hawk.RedLines.Select(l => l.Party.Value).ShouldBe(["north", "south"]);
        Hawk.Together.ShouldBeEmpty();
    }

    [Fact]
    public void Override_rests_on_its_own_evidence_and_not_on_that_of_the_block_it_lands_in()
    {
        Hawk.Levers[0].Credibility.General!.Support.ShouldBe(Support.None);
        Hawk.Levers[0].Deal[new PartyId("south")].Support.Mark.ShouldBe(Mark.Judged);
        Hawk.Move(new MoveId("yielded")).Binds!.Support.Evidence.Single().Value.ShouldBe("paper-2");
        Hawk.Levers[0].Credibility.General!.Place.File.ShouldBe("readings/hawk.yaml");
    }

    [Fact]
    public void Reading_leaves_everything_else_alone()
    {
        string[] changed = ["no-deal.war-goes-on.cost.", "levers.leader-contact.credibility", "ledger.yielded.binds", "together.1."];
        Dictionary<string, NumberShape> before = Base.Quantities.ToDictionary(q => q.Path, q => q.Shape);

        Hawk.Quantities.Where(q => !changed.Any(c => q.Path.StartsWith(c, StringComparison.Ordinal))).ShouldAllBe(q => before[q.Path] == q.Shape);
    }

    [Fact]
    public void Partners_stay_when_a_number_is_scaled()
    {
        Quantity south = Hawk.NoDeal!.Default.Cost[new PartyId("south")];

        (south.DrawnWith, south.Against).ShouldBe((Hawk.NoDeal.Default.Cost[new PartyId("north")].Index, true));
    }

    [Theory]
    [InlineData("weights.north", "fighting > territory ~ sanctions")]
    [InlineData("issues.territory.north", "overrun > buffer > line-recognised > line-open")]
    [InlineData("consent", "{all: [north, south]}")]
    [InlineData("levers.extra", "{holder: north, no-deal: {south: 3}}")]
    [InlineData("levers.force.no-deal.north", "4")]
    [InlineData("no-deal.war-goes-on.stalemate.chance", "0.1")]
    [InlineData("no-deal.alone.cost.south", "1..2")]
    [InlineData("refuses", "{remove: yes}")]
    [InlineData("issues.sanctions.north.50", "70")]
    [InlineData("issues.fighting.south.ceasefire", "{times: 0.5}")]
    [InlineData("ledger.call-1", "{remove: yes}")]
    [InlineData("ledger.call-1.reversible", "yes")]
    [InlineData("commitments.memorandum.status", "kept")]
    [InlineData("levers.*.credibility", "0.5")]
    public void Set_path_changes_the_case(string path, string value)
    {
        Dictionary<string, string> files = SampleCase.Full;
        if (path == "ledger.call-1")
        {
            files["ledger.yaml"] = files["ledger.yaml"].Replace(", same-as: call-1", "", StringComparison.Ordinal).Replace("    in-return-for: call-1\n", "", StringComparison.Ordinal);
        }
        Case before = SampleCase.Sound(files);
        Case after = SampleCase.Sound(files, null, (path, value));

        CaseContents.Of(after).ShouldNotBe(CaseContents.Of(before));
    }

    [Fact]
    public void Sets_are_applied_after_the_reading()
    {
        Case both = SampleCase.Sound(SampleCase.Full, "hawk", ("levers.leader-contact.credibility", "0.9"), ("no-deal.war-goes-on.cost.north", "50"));

        both.Levers[0].Credibility.General!.Shape.ShouldBe(new NumberShape.Fixed(0.9));
        both.NoDeal!.Default.Cost[new PartyId("north")].Shape.ShouldBe(new NumberShape.Fixed(50));
        both.NoDeal.Default.Cost[new PartyId("south")].Shape.ShouldBe(new NumberShape.Fixed(2.5));
        both.AppliedReading.ShouldBe(new ReadingId("hawk"));
    }

    [Theory]
    [InlineData("levers.leader-contac.credibility", "0.5", "reading/unknown-path", "Did you mean 'leader-contact'?")]
    [InlineData("no-deal.war-goes-on.cots.south", "5", "reading/unknown-path", "Did you mean 'cost'?")]
    [InlineData("weights.sout", "territory", "case/unknown-party", "Did you mean 'south'?")]
    [InlineData("levers.force.credibilty", "0.5", "case/unknown-key", "Did you mean 'credibility'?")]
    [InlineData("no-deal.war-goes-on.cost.south", "40..20", "number/reversed-range", null)]
    [InlineData("no-deal.war-goes-on.cost.south", "{", "yaml/not-closed", null)]
    [InlineData("", "1", "reading/path-malformed", null)]
    [InlineData("ledger", "1", "reading/path-malformed", null)]
    public void Wrong_set_is_a_problem_with_what_was_meant(string path, string value, string code, string? help)
    {
        CaseReadResult result = SampleCase.Read(SampleCase.Full, null, (path, value));

        result.Ok.ShouldBeFalse();
        CaseProblem problem = result.Problems.First(p => p.Severity == Severity.Error);
        problem.Code.ShouldBe(code);
        problem.Place.File.ShouldStartWith("--set");
        problem.Help.ShouldBe(help ?? problem.Help);
    }

    [Fact]
    public void Unknown_reading_is_a_problem_with_what_was_meant()
    {
        CaseProblem problem = SampleCase.Read(SampleCase.Full, "hwak").Problems.Single();

        (problem.Code, problem.Help).ShouldBe(("case/unknown-reading", "Did you mean 'hawk'?"));
    }

    [Fact]
    public void Problem_that_a_reading_causes_in_the_base_case_names_the_reading()
    {
        Dictionary<string, string> files = SampleCase.Full;
        files["readings/hawk.yaml"] += "\n  levers.force: {remove: yes}";

        CaseProblem problem = SampleCase.Read(files).Problems.Single(p => p.Severity == Severity.Error);

        (problem.Code, problem.Place.File).ShouldBe(("case/unknown-lever", "ledger.yaml"));
        problem.Message.ShouldBe("with reading hawk: unknown lever 'force'");
    }
}
