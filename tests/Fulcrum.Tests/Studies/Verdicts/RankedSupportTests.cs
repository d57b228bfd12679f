using Fulcrum.Cases;
using Fulcrum.Numerics;
using Fulcrum.Studies.Verdicts;
using Fulcrum.Tests.Cases;
using Fulcrum.Tests.CaseStudies;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Studies.Verdicts;

/// <summary>Necessarily, possibly, never over what rankings leave open: cases with an answer on paper, and every corner tried.</summary>
public sealed class RankedSupportTests
{
    // Four standard errors of a share of a half, from 200 draws.
    private const double WithinDraws = 0.142;

    // Without a deal A gets the weight of its first issue times 100: anything from 50 to 100, uniform.
    private const string TwoWeights = """
        fulcrum: 1
        case: weights by rank
        starts: 2025-01-20
        as-of: 2025-03-24
        parties: {a: {role: principal}, b: {role: principal}}
        issues:
          first:  {options: [lost, kept], a: {lost: 0, kept: 100}, b: {lost: 100, kept: 0}}
          second: {options: [lost, kept], a: {lost: 0, kept: 100}, b: {lost: 100, kept: 0}}
        weights: {a: first > second, b: {first: 1, second: 1}}
        no-deal: {failure: {all: {chance: 1, as: {first: kept, second: lost}}}}
        """;

    // Without a deal A gets the value of the middle option of three: anything from 0 to 100, uniform.
    private const string MiddleOption = """
        fulcrum: 1
        case: values by rank
        starts: 2025-01-20
        as-of: 2025-03-24
        parties: {a: {role: principal}, b: {role: principal}}
        issues:
          only: {options: [worst, middle, best], a: best > middle > worst, b: {worst: 100, middle: 50, best: 0}}
        weights: {a: {only: 1}, b: {only: 1}}
        no-deal: {failure: {all: {chance: 1, as: {only: middle}}}}
        """;

    [Theory]
    [InlineData(TwoWeights, "no-deal.a >= 50", RankedWord.Necessarily, 1, true)]
    [InlineData(TwoWeights, "no-deal.a at least 75", RankedWord.Possibly, 0.5, true)]
    [InlineData(TwoWeights, "2 * no-deal.a - 10 < 90", RankedWord.Never, 0, true)]
    [InlineData(TwoWeights, "not no-deal.a < 50", RankedWord.Necessarily, 1, true)]
    [InlineData(TwoWeights, "not (no-deal.a >= 50 and no-deal.a <= 100)", RankedWord.Never, 0, true)]
    [InlineData(TwoWeights, "no-deal.a > 100 or no-deal.b > 100", RankedWord.Never, 0, true)]
    [InlineData(TwoWeights, "no-deal.a >= 50 or no-deal.a * no-deal.a > 3", RankedWord.Necessarily, 1, true)]
    [InlineData(TwoWeights, "no-deal.a >= 50 and no-deal.a * no-deal.a > 3", RankedWord.Necessarily, 1, false)]
    [InlineData(TwoWeights, "no-deal.a > 60 and no-deal.a > 90", RankedWord.Possibly, 0.2, true)]
    [InlineData(MiddleOption, "no-deal.a <= 100", RankedWord.Necessarily, 1, true)]
    [InlineData(MiddleOption, "no-deal.a <= 30", RankedWord.Possibly, 0.3, true)]
    [InlineData(MiddleOption, "no-deal.a > 100", RankedWord.Never, 0, true)]
    [InlineData(MiddleOption, "no-deal.a * no-deal.a > 10000", RankedWord.Never, 0, false)]
    public void Word_share_and_proof_are_those_worked_out_on_paper(string text, string verdict, RankedWord word, double share, bool proven)
    {
        RankedSupport support = Of(Read(text), verdict);

        support.Word.ShouldBe(word);
        support.Share.ShouldBe(share, word == RankedWord.Possibly ? WithinDraws : 1e-12);
        support.Proven.ShouldBe(proven);
    }

    [Fact]
    public void A_corner_that_no_draw_meets_makes_the_difference_between_necessarily_and_possibly()
    {
        RankedSupport support = Of(Read(TwoWeights), "no-deal.a * 1 / 1 > 50 and no-deal.a > 0");

        support.Hits.ShouldBe(support.Draws);
        support.Word.ShouldBe(RankedWord.Possibly);
    }

    [Fact]
    public void What_is_not_proven_says_how_much_can_be_otherwise()
    {
        RankedSupport support = Of(Read(MiddleOption), "not no-deal.a * no-deal.a > 10000");

        support.AtMostOtherwise!.Value.ShouldBe(1 - Math.Pow(0.05, 1.0 / 200), 1e-12);
        Of(Read(MiddleOption), "no-deal.a <= 100").AtMostOtherwise.ShouldBeNull();
    }

    [Fact]
    public void A_case_whose_ranks_leave_nothing_open_has_no_such_word() =>
        WorkbenchRanks.Of(Read(TwoWeights.Replace("a: first > second", "a: {first: 2, second: 1}", StringComparison.Ordinal)), [Verdict("no-deal.a > 3")], new AnalyzeOptions()).ShouldBeNull();

    [Theory]
    [InlineData("a > b > c", false, 2)]
    [InlineData("a > b ~ c > d", true, 3)]
    [InlineData("a ~ b", false, 1)]
    public void Every_draw_is_a_mixture_of_the_corners(string order, bool weights, int corners)
    {
        string[][] groups = [.. order.Split(" > ").Select(g => g.Split(" ~ "))];
        var ranking = new Ranking(0, "r", "r", groups, weights, Support.None, TextPlace.None);
        double[][] found = RankedCorners.Of(ranking);

        found.Length.ShouldBe(corners);
        for (int d = 0; d < 50; d++)
        {
            // Shares of the corners, from the drops between neighbouring groups; the members of a group count each.
            double[] drawn = Fulcrum.Studies.RankedDraw.Of(ranking, new RandomStream(7, (ulong)d, "r"));
            double[] shares = [.. found.Select((corner, c) => (drawn[c] - (c + 1 < drawn.Length ? drawn[c + 1] : 0)) / (corner[0] == 0 ? 1 : corner[0]))];
            shares.ShouldAllBe(s => s >= -1e-12);
            double[] mixed = [.. drawn.Select((_, g) => found.Select((corner, c) => shares[c] * corner[g]).Sum())];
            mixed.Zip(drawn, (m, r) => Math.Abs(m - r)).Max().ShouldBeLessThan(1e-9);
        }
    }

    [Fact]
    public void Proven_words_on_the_talks_are_those_of_every_combination_of_corners()
    {
        Case @case = Studied.Read(Studied.Ukraine);
        Party europe = @case.Parties.First(p => p.Id.Value == "europe");
        Ranking[] about = [.. @case.Issues.Select(i => i.Preferences.GetValueOrDefault(europe.Id)).OfType<Preference.Ranked>().Select(r => r.Order).Append(europe.Weights?.Ranked).OfType<Ranking>()];
        double[][][] corners = [.. about.Select(RankedCorners.Of)];
        int all = corners.Aggregate(1, (product, c) => product * c.Length);
        all.ShouldBeInRange(100, 10_000);
        var asked = new Fulcrum.Findings.AskedResults(@case, @case.AsOf, ["no-deal.europe"], WorkbenchKeeping.KeptUnder);
        CaseNumbers middle = CaseNumbers.MidRange(@case);
        double[] values = [.. Enumerable.Range(0, all).Select(index =>
        {
            double[][] ranked = [.. middle.Ranked];
            for (int r = 0, rest = index; r < about.Length; rest /= corners[r].Length, r++)
            {
                ranked[about[r].Index] = corners[r][rest % corners[r].Length];
            }
            return asked.Answer(middle with { Ranked = ranked }, 1, 0)[0];
        })];

        (values.Max() - values.Min()).ShouldBeGreaterThan(1);
        string At(double value) => value.ToString("0.###############", System.Globalization.CultureInfo.InvariantCulture);
        RankedWord[] words = [.. new[] { values.Min() - 1e-6, values.Min() + 1e-6, values.Max() - 1e-6, values.Max() + 1e-6 }.Select(line => Of(@case, $"no-deal.europe >= {At(line)}"))
            .Select(s => s.Proven ? s.Word : throw new InvalidOperationException("not proven"))];
        words.ShouldBe([RankedWord.Necessarily, RankedWord.Possibly, RankedWord.Possibly, RankedWord.Never]);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same()
    {
        Case @case = Studied.Read(Studied.Ukraine);
        Verdict zone = Verdict("zone and hand.russia > 40", @case);

        WorkbenchRanks.Of(@case, [zone], new AnalyzeOptions { Threads = 1 }).ShouldBe(WorkbenchRanks.Of(@case, [zone], new AnalyzeOptions { Threads = 3 }));
    }

    private static Case Read(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("case.yaml", text);
        CaseReadResult read = Workbench.Open(folder.Path).Check();
        return read.Case.ShouldNotBeNull(string.Join('\n', read.Problems.Select(p => $"{p.Place}: {p.Message}")));
    }

    private static RankedSupport Of(Case @case, string verdict) => WorkbenchRanks.Of(@case, [Verdict(verdict, @case)], new AnalyzeOptions()).ShouldNotBeNull()[0];

    private static Verdict Verdict(string text, Case? @case = null)
    {
        var (verdict, problem) = VerdictReader.Read("v", "", text, WorkbenchVerdicts.VocabularyOf([@case ?? Read(TwoWeights)], null));
        return verdict.ShouldNotBeNull(problem?.Message);
    }
}
