using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Bargaining;

/// <summary>The fewest levers that open a zone, and the fewest terms that bring an offer, against trying everything.</summary>
public sealed class OpeningTests
{
    private const double Rounding = 1e-7;

    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 150).Select(s => (ulong)s)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fewest_levers_are_those_that_trying_every_set_finds(ulong seed)
    {
        Case @case = RandomCases.Of(seed);
        if (!@case.HasModel || ModelCheck.Of(@case).Any(p => p.Severity == Severity.Error))
            return;
        CasePlan plan = CasePlan.Of(@case, CaseMaker.Today);
        CaseNumbers numbers = CaseNumbers.MidRange(@case);

        OpeningLeversResult found = OpeningLevers.Of(plan, numbers, TestContext.Current.CancellationToken);

        (int Levers, double Margin)? best = Everything(plan, numbers);
        found.Complete.ShouldBeTrue($"seed {seed}");
        (found.Best is not null).ShouldBe(best is not null, $"seed {seed}");
        if (best is { } expected)
        {
            found.Best!.Moves.Count.ShouldBe(expected.Levers, $"seed {seed}");
            found.Best.Margin.ShouldBe(expected.Margin, Rounding, $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fewest_changed_terms_are_those_that_listing_every_deal_finds(ulong seed)
    {
        Case @case = RandomCases.Of(seed);
        if (!@case.HasModel || ModelCheck.Of(@case).Any(p => p.Severity == Severity.Error))
            return;
        OfferGapResult? gap = OfferGap.Of(
            CasePlan.Of(@case, CaseMaker.Today), CaseNumbers.MidRange(@case), new Dictionary<IssueId, OptionId>(), [], TestContext.Current.CancellationToken);
        if (gap is null)
            return;
        BargainingProblem problem = SituationBuilder.Build(CasePlan.Of(@case, CaseMaker.Today), CaseNumbers.MidRange(@case), CaseMaker.Today);
        (int Changed, double Margin)[] open = [.. Deals(problem).Select(d => (Changed: d.Zip(gap.Offer.Choices).Count(c => c.First != c.Second), Margin: Margin(problem, d))).Where(d => d.Margin >= -Rounding)];

        gap.Stands.ShouldBe(Margin(problem, [.. gap.Offer.Choices]) >= -Rounding, $"seed {seed}");
        (gap.Terms is not null).ShouldBe(open.Length > 0, $"seed {seed}");
        gap.NoneBring.ShouldBe(open.Length == 0, $"seed {seed}");
        gap.MarginGap.ShouldBe(0);
        if (gap.Terms is { } terms)
        {
            terms.Count.ShouldBe(open.Min(d => d.Changed), $"seed {seed}");
            gap.TooFew.ShouldBe(terms.Count - 1, $"seed {seed}");
            gap.Margin.ShouldBe(open.Where(d => d.Changed == terms.Count).Max(d => d.Margin), Rounding, $"seed {seed}");
        }
    }

    // Force needs the guard, who refuses to see the land shared: worth more to all, and not to be signed.
    [Fact]
    public void Offer_with_a_term_that_a_further_party_needed_refuses_does_not_stand()
    {
        Case @case = new CaseMaker()
            .Party("north", 1, ("force", 1), ("land", 1)).Party("south", 1, ("force", 1), ("land", 1)).Party("guard", 0, ("force", 1), ("land", 1))
            .Issue("force", ["no-force", "force@guard"], ("north", [0, 100]), ("south", [0, 50]), ("guard", [50, 50]))
            .Issue("land", ["line", "shared"], ("north", [0, 100]), ("south", [0, 100]), ("guard", [50, 50]))
            .RedLine("guard", "land", "shared").Course("war", [("north", 5), ("south", 5), ("guard", 5)], (1, ["no-force", "line"])).Build();
        var both = new Dictionary<IssueId, OptionId> { [new IssueId("force")] = new OptionId("force"), [new IssueId("land")] = new OptionId("shared") };

        OfferGapResult gap = OfferGap.Of(CasePlan.Of(@case, CaseMaker.Today), CaseNumbers.MidRange(@case), both, [], TestContext.Current.CancellationToken)!;
        OpeningAnswer answer = OpeningComposer.Compose(@case, gap);

        gap.Stands.ShouldBeFalse();
        gap.Refusing.ShouldBe([new PartyId("guard")]);
        gap.Terms!.Count.ShouldBe(1);
        (answer.Open, answer.Margin).ShouldBe((false, null));
        answer.Sentences[0].ShouldBe("The offer holds a term beyond the red line of guard, whose consent it needs.");
        answer.Sentences[1].ShouldStartWith("One change of terms would bring it: ");
        answer.Sentences.ShouldNotContain(s => s.Contains("leaves nobody needed worse off"));
    }

    // Each of nine issues costs the south ten and gives the north a hundred of nine hundred points; the north needs eight of them.
    [Theory]
    [InlineData(85, 8, "8 changes of terms would bring it: i1: b instead of a; i2: b instead of a; i3: b instead of a; i4: b instead of a; i5: b instead of a; i6: b instead of a; i7: b instead of a; i8: b instead of a.")]
    [InlineData(101, null, "No change of its terms brings it: no deal leaves everyone needed at least as well off as failing to agree.")]
    public void Fewest_changes_are_found_however_many_they_are(double north, int? changes, string sentence)
    {
        string[] issues = [.. Enumerable.Range(0, 9).Select(k => $"i{k}")];
        CaseMaker maker = new CaseMaker().Party("north", 1, [.. issues.Select(i => (i, 1.0))]).Party("south", 1, [.. issues.Select(i => (i, 1.0))]);
        foreach (string issue in issues)
            maker.Issue(issue, ["a", "b"], ("north", [0, 100]), ("south", [100, 90]));
        Case @case = maker.Course("war", [("north", -north), ("south", 50)], (1, [.. issues.Select(_ => "a")])).Build();

        OfferGapResult gap = OfferGap.Of(
            CasePlan.Of(@case, CaseMaker.Today), CaseNumbers.MidRange(@case), new Dictionary<IssueId, OptionId>(), [], TestContext.Current.CancellationToken)!;

        (gap.Terms?.Count, gap.TooFew, gap.MarginGap).ShouldBe((changes, changes - 1 ?? 9, 0));
        OpeningComposer.Compose(@case, gap).Sentences.ShouldContain(sentence);
    }

    private static (int, double)? Everything(CasePlan plan, CaseNumbers numbers)
    {
        var model = new DrawModel(plan, numbers, ignoreRedLines: false);
        var replay = new DrawReplay(plan, numbers);
        LedgerState now = replay.With(replay.All);
        var sets = new List<(int Levers, LedgerState State)> { (0, now) };
        for (int l = 0; l < model.Layout.Levers.Length; l++)
        {
            Standing[] reachable = [.. LeverMoves.Reachable(plan, model.Layout.Levers[l], now.Levers[l].Main)];
            sets.AddRange([.. sets.SelectMany(s => reachable.Select(r => (s.Levers + 1, s.State.With(l, now.Levers[l].MovedTo(r, 1)))))]);
        }
        var open = sets.Select(s => (s.Levers, Problem: SituationBuilder.Build(model, s.State, model.MonthsAt(plan.AsOf))))
            .Where(s => s.Problem.Space.Blocks.All(b => b.Choices.Count > 0))
            .Select(s => (s.Levers, Zone: Solving.Zone(s.Problem))).Where(s => s.Zone.Single).ToList();
        return open.Count == 0 ? null : (open.Min(o => o.Levers), open.Where(o => o.Levers == open.Min(x => x.Levers)).Max(o => o.Zone.Margin));
    }

    private static IEnumerable<int[]> Deals(BargainingProblem problem) => problem.Space.Blocks.Aggregate(
        (IEnumerable<int[]>)[[]], (deals, block) => deals.SelectMany(d => Enumerable.Range(0, block.Choices.Count).Select(c => (int[])[.. d, c])));

    private static double Margin(BargainingProblem problem, int[] deal)
    {
        DealChoice[] chosen = [.. deal.Select((c, b) => problem.Space.Blocks[b].Choices[c])];
        ulong needed = chosen.Aggregate(problem.Coalitions[0], (mask, c) => mask | c.Needs);
        bool refused = chosen.Any(c => (c.RefusedBy & needed) != 0);
        double[] values = problem.Space.ValuesOf(new Deal(deal));
        return refused ? double.NegativeInfinity : Enumerable.Range(0, values.Length).Where(i => (needed >> i & 1) != 0).Min(i => values[i] - problem.NoDeal[i]);
    }
}
