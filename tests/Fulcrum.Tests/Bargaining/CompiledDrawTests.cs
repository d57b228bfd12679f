using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;
using Fulcrum.Studies.Shards;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Bargaining;

/// <summary>Two ways: what the compiled plan of a case answers, against the same questions asked plainly, situation by situation.</summary>
public sealed class CompiledDrawTests
{
    // A hundred times the certified gap of a settlement, in points.
    private const double Solved = 1e-4;

    [Fact]
    public void Costs_of_random_cases_are_those_of_every_order_walked_plainly()
    {
        for (ulong seed = 1; seed <= 60; seed++)
        {
            Case @case = RandomCases.Of(seed);
            CasePlan plan = CasePlan.Of(@case, CaseMaker.Today);
            CaseNumbers middle = CaseNumbers.MidRange(@case);
            bool ignore = seed % 3 == 0;
            DrawResult result = DrawAnalysis.Run(plan, middle, seed, new DrawOptions { ExactUpTo = 12, IgnoreRedLines = ignore, Parts = DrawParts.Costs });
            int[] acting = [.. Enumerable.Range(0, plan.Changes.Count).Where(c => result.ChangeActs[c])];

            Close(result.Hands, Straightforward.HandsWith(plan, middle, acting, ignore), $"hands, seed {seed}");
            Close(result.HandsUnchanged, Straightforward.HandsWith(plan, middle, [], ignore), $"unchanged, seed {seed}");
            double[][] shares = Straightforward.Shares(plan, middle, acting, ignore);
            for (int c = 0; c < shares.Length; c++)
            {
                Close(result.CostShare[c], shares[c], $"share of {plan.Changes[c].Id}, seed {seed}");
                double[] undone = Straightforward.HandsWith(plan, middle, [.. acting.Where(a => a != c)], ignore);
                Close(result.CostUndone[c], [.. undone.Zip(result.Hands, (x, y) => x - y)], $"undone {plan.Changes[c].Id}, seed {seed}");
            }
        }
    }

    [Fact]
    public void Timelines_and_no_deal_values_of_random_cases_are_those_of_each_date_by_itself()
    {
        for (ulong seed = 1; seed <= 60; seed++)
        {
            Case @case = RandomCases.Of(seed);
            CasePlan plan = CasePlan.Of(@case, CaseMaker.Today);
            CaseNumbers middle = CaseNumbers.MidRange(@case);
            DrawResult result = DrawAnalysis.Run(plan, middle, seed, new DrawOptions { Parts = DrawParts.Timeline });
            for (int d = 0; d < plan.Dates.Count; d++)
            {
                BargainingProblem problem = SituationBuilder.Build(plan, middle, plan.Dates[d]);
                PartyId[] places = [.. problem.Space.Parties];
                result.NoDealAt[d].ShouldBe([.. @case.Parties.Select(p => problem.NoDeal[Array.IndexOf(places, p.Id)])], $"{plan.Dates[d]}, seed {seed}");
                Close(result.HandsAt[d], Straightforward.Hands(plan, middle, Replay.At(plan, middle, plan.Dates[d]), plan.Dates[d]), $"{plan.Dates[d]}, seed {seed}");
                result.ZoneAt[d].ShouldBe(Solving.Zone(problem).Single, $"{plan.Dates[d]}, seed {seed}");
            }
        }
    }

    [Theory]
    [InlineData("ukraine-2025")]
    [InlineData("panama-canal-1974")]
    [InlineData("camp-david-1978")]
    [InlineData("peace-simulator-2025")]
    public void Draws_of_a_case_are_what_plain_solves_say(string name)
    {
        Case @case = CaseFolder.Read(Rules.Repository.At("cases", name), new CaseReadOptions()).Case!;
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        var sampler = new Sampler(@case, 3);
        for (int draw = 0; draw < 4; draw++)
        {
            CaseNumbers numbers = sampler.Draw(draw);
            DrawResult result = DrawAnalysis.Run(plan, numbers, 1, new DrawOptions { Parts = DrawParts.Costs | DrawParts.Leverages });
            int[] acting = [.. Enumerable.Range(0, plan.Changes.Count).Where(c => result.ChangeActs[c])];
            LedgerState now = Replay.At(plan, numbers, plan.AsOf);

            Close(result.Hands, Straightforward.HandsWith(plan, numbers, acting), $"hands, draw {draw}");
            foreach (int c in acting)
            {
                Close(result.CostUndone[c], Less(Straightforward.HandsWith(plan, numbers, [.. acting.Where(a => a != c)]), result.Hands), $"undone {plan.Changes[c].Id}, draw {draw}");
            }
            for (int l = 0; l < @case.Levers.Count; l++)
            {
                double[] gone = Straightforward.Hands(plan, numbers, now.With(@case.Levers[l].Id, Standing.Gone), plan.AsOf);
                Close(result.Realised[l], Less(result.Hands, gone), $"{@case.Levers[l].Id}, draw {draw}");
            }
        }
    }

    [Fact]
    public void A_draw_is_the_same_whatever_was_drawn_before_it()
    {
        Case @case = CaseFolder.Read(Rules.Repository.At("cases", "ukraine-2025"), new CaseReadOptions()).Case!;
        var sampler = new Sampler(@case, 5);
        CasePlan used = CasePlan.Of(@case, @case.AsOf);
        var options = new DrawOptions { Parts = DrawParts.Costs };
        for (int draw = 0; draw < 6; draw++)
        {
            DrawResult here = DrawAnalysis.Run(used, sampler.Draw(draw), 2, options);
            DrawResult alone = DrawAnalysis.Run(CasePlan.Of(@case, @case.AsOf), sampler.Draw(draw), 2, options);
            here.Hands.ShouldBe(alone.Hands);
            here.CostShare.SelectMany(c => c).ShouldBe(alone.CostShare.SelectMany(c => c));
            here.OptionShares!.SelectMany(c => c).ShouldBe(alone.OptionShares!.SelectMany(c => c));
        }
    }

    [Fact]
    public void A_study_counts_the_same_to_the_last_bit_in_any_number_of_shards_and_threads()
    {
        PreparedStudy Prepared() => new ShardedStudy(Workbench.Open(Rules.Repository.At("cases", "ukraine-2025")))
            .Prepare(new StudyRequest { Options = new AnalyzeOptions { Draws = 90, Seed = 4 } }).Value!;
        byte[] Counted(int shards, int threads)
        {
            PreparedStudy study = Prepared();
            var whole = new StudyTally(study.Plan);
            for (int shard = shards; shard >= 1; shard--)
            {
                whole.Add(ShardRunner.Run(Shard.Fresh(study.Plan, shard, shards), shard % 2 == 0 ? study.Worker : () => study.Answer, s => s, new ShardOptions { Threads = threads }).Tally);
            }
            return ShardText.Of(new Shard(study.Plan, 1, 1, study.Plan.Draws, whole));
        }
        byte[] one = Counted(1, 1);

        Counted(1, 3).ShouldBe(one);
        Counted(4, 2).ShouldBe(one);
    }

    [Fact]
    public void What_is_not_asked_about_today_changes_nothing_else()
    {
        Case @case = CaseFolder.Read(Rules.Repository.At("cases", "ukraine-2025"), new CaseReadOptions()).Case!;
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        CaseNumbers numbers = new Sampler(@case, 2).Draw(3);
        DrawResult all = DrawAnalysis.Run(plan, numbers, 1, new DrawOptions { Parts = DrawParts.Costs });
        DrawResult few = DrawAnalysis.Run(plan, numbers, 1, new DrawOptions { Parts = DrawParts.Costs, Today = TodayParts.None });

        few.Hands.ShouldBe(all.Hands);
        few.CostShare.SelectMany(c => c).ShouldBe(all.CostShare.SelectMany(c => c));
        few.OptionShares.ShouldBeNull();
        all.OptionShares.ShouldNotBeNull();
    }

    private static double[] Less(double[] one, double[] other) => [.. one.Zip(other, (x, y) => x - y)];

    private static void Close(double[] found, double[] plain, string where) => found.ShouldBe(plain, Solved, where);
}
