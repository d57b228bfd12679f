using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Bargaining;

/// <summary>What must hold in every draw of every case, on random small cases with every feature of the model.</summary>
public sealed class DrawAnalysisTests(DrawAnalysisTests.Runs runs) : IClassFixture<DrawAnalysisTests.Runs>
{
    // A hundred times the certified gap of a settlement, in points.
    private const double Solved = 1e-4;

    // Differences below a ten-millionth of a point are shown as 0, for each of a few changes.
    private const double Summed = 1e-5;

    /// <summary>One analysis of each case, for all tests.</summary>
    public sealed class Runs
    {
        private const ulong Cases = 150;

        internal IReadOnlyList<(ulong Seed, Case Case, CasePlan Plan, DrawResult Result)> All { get; } = Enumerable.Range(1, (int)Cases)
            .Select(seed => (Seed: (ulong)seed, Case: RandomCases.Of((ulong)seed)))
            .Select(run => (run.Seed, run.Case, Plan: CasePlan.Of(run.Case, CaseMaker.Today)))
            .Select(run => (run.Seed, run.Case, run.Plan, Run(run.Plan, run.Seed)))
            .ToList();
    }

    private static DrawResult Run(CasePlan plan, ulong seed) =>
        DrawAnalysis.Run(plan, CaseNumbers.MidRange(plan.Case), seed, new DrawOptions { ExactUpTo = seed % 2 == 0 ? 12 : 1, PermutationPairs = 2 });

    [Fact]
    public void Nobody_who_must_agree_is_worse_off_than_without_a_deal()
    {
        foreach (var (seed, @case, _, result) in runs.All)
        {
            foreach (PartyId party in @case.Consent.All)
            {
                int p = @case.Parties.ToList().FindIndex(x => x.Id == party);
                result.Hands[p].ShouldBeGreaterThanOrEqualTo(result.NoDeal[p] - Solved, $"seed {seed}");
            }
            if (!result.ZoneLottery)
            {
                result.Hands.ShouldBe(result.NoDeal, $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Costs_sum_to_the_whole_loss_and_what_does_not_act_costs_nothing()
    {
        foreach (var (seed, @case, plan, result) in runs.All)
        {
            for (int p = 0; p < @case.Parties.Count; p++)
            {
                double loss = result.HandsUnchanged[p] - result.Hands[p];
                result.CostInOrder.Sum(cost => cost[p]).ShouldBe(loss, Summed, $"seed {seed}");
                result.CostShare.Sum(cost => cost[p]).ShouldBe(loss, Summed, $"seed {seed}");
            }
            for (int c = 0; c < plan.Changes.Count; c++)
            {
                if (!result.ChangeActs[c])
                {
                    result.CostInOrder[c].Concat(result.CostShare[c]).Concat(result.CostUndone[c]).ShouldAllBe(cost => cost == 0, $"seed {seed}");
                }
            }
        }
    }

    [Fact]
    public void The_predicted_deal_is_a_mixture_of_whole_deals()
    {
        foreach (var (seed, _, plan, result) in runs.All)
        {
            (result.OptionShares is not null).ShouldBe(result.ZoneLottery, $"seed {seed}");
            foreach (double[] shares in result.OptionShares ?? [])
            {
                shares.Sum().ShouldBe(1, 1e-9, $"seed {seed}");
                shares.ShouldAllBe(share => share >= 0, $"seed {seed}");
            }
            (result.LeverShares ?? []).ShouldAllBe(share => share >= 0 && share <= 1 + 1e-9, $"seed {seed}");
            (result.SingleOptions is not null).ShouldBe(result.ZoneSingle, $"seed {seed}");
            (result.ZoneLottery || !result.ZoneSingle).ShouldBeTrue($"seed {seed}");
        }
    }

    [Fact]
    public void The_timeline_ends_today_and_leverages_are_differences_of_hands()
    {
        foreach (var (seed, @case, plan, result) in runs.All)
        {
            result.HandsAt[^1].ShouldBe(result.Hands, $"seed {seed}");
            result.ZoneAt[^1].ShouldBe(result.ZoneSingle, $"seed {seed}");
            LedgerState now = Replay.At(plan, CaseNumbers.MidRange(@case), CaseMaker.Today);
            for (int l = 0; l < @case.Levers.Count; l++)
            {
                bool gone = now.SharesOf(@case.Levers[l].Id)[(int)Standing.Gone] == 1;
                if (gone)
                {
                    result.Realised[l].Concat(result.Coercive[l]).ShouldAllBe(points => points == 0, $"seed {seed}");
                }
                (result.IfMoved[l][(int)Standing.Gone] ?? result.Realised[l].Select(points => -points).ToArray())
                    .ShouldBe(result.Realised[l].Select(points => -points).ToArray(), Solved, $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Rearranging_a_file_with_its_options_changes_no_bit()
    {
        foreach (var (seed, @case, _, result) in runs.All)
        {
            DrawResult other = Run(CasePlan.Of(Rearranged(@case), CaseMaker.Today), seed);

            other.Hands.Reverse().ShouldBe(result.Hands, $"seed {seed}");
            other.NoDeal.Reverse().ShouldBe(result.NoDeal, $"seed {seed}");
            other.CostShare.SelectMany(cost => cost.Reverse()).ShouldBe(result.CostShare.SelectMany(cost => cost), $"seed {seed}");
            other.Realised.Reverse().SelectMany(row => row.Reverse()).ShouldBe(result.Realised.SelectMany(row => row), $"seed {seed}");
            other.HandsAt.SelectMany(row => row.Reverse()).ShouldBe(result.HandsAt.SelectMany(row => row), $"seed {seed}");
        }
    }

    // Everything that a file lists comes in the opposite order, options of issues too; the numbers stay with their things.
    private static Case Rearranged(Case one)
    {
        int Mirrored(int option, IssueId issue) => one.Issue(issue).Options.Count - 1 - option;
        int Fact(int option, int place) => Mirrored(option, one.Issues[place].Id);
        return one with
        {
            Parties = one.Parties.Reverse().ToList(),
            Issues = one.Issues.Reverse().Select(issue => issue with
            {
                Options = issue.Options.Reverse().ToList(),
                StatusQuo = Mirrored(issue.StatusQuo, issue.Id),
                Preferences = issue.Preferences.ToDictionary(p => p.Key, p => (Preference)new Preference.Valued(((Preference.Valued)p.Value).Values.Reverse().ToList())),
            }).ToList(),
            Levers = one.Levers.Reverse().ToList(),
            Moves = one.Moves.Reverse().Select(move => move.Yields is not { } yields ? move : move with
            {
                Yields = yields with { Removed = yields.Removed.Select(o => Mirrored(o, yields.Issue)).ToList(), BecomesFact = Mirrored(yields.BecomesFact, yields.Issue) },
            }).ToList(),
            NoDeal = one.NoDeal! with
            {
                Courses = one.NoDeal.Courses.Select(course => course with
                {
                    Outcomes = course.Outcomes.Reverse().Select(outcome => outcome with { Facts = outcome.Facts.Select(Fact).Reverse().ToList() }).ToList(),
                }).ToList(),
            },
        };
    }
}
