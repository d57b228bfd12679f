using FsCheck;
using FsCheck.Fluent;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Findings.Kept;
using Fulcrum.Numerics;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Commitments;

public sealed class RecordTests
{
    private const double Tabled = 0.0006;

    // Jeffreys intervals of a binomial share, 2.5 of 100 cut off at each end (definition: Brown, Cai and DasGupta 2001, Statistical Science 16, section 4).
    [Theory]
    [InlineData(1, 7, 0.016, 0.501)]
    [InlineData(2, 7, 0.065, 0.648)]
    [InlineData(3, 7, 0.139, 0.766)]
    [InlineData(4, 8, 0.199, 0.801)]
    public void Jeffreys_interval_has_its_known_ends(int broken, int of, double low, double high)
    {
        var beta = new BetaDistribution(broken + 0.5, of - broken + 0.5);

        beta.Quantile(0.025).ShouldBe(low, Tabled);
        beta.Quantile(0.975).ShouldBe(high, Tabled);
    }

    // The rule of succession (Laplace 1774): after n kept and none broken the next is broken with 1 / (n + 2).
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(8, 0.1)]
    [InlineData(98, 0.01)]
    public void Uniform_prior_gives_the_rule_of_succession(int kept, double share) => RecordPosterior.Of(kept, 0, RecordPrior.Uniform).Mean.ShouldBe(share, 1e-12);

    // For whole parameters the Beta distribution is a binomial tail: I_x(a, b) = P(at least a of a + b - 1).
    [Fact]
    public void Beta_distribution_agrees_with_binomial_tails() => Prop.ForAll(
        Gen.Choose(1, 20).ToArbitrary(), Gen.Choose(1, 20).ToArbitrary(), Gen.Choose(1, 99).ToArbitrary(), (a, b, percent) =>
        {
            double x = percent / 100.0;
            double tail = Enumerable.Range(a, b).Sum(k => Binomial(a + b - 1, k) * Math.Pow(x, k) * Math.Pow(1 - x, a + b - 1 - k));
            return (Math.Abs(new BetaDistribution(a, b).Cumulative(x) - tail) < 1e-10).Label($"{a} {b} {x}");
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void More_breaches_raise_the_share_and_more_cases_narrow_it() => Prop.ForAll(Gen.Choose(0, 30).ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (kept, broken) =>
    {
        RecordPosterior now = RecordPosterior.Of(kept, broken, RecordPrior.Jeffreys), worse = RecordPosterior.Of(kept, broken + 1, RecordPrior.Jeffreys);
        RecordPosterior more = RecordPosterior.Of(10 * kept + 10, 10 * broken + 10, RecordPrior.Jeffreys);
        return (worse.Mean > now.Mean && worse.P5 > now.P5 && worse.P95 > now.P95).Label("share").And((more.P95 - more.P5 < now.P95 - now.P5).Label("width"));
    }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(50));

    [Fact]
    public void Commitment_is_pending_until_its_status_holds_and_nothing_before_it_was_taken_on()
    {
        Commitment pact = SampleCase.Sound(SampleCase.Full).Commitments.Single();

        CommitmentRecords.At(pact, new DateOnly(1990, 1, 1)).ShouldBeNull();
        CommitmentRecords.At(pact, new DateOnly(2001, 1, 1)).ShouldBe(CommitmentStatus.Pending);
        CommitmentRecords.At(pact, new DateOnly(2020, 1, 1)).ShouldBe(CommitmentStatus.Broken);
    }

    [Theory]
    [InlineData("1994-12-04", null, null)]
    [InlineData("1994-12-05", CommitmentStatus.Pending, null)]
    [InlineData("1995-01-01", CommitmentStatus.Kept, "1995")]
    [InlineData("2014-03-15", CommitmentStatus.Kept, "1995")]
    [InlineData("2014-03-16", CommitmentStatus.Broken, "2014-03")]
    [InlineData("2019-12-31", CommitmentStatus.Broken, "2014-03")]
    [InlineData("2020-01-01", CommitmentStatus.Unclear, "2020-01-01")]
    public void Commitment_with_a_history_stands_at_each_date_as_its_statuses_say(string date, CommitmentStatus? status, string? since)
    {
        Dictionary<string, string> files = SampleCase.Full;
        files["case.yaml"] = files["case.yaml"].Replace(
            "status: broken, since: 2014", "status: {1995: kept, 2014-03: {is: broken, evidence: paper-1}, 2020-01-01: unclear}", StringComparison.Ordinal)
            .Replace("{1995: kept", "{1994-12-06..1995-01-25: kept", StringComparison.Ordinal);
        Commitment pact = SampleCase.Sound(files).Commitments.Single();
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        CommitmentRecords.At(pact, day).ShouldBe(status);
        if (status is not null)
            CommitmentRecords.Since(pact, day)?.Text.ShouldBe(since == "1995" ? "1994-12-06..1995-01-25" : since);
        pact.Earlier.Select(e => e.Evidence.Count).ShouldBe([0, 1]);
    }

    [Fact]
    public void List_picked_by_hand_is_warned_of()
    {
        Fulcrum.Cases.Case inClass = SampleCase.Sound(SampleCase.Full);
        Fulcrum.Cases.Case picked = inClass with { Commitments = [.. inClass.Commitments.Select(c => c with { Class = null })] };

        RecordAnswer answer = RecordComposer.Compose(picked, inClass.AsOf, RecordPrior.Jeffreys);

        answer.Warnings.Single().ShouldContain("no denominator");
        answer.Parties.Single().HandPicked!.Broken.ShouldBe(1);
        answer.Circumstances.Single().ShouldBe(new CircumstanceRecord("no observers", 0, 1));
    }

    // Naming the class of a commitment counts nothing: the class has a denominator, the party's own rows of it have none.
    [Fact]
    public void Obligations_of_a_class_stay_a_list_picked_by_hand_beside_the_record_of_the_class()
    {
        Fulcrum.Cases.Case @case = SampleCase.Sound(SampleCase.Full);

        RecordAnswer answer = RecordComposer.Compose(@case, @case.AsOf, RecordPrior.Jeffreys);

        answer.Warnings.Single().ShouldContain("breaches alone and no denominator");
        answer.Parties.Single().HandPicked.ShouldBeNull();
        answer.Sentences.Single(s => s.Id == "record.south").Rests.ShouldBe(
            "The list is picked by hand and has no denominator: it supports no rate. Were it a sample, 75 of 100 (23..99) of those of the kind 'Border pacts' would be broken; of the whole class 'Border pacts' 44 of 100 (32..56) are.");
    }

    [Fact]
    public void Class_known_by_its_share_alone_is_weighed_as_assumed_and_told_to_be_so()
    {
        Dictionary<string, string> files = SampleCase.Full;
        files["case.yaml"] = files["case.yaml"].Replace("kept: 27, broken: 21,", "share-kept: 0.37, counts-as: 30,", StringComparison.Ordinal).Replace("class: border-pacts, ", "", StringComparison.Ordinal);
        Fulcrum.Cases.Case @case = SampleCase.Sound(files);

        RecordAnswer answer = RecordComposer.Compose(@case, @case.AsOf, RecordPrior.Uniform);

        ClassRecord known = answer.Classes.Single();
        known.Share.Mean.ShouldBe((0.63 * 30 + 1) / 32, 1e-12);
        answer.Sentences.Single(s => s.Id == "record.class.border-pacts").Marks.ShouldBe(["?"]);
        answer.Sentences.Single(s => s.Id == "record.south").Rests.ShouldContain("Were it a sample, 67 of 100 (22..97) of such obligations would be broken; of the whole class 'Border pacts' 62 of 100 (48..76) are.");
        answer.Warnings.ShouldContain(w => w.Contains("how many agreements it is weighed as is an assumption", StringComparison.Ordinal));
    }

    // The fewer agreements a share stands for, the less it says.
    [Fact]
    public void Share_weighed_as_fewer_agreements_has_a_wider_range() => Prop.ForAll(Gen.Choose(1, 99).ToArbitrary(), Gen.Choose(1, 200).ToArbitrary(), (percent, weight) =>
    {
        double Width(int n) => RecordPosterior.Of(percent / 100.0 * n, (1 - percent / 100.0) * n, RecordPrior.Uniform) is var p ? p.P95 - p.P5 : 0;
        return Width(4 * weight + 4) < Width(weight);
    }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(60));

    private static double Binomial(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
