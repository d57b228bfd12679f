using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Processes;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Tests.CaseStudies;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Bargaining.Processes;

public sealed class ProcessTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    /// <summary>Rubinstein (1982): on a pie the first to offer gets (1 - d2) / (1 - d1 d2), with equal factors 1 / (1 + d).</summary>
    [Theory]
    [InlineData(0.9, 0.9, 1 / 1.9)]
    [InlineData(0.5, 0.5, 1 / 1.5)]
    [InlineData(0.9, 0.5, 0.5 / 0.55)]
    [InlineData(0.2, 0.8, 0.2 / 0.84)]
    public void Rubinstein_splits_a_pie_as_published(double d1, double d2, double share)
    {
        var (first, second) = AlternatingOffers.Rubinstein(GainCurve.Pie, d1, d2);

        first.First.ShouldBe(share, Tolerance);
        second.Second.ShouldBe((1 - d1) / (1 - d1 * d2), Tolerance);
    }

    /// <summary>Stahl (1972), worked back by hand: with one round the proposer takes all, with two the other leaves it 1 - d, with three 1 - d (1 - d).</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1 - 0.8)]
    [InlineData(3, 1 - 0.8 * (1 - 0.7))]
    [InlineData(4, 1 - 0.8 * (1 - 0.7 * (1 - 0.8)))]
    public void Stahl_works_back_from_the_last_round(int rounds, double share) =>
        AlternatingOffers.Stahl(GainCurve.Pie, 0.7, 0.8, rounds, firstStarts: true)[0].First.ShouldBe(share, Tolerance);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Many_rounds_of_Stahl_are_Rubinstein(int seed)
    {
        var random = new Random(seed);
        GainCurve curve = Curve(random);
        (double d1, double d2) = (0.3 + 0.6 * random.NextDouble(), 0.3 + 0.6 * random.NextDouble());

        var rubinstein = AlternatingOffers.Rubinstein(curve, d1, d2).FirstProposes;
        var stahl = AlternatingOffers.Stahl(curve, d1, d2, 600, firstStarts: true)[0];

        stahl.First.ShouldBe(rubinstein.First, 1e-6, $"seed {seed}");
    }

    /// <summary>Binmore, Rubinstein and Wolinsky (1986): short rounds lead to the weighted Nash outcome, equal patience to Nash.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Short_rounds_lead_to_the_weighted_Nash_outcome(int seed)
    {
        var random = new Random(seed);
        GainCurve curve = Curve(random);
        (double d1, double d2) = (0.2 + 0.7 * random.NextDouble(), 0.2 + 0.7 * random.NextDouble());
        const double length = 1e-5;

        var limit = AlternatingOffers.Limit(curve, d1, d2);
        var (first, second) = AlternatingOffers.Rubinstein(curve, Math.Pow(d1, length), Math.Pow(d2, length));

        first.First.ShouldBe(limit.First, 1e-2, $"seed {seed}");
        second.First.ShouldBe(limit.First, 1e-2, $"seed {seed}");
        AlternatingOffers.PatienceShare(0.9, 0.9).ShouldBe(0.5, Tolerance);
        AlternatingOffers.PatienceShare(0.99, 0.5).ShouldBeGreaterThan(0.9);
    }

    /// <summary>Harsanyi (1956): Zeuthen's concessions end at the largest product of gains.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Zeuthen_ends_at_the_largest_product_and_nobody_takes_back(int seed)
    {
        var random = new Random(seed);
        List<(double First, double Second)> deals = Falling(random);

        var run = Zeuthen.Run(deals);

        var end = deals[run[^1].First];
        (run[^1].First == run[^1].Second).ShouldBeTrue();
        (end.First * end.Second).ShouldBe(deals.Max(d => d.First * d.Second), 1e-9 * deals.Max(d => d.First * d.Second) + 1e-12, $"seed {seed}");
        run.Zip(run.Skip(1)).ShouldAllBe(p => p.Second.First <= p.First.First && p.Second.Second >= p.First.Second);
        run.SkipLast(1).Zip(run.Skip(1)).ShouldAllBe(p => (p.First.FirstRisk <= p.First.SecondRisk + 1e-9) == (p.Second.First < p.First.First) || Math.Abs(p.First.FirstRisk - p.First.SecondRisk) < 1e-9);
    }

    /// <summary>
    /// Zeuthen (1930) in Harsanyi's reading (1956), worked by hand on four deals (1, 9), (4, 7), (6, 4), (8, 1). The first opens with 8, the second with 9: risks 7/8 and 8/9, so the first yields, to the first
    /// deal of at least the product 9; then 5/6 against 5/9: the second yields to (4, 7), the product 28 being above 24; then 2/6 against 3/7, and the first accepts.
    /// </summary>
    [Fact]
    public void Zeuthen_step_by_step_as_worked_by_hand()
    {
        var run = Zeuthen.Run([(1, 9), (4, 7), (6, 4), (8, 1)]);

        run.Select(r => (r.First, r.Second)).ShouldBe([(3, 0), (2, 0), (2, 1), (1, 1)]);
        run.SkipLast(1).SelectMany(r => new[] { r.FirstRisk, r.SecondRisk }).ShouldBe([7 / 8.0, 8 / 9.0, 5 / 6.0, 5 / 9.0, 2 / 6.0, 3 / 7.0], Tolerance);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Targets_by_the_clock_only_fall_and_firmness_pays(int seed)
    {
        var random = new Random(seed);
        List<(double First, double Second)> deals = Falling(random);

        var (steps, agreed) = ConcessionTactics.Run(deals, 30, 1, 1);
        int? firm = ConcessionTactics.Run(deals, 30, 0.2, 1).Agreed;

        agreed.ShouldNotBeNull($"seed {seed}");
        steps.Zip(steps.Skip(1)).ShouldAllBe(p => p.Second.First <= p.First.First && p.Second.Second >= p.First.Second);
        deals[firm!.Value].First.ShouldBeGreaterThanOrEqualTo(deals[agreed!.Value].First - 1e-9, $"seed {seed}");
    }

    [Fact]
    public void Zeuthen_on_a_case_is_the_best_single_deal_by_Nash()
    {
        Workbench workbench = Workbench.Open(Studied.Folder(Studied.Panama));

        ProcessAnswer process = workbench.Process(CaseRequest.Base, ["usa", "panama"], new ProcessOptions { Model = ProcessModel.Zeuthen }).Value.ShouldNotBeNull();
        SolveAnswer nash = workbench.Solve(CaseRequest.Base, new SettlementOptions { Single = true }).Value.ShouldNotBeNull();

        (process.Outcomes[0].First, process.Outcomes[0].Second).ShouldBe((nash.Parties[0].Utility, nash.Parties[1].Utility));
        process.Outcomes[0].Deals.Single().Terms.ShouldBe(nash.Mixture.Single().Terms);
    }

    [Fact]
    public void Equal_patience_and_short_rounds_on_a_case_give_the_Nash_mixture()
    {
        ProcessAnswer process = Workbench.Open(Studied.Folder(Studied.Panama)).Process(CaseRequest.Base, [], new ProcessOptions()).Value.ShouldNotBeNull();

        (process.Outcomes[2].First, process.Outcomes[2].Second).ShouldSatisfyAllConditions(p => p.First.ShouldBe(66, 1e-5), p => p.Second.ShouldBe(66, 1e-5));
        process.Outcomes[2].Deals.Sum(d => d.Share).ShouldBe(1, Tolerance);
        process.Outcomes[0].First.ShouldBeGreaterThan(process.Outcomes[1].First);
    }

    [Fact]
    public void Few_offers_in_the_ledger_are_refused_with_a_reason()
    {
        OffersInLedger ledger = Workbench.Open(Studied.Folder(Studied.Panama)).Process(CaseRequest.Base, [], new ProcessOptions()).Value!.Ledger;

        ledger.Parties.ShouldBeEmpty();
        ledger.Refused.ShouldNotBeNull().ShouldContain("0 offers");
    }

    /// <summary>Eight offers of which one side made seven say nothing about the other.</summary>
    [Theory]
    [InlineData("nsnsnsns", false)]
    [InlineData("nsnsnsn", true)]
    [InlineData("nnnnnnns", true)]
    [InlineData("nnnnnsss", true)]
    [InlineData("nnnnnssss", false)]
    public void Offers_are_told_from_eight_on_with_four_by_each(string order, bool refused)
    {
        Case @case = Haggling([.. order.Select((who, k) => (who == 'n' ? "north" : "south", who == 'n' ? 100 - 10 * (k / 2) : 10 * (k / 2)))]);

        LedgerOffers.Of(@case, CaseNumbers.MidRange(@case), new PartyId("north"), new PartyId("south")).TooFew.ShouldBe(refused);
    }

    /// <summary>Two sides come down in turn by 10 points: north from 100 to 70, south the same from the other end.</summary>
    [Fact]
    public void Eight_offers_give_rates_and_reciprocity()
    {
        Case @case = Haggling([.. new[] { 100, 0, 90, 10, 80, 20, 70, 30 }.Select((price, k) => (k % 2 == 0 ? "north" : "south", price))]);

        ConcessionRecord record = LedgerOffers.Of(@case, CaseNumbers.MidRange(@case), new PartyId("north"), new PartyId("south"));

        record.TooFew.ShouldBeFalse();
        record.Parties.Select(p => (p.Offers, Math.Round(p.Given, 9), Math.Round(p.PerOffer, 9))).ShouldBe([(4, 30, 10), (4, 30, 10)]);
        record.Parties[0].Answered.ShouldBe(2.0 / 3);
        record.Parties[1].Answered.ShouldBe(1);
    }

    // North opens 20 short of its best: that is a position, and what it gives begins after it.
    [Fact]
    public void Opening_short_of_the_best_is_no_concession()
    {
        Case @case = Haggling([.. new[] { 80, 0, 80, 0, 70, 0, 60, 0 }.Select((price, k) => (k % 2 == 0 ? "north" : "south", price))]);

        PartyConcessions north = LedgerOffers.Of(@case, CaseNumbers.MidRange(@case), new PartyId("north"), new PartyId("south")).Parties[0];

        (north.Given, Math.Round(north.PerOffer, 9)).ShouldBe((20, Math.Round(20.0 / 3, 9)));
    }

    // Whether the other would ever sign it changes nothing about what was asked for.
    [Theory]
    [InlineData("")]
    [InlineData("\nrefuses: {south: {price: [100]}}")]
    public void Best_that_is_demanded_four_times_is_no_concession(string refused)
    {
        Case @case = Haggling([.. Enumerable.Range(0, 8).Select(k => k % 2 == 0 ? ("north", 100) : ("south", 0))], refused);

        LedgerOffers.Of(@case, CaseNumbers.MidRange(@case), new PartyId("north"), new PartyId("south")).Parties.Select(p => (p.Offers, p.Given)).ShouldBe([(4, 0), (4, 0)]);
    }

    [Fact]
    public void Unknown_party_is_told() =>
        Workbench.Open(Studied.Folder(Studied.Panama)).Process(CaseRequest.Base, ["usa", "nobody"], new ProcessOptions()).Problems.Select(p => p.Code).ShouldContain("ask/unknown-party");

    // A concave falling curve from (0, something) with a few corners.
    private static Case Haggling((string By, int Price)[] offers, string more = "")
    {
        const string text = """
            fulcrum: 1
            case: A price
            as-of: 2025-01-31
            parties: {north: {role: principal}, south: {role: principal}}
            issues:
              price: {range: {from: 0, to: 100, step: 10}, north: {0: 0, 100: 100}, south: {0: 100, 100: 0}}
            weights: {north: {price: 1}, south: {price: 1}}
            no-deal: {war: {goes-on: {as: {rest: status-quo}}}}
            """;
        string moves = "moves:\n" + string.Concat(offers.Select((offer, k) =>
            $"  m{k}: {{date: 2025-01-{k + 1:00}, by: {offer.By}, kind: offer, what: an offer, issue: price, option: {offer.Price}}}\n"));
        CaseReadResult read = CaseFolder.FromTexts(new Dictionary<string, string> { ["case.yaml"] = text + more, ["ledger.yaml"] = moves }, new CaseReadOptions());
        return read.Case.ShouldNotBeNull(string.Join("; ", read.Problems.Select(p => p.Message)));
    }

    private static GainCurve Curve(Random random)
    {
        double[] slopes = [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => 0.1 + 3 * random.NextDouble()).Order()];
        double[] widths = [.. slopes.Select(_ => 0.2 + random.NextDouble())];
        var corners = new List<(double, double)> { (0, widths.Zip(slopes, (w, s) => w * s).Sum()) };
        for (int k = 0; k < slopes.Length; k++)
        {
            corners.Add((corners[^1].Item1 + widths[k], Math.Max(0, corners[^1].Item2 - widths[k] * slopes[k])));
        }
        return new GainCurve(corners);
    }

    private static List<(double First, double Second)> Falling(Random random)
    {
        int count = 1 + random.Next(25);
        double[] first = [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(1, 60)).Distinct().Order()];
        double[] second = [.. Enumerable.Range(1, first.Length).Select(_ => (double)random.Next(1, 60)).Order()];
        for (int k = 1; k < second.Length; k++)
        {
            second[k] = Math.Max(second[k], second[k - 1] + 1);
        }
        return [.. first.Zip(second.Reverse())];
    }
}
