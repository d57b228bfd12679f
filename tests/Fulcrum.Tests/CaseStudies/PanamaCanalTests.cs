using System.Text.Json;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>Raiffa (1982): the points of the canal talks, with the answers recorded in the case's folder and found again by listing every deal.</summary>
public sealed class PanamaCanalTests
{
    // The certified gap of a solution is 1e-6 points of the objective; values follow within its square root.
    private const double Tolerance = 1e-3;

    private static readonly Lazy<(BargainingProblem Problem, JsonElement Expected)> Talks = new(() =>
    {
        Case @case = Studied.Read(Studied.Panama);
        BargainingProblem problem = SituationBuilder.Build(CasePlan.Of(@case, @case.AsOf), CaseNumbers.MidRange(@case), @case.AsOf);
        return (problem, JsonDocument.Parse(File.ReadAllText(Path.Combine(Studied.Folder(Studied.Panama), "expected.json"))).RootElement);
    });

    private static BargainingProblem Problem => Talks.Value.Problem;

    private static JsonElement Expected => Talks.Value.Expected;

    private static int Usa => Problem.Space.Parties.ToList().IndexOf(new PartyId("usa"));

    [Fact]
    public void Case_has_no_problem() => Workbench.Open(Studied.Folder(Studied.Panama)).Check().Problems.ShouldBeEmpty();

    [Fact]
    public void Without_a_deal_each_has_the_recorded_points()
    {
        Pair(Problem.NoDeal).ShouldBe((Expected.GetProperty("noDeal").GetProperty("usa").GetDouble(), Expected.GetProperty("noDeal").GetProperty("panama").GetDouble()));
        Problem.Space.Count.ShouldBe(Expected.GetProperty("deals").GetInt32());
    }

    [Theory]
    [InlineData(Concept.Nash, "nash")]
    [InlineData(Concept.KalaiSmorodinsky, "kalaiSmorodinsky")]
    [InlineData(Concept.Egalitarian, "egalitarian")]
    public void Mixture_is_the_one_recorded(Concept concept, string name)
    {
        (double usa, double panama) = Pair(Solve(concept, single: false).Utilities);

        usa.ShouldBe(Expected.GetProperty("mixtures").GetProperty(name).GetProperty("usa").GetDouble(), Tolerance);
        panama.ShouldBe(Expected.GetProperty("mixtures").GetProperty(name).GetProperty("panama").GetDouble(), Tolerance);
    }

    [Fact]
    public void Welfare_reaches_the_recorded_sum() =>
        Solve(Concept.Welfare, single: false).Utilities.Sum().ShouldBe(Expected.GetProperty("mixtures").GetProperty("welfareSum").GetDouble(), Tolerance);

    [Fact]
    public void Nash_mixes_the_two_recorded_deals()
    {
        var mixture = Solve(Concept.Nash, single: false).Mixture.OrderByDescending(deal => deal.Share).ToList();
        JsonElement[] recorded = Expected.GetProperty("nashMixture").EnumerateArray().ToArray();

        mixture.Count.ShouldBe(recorded.Length);
        foreach ((MixedDeal deal, JsonElement expected) in mixture.Zip(recorded))
        {
            deal.Share.ShouldBe(expected.GetProperty("share").GetDouble(), Tolerance);
            Pair(deal.Utilities).ShouldBe((expected.GetProperty("usa").GetDouble(), expected.GetProperty("panama").GetDouble()));
        }
    }

    [Fact]
    public void Best_single_deal_is_the_one_recorded_and_the_best_of_all_listed()
    {
        Settlement single = Solve(Concept.Nash, single: true);
        (double usa, double panama) = Pair(single.Utilities);
        var listed = AllDeals().Where(deal => deal.Usa >= 50 && deal.Panama >= 50).ToList();
        JsonElement recorded = Expected.GetProperty("nashSingle");

        (usa, panama).ShouldBe((recorded.GetProperty("usa").GetDouble(), recorded.GetProperty("panama").GetDouble()));
        listed.Count.ShouldBe(Expected.GetProperty("dealsBothPrefer").GetInt32());
        ((usa - 50) * (panama - 50)).ShouldBe(listed.Max(deal => (deal.Usa - 50) * (deal.Panama - 50)), 1e-9);
        UsGets(single.Mixture[0].Deal).ShouldBe(recorded.GetProperty("usGets").EnumerateArray().Select(issue => issue.GetString()!), ignoreOrder: true);
    }

    private static Settlement Solve(Concept concept, bool single) => Solving.Solve(Problem, new SettlementOptions { Concept = concept, Single = single })[0];

    private static (double Usa, double Panama) Pair(IReadOnlyList<double> values) => (Math.Round(values[Usa], 9), Math.Round(values[1 - Usa], 9));

    private static IEnumerable<string> UsGets(Deal deal) =>
        Problem.Space.Blocks.Select((block, b) => block.Choices[deal.Choices[b]].Terms.Options[0]).Where(term => term.Option.Value == "us").Select(term => term.Issue.Value);

    private static IEnumerable<(double Usa, double Panama)> AllDeals()
    {
        IReadOnlyList<DealBlock> blocks = Problem.Space.Blocks;
        for (int mask = 0; mask < 1 << blocks.Count; mask++)
        {
            var points = blocks.Select((block, b) => block.Choices[mask >> b & 1].Points).ToList();
            yield return (points.Sum(p => p[Usa]), points.Sum(p => p[1 - Usa]));
        }
    }
}
