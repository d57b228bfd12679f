using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Numerics;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Bargaining;

/// <summary>Coalitions against the list of all deals, and the rule's own logic.</summary>
public sealed class WhoMustAgreeTests
{
    private const double Rounding = 1e-6;

    private static ConsentReport Report(Case @case, bool single = true) => WhoMustAgree.Of(
        CasePlan.Of(@case, CaseMaker.Today), CaseNumbers.MidRange(@case), new SettlementOptions { Single = single }, TestContext.Current.CancellationToken);

    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 40).Select(s => (ulong)s)];

    // North is always needed, and two of the other three.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Coalition_without_the_rest_gets_the_largest_product_over_the_deals_that_need_nobody_else(ulong seed)
    {
        Case @case = Random(seed);
        BargainingProblem problem = SituationBuilder.Build(CasePlan.Of(@case, CaseMaker.Today), CaseNumbers.MidRange(@case), CaseMaker.Today);
        int[] places = [.. @case.Parties.Select(p => problem.Space.Parties.ToList().IndexOf(p.Id))];

        foreach (CoalitionOutcome outcome in Report(@case) is var report ? report.Winning.Concat(report.Others) : [])
        {
            int[] inside = [.. outcome.Members.Select(m => problem.Space.Parties.ToList().IndexOf(m))];
            outcome.CanSign.ShouldBe(outcome.Members.Any(m => m.Value == "north") && outcome.Members.Count >= 3, $"seed {seed}");
            double[][] deals = [.. Listed(problem, inside).Where(d => inside.All(i => d[i] >= problem.NoDeal[i] - Rounding))];
            outcome.Open.ShouldBe(outcome.CanSign && deals.Length > 0, $"seed {seed}: {string.Join(' ', outcome.Members)}");
            if (!outcome.Open)
                continue;
            double Product(double[] u) => inside.Select(i => u[i] - problem.NoDeal[i]).Aggregate(1.0, (p, g) => p * Math.Max(0, g));
            Product([.. Enumerable.Range(0, 4).Select(p => outcome.Values[Array.IndexOf(places, p)])]).ShouldBe(deals.Max(Product), 1e-3 * (1 + deals.Max(Product)), $"seed {seed}");
            outcome.WorseOff.ShouldAllBe(p => !outcome.Members.Contains(p));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Loss_by_a_walk_out_is_the_hand_less_what_the_rest_leaves(ulong seed)
    {
        ConsentReport report = Report(Random(seed), single: false);

        foreach (WalkOut walkOut in report.WalkOuts)
        {
            CoalitionOutcome same = report.Winning.Concat(report.Others).Single(o => o.Members.Count == 3 && !o.Members.Contains(walkOut.Party));
            walkOut.Losses.ShouldBe(report.Hands.Zip(same.Values, (hand, value) => hand - value), Rounding);
        }
    }

    [Fact]
    public void Whoever_is_in_every_winning_set_has_a_veto_and_the_others_block_in_pairs()
    {
        ConsentReport report = Report(Random(1));

        report.Winning.Select(w => string.Join(' ', w.Members)).ShouldBe(["north east south", "north south west", "north east west"], ignoreOrder: true);
        report.Blocking.Select(b => string.Join(' ', b)).ShouldBe(["north", "east south", "south west", "east west"], ignoreOrder: true);
    }

    // Charter of the United Nations, article 27(3) as amended in 1965: nine of fifteen votes, with those of the five permanent members. So 210 smallest winning coalitions,
    // five vetoes, and any seven of the other ten can block (von Neumann and Morgenstern 1944, chapter X, for the notions; Taylor and Zwicker 1999 for the council as a simple game).
    [Fact]
    public void Security_Council_has_five_vetoes_and_blocks_by_sevens()
    {
        string[] permanent = ["china", "france", "russia", "britain", "america"];
        string[] elected = [.. Enumerable.Range(0, 10).Select(k => $"elected-{k}")];
        var maker = new CaseMaker();
        foreach (string member in permanent.Concat(elected))
            maker.Party(member, 1, ("resolution", 1));
        maker.Consent(permanent, 4, elected)
            .Issue("resolution", ["none", "adopted"], [.. permanent.Concat(elected).Select(m => (m, new double[] { 0, 100 }))])
            .Course("no-decision", [], (1, ["none"]));

        ConsentReport report = Report(maker.Build());

        report.Winning.Count.ShouldBe(210);
        report.Winning.ShouldAllBe(w => w.Members.Count == 9 && permanent.All(p => w.Members.Any(m => m.Value == p)));
        report.Blocking.Count(b => b.Count == 1).ShouldBe(5);
        report.Blocking.Count(b => b.Count == 7 && b.All(m => elected.Contains(m.Value))).ShouldBe(120);
        report.Blocking.Count.ShouldBe(125);
    }

    // East and north agree over south's head: the deal is good for both, and south has less than by refusing alone.
    [Fact]
    public void Deal_over_somebodys_head_is_told()
    {
        Case @case = new CaseMaker()
            .Party("north", 1, ("land", 1)).Party("east", 1, ("land", 1)).Party("south", 1, ("land", 1)).Consent(["north"], 1, "east", "south")
            .Issue("land", ["as-is", "carved-up"], ("north", [0, 100]), ("east", [0, 100]), ("south", [100, 0]))
            .Course("stay", [], (1, ["as-is"])).Build();

        ConsentReport report = Report(@case);

        CoalitionOutcome over = report.Winning.Single(w => w.Members.Any(m => m.Value == "east"));
        over.WorseOff.ShouldBe([new PartyId("south")]);
        ConsentComposer.Compose(@case, report).Sentences.ShouldContain(
            "north and east could settle without south; that would leave south 100 points below what its own refusal would leave it.");
    }

    // East is left out of the pair of north and south, and yet its aid may be sought, as in every other answer.
    [Fact]
    public void Hands_are_those_of_the_situation_also_where_one_left_out_holds_a_lever()
    {
        CasePlan plan = new CaseMaker()
            .Party("north", 1, ("land", 1)).Party("south", 1, ("land", 1)).Party("east", 1, ("land", 1)).Consent([], 2, "north", "south", "east")
            .Issue("land", ["none", "half", "all"], ("north", [0, 50, 100]), ("south", [100, 50, 0]), ("east", [50, 60, 50]))
            .Course("war", [("north", -10), ("south", 40), ("east", 10)], (1, ["none"]))
            .Lever("aid", "east", deal: [("north", 30), ("east", 2)]).Plan();
        CaseNumbers numbers = CaseNumbers.MidRange(plan.Case);

        ConsentReport report = WhoMustAgree.Of(plan, numbers, new SettlementOptions(), TestContext.Current.CancellationToken);

        report.Hands.ShouldBe(Straightforward.Hands(plan, numbers, Replay.At(plan, numbers, plan.AsOf), plan.AsOf), Rounding);
        report.Hands.ShouldBe(DrawAnalysis.Run(plan, numbers, 1, new DrawOptions { Parts = DrawParts.Costs }).Hands, 1e-4);
        report.Hands[0].ShouldBeGreaterThan(report.Winning.Where(w => w.Open).Average(w => w.Values[0]) + 1);
    }

    private static IEnumerable<double[]> Listed(BargainingProblem problem, int[] inside)
    {
        ulong mask = inside.Aggregate(0UL, (m, i) => m | 1UL << i);
        IEnumerable<double[]> deals = [[.. problem.Space.Constants]];
        foreach (DealBlock block in problem.Space.Blocks)
            deals = deals.SelectMany(d => block.Choices.Where(c => (c.Needs & ~mask) == 0).Select(c => d.Zip(c.Points, (x, y) => x + y).ToArray()));
        return deals;
    }

    private static Case Random(ulong seed)
    {
        var stream = new RandomStream(seed, 0, "consent");
        string[] names = ["north", "east", "south", "west"];
        var maker = new CaseMaker();
        foreach (string name in names)
            maker.Party(name, 1, [.. Enumerable.Range(0, 3).Select(k => ($"i{k}", 1.0 + stream.NextBelow(5)))]);
        maker.Consent(["north"], 2, "east", "south", "west");
        for (int k = 0; k < 3; k++)
            maker.Issue($"i{k}", ["a", k == 1 ? "b@west" : "b", k == 2 ? "c@east" : "c"], [.. names.Select(n => (n, Enumerable.Range(0, 3).Select(_ => (double)stream.NextBelow(101)).ToArray()))]);
        return maker.Course("war", [.. names.Select(n => (n, (double)stream.NextBelow(40)))], (0.5, ["a", "a", "a"]), (0.5, ["b", "c", "a"])).Build();
    }
}
