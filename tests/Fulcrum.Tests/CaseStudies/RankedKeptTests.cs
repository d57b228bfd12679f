using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;
using Fulcrum.Studies.Verdicts;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>Whether a deal is kept necessarily, possibly or never over what rankings leave open: proven words against every combination of corners.</summary>
public sealed class RankedKeptTests
{
    private const int MostCorners = 250;

    [Fact]
    public void Proven_words_are_those_of_every_combination_of_corners_and_of_draws_between_them()
    {
        var words = new List<RankedWord>();
        for (ulong seed = 1; seed <= 60; seed++)
        {
            Case @case = BreakableCases.Read(seed).Case.ShouldNotBeNull($"seed {seed}");
            double[][][] corners = [.. @case.Rankings.Select(RankedCorners.Of)];
            int all = corners.Aggregate(1, (product, c) => product * c.Length);
            if (all is 1 or > MostCorners || WorkbenchRanks.Of(@case, [Kept(@case)], new AnalyzeOptions())?[0] is not { } support)
            {
                continue;
            }
            bool[] kept = [.. Corners(@case, corners, all)];

            (support.Proven && support.Word == RankedWord.Necessarily).ShouldBe(kept.All(k => k), $"seed {seed}");
            support.Proven.ShouldBeTrue($"seed {seed}");
            if (support.Word == RankedWord.Never)
            {
                kept.ShouldAllBe(k => !k, $"seed {seed}");
                support.Hits.ShouldBe(0, $"seed {seed}");
            }
            words.Add(support.Word);
        }
        foreach (RankedWord word in Enum.GetValues<RankedWord>())
        {
            words.Count(w => w == word).ShouldBeGreaterThan(2, $"{word} of {words.Count}");
        }
    }

    // From objects, deal by deal.
    private static IEnumerable<bool> Corners(Case @case, double[][][] corners, int all)
    {
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        var keeping = new WorkbenchKeeping(plan, new Dictionary<IssueId, OptionId>());
        CaseNumbers middle = CaseNumbers.MidRange(@case);
        for (int index = 0; index < all; index++)
        {
            int rest = index;
            var ranked = new double[corners.Length][];
            for (int r = 0; r < corners.Length; rest /= corners[r].Length, r++)
            {
                ranked[r] = corners[r][rest % corners[r].Length];
            }
            yield return keeping.Quick(middle with { Ranked = ranked }).Foreseen.Kept;
        }
    }

    private static Verdict Kept(Case @case) => VerdictReader.Read("kept", "", "kept", WorkbenchVerdicts.VocabularyOf([@case], null)).Verdict.ShouldNotBeNull();
}
