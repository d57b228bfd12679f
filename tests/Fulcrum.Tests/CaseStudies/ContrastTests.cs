using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Findings.Kept;
using Fulcrum.Studies;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>Two readings of one deal: which assumption carries the difference, in words and with what each holds, and which guarantee would be enough in each.</summary>
public sealed class ContrastTests
{
    private const int Draws = 60;
    private const string Attack = "no-deal.renewed-attack.holds.chance";
    private const string Rearming = "keeping.rearms.russia.russia";

    private static readonly Lazy<KeepContrast> Experts = new(() => Contrast("broken-promises", "national-interest", Draws));
    private static readonly Workbench Ukraine = Workbench.Open(Studied.Folder(Studied.Ukraine));

    [Fact]
    public void Answer_names_the_assumption_what_each_holds_of_it_and_the_guarantee_that_would_be_enough()
    {
        KeepContrast contrast = Experts.Value;

        KeptSentence said = contrast.Sentences.Single();
        SwappedAssumption first = contrast.Swaps[0];
        said.Text.ShouldContain($"{first.Words} ({first.Path}), {first.From} in 'Broken promises' and {first.To} in 'National Interest'");
        contrast.Swaps.ShouldContain(s => s.Path == Attack && s.Words == "the chance of 'Holds' in 'a truce, then a new attack'" && s.From == "0.1..0.4" && s.To == "0.6..0.9");
        said.Text.ShouldContain("turns the verdict");
        contrast.Together.ShouldBeNull();
        GuaranteeNeeded need = contrast.One.Needed.Single();
        said.Rests.ShouldContain($"enough would be one that takes {Math.Ceiling(need.Points!.Value)} of Russia's 100 points from its breach, as Russia believes it");
        said.Rests.ShouldContain("In 'National Interest' no guarantee is needed");
        contrast.Other.Needed.ShouldBeEmpty();
    }

    // Told from the other side no assumption is enough by itself: the smallest set is named.
    [Fact]
    public void Where_no_assumption_turns_the_verdict_alone_those_that_do_together_are_named()
    {
        KeepContrast contrast = Contrast("national-interest", "broken-promises", Draws);

        if (contrast.Swaps[0].Flips)
        {
            contrast.Together.ShouldBeNull();
            return;
        }
        SwappedTogether together = contrast.Together.ShouldNotBeNull();
        together.Paths[0].ShouldBe(contrast.Swaps[0].Path);
        together.Paths.ShouldContain(Rearming);
        together.Paths.ShouldContain(Attack);
        together.Kept.Share.ShouldBeLessThan(0.5);
        contrast.Sentences[0].Text.ShouldContain($"({together.Paths[^1]}) as well the deal would be kept {together.Kept.InDraws}");
    }

    // Every two readings of the case that are somebody's view: an answer in words, and no difference is explained where there is none.
    [Theory]
    [InlineData(null, "national-interest")]
    [InlineData("carrots", "broken-promises")]
    [InlineData("seen-from-moscow", "seen-from-kyiv")]
    public void Readings_that_agree_are_not_said_to_part(string? one, string other)
    {
        KeepContrast contrast = Contrast(one, other, 4);

        bool turned = contrast.One.Kept.Share >= 0.5 != contrast.Other.Kept.Share >= 0.5;
        bool apart = contrast.Swaps.Count > 0 && (turned || Math.Abs(contrast.One.Kept.Share - contrast.Other.Kept.Share) >= 0.1);
        string text = contrast.Sentences[0].Text;
        text.Contains("carries most of it", StringComparison.Ordinal).ShouldBe(apart);
        text.ShouldNotContain("otherwise in");
        text.ShouldNotContain("NaN");
        (contrast.Together is null || turned).ShouldBeTrue();
    }

    // What is said to be enough is: with that much taken from its breach Russia keeps the deal in 90 of 100 draws, and with a point less it does not.
    [Fact]
    public void Guarantee_said_to_be_enough_is_the_least_that_is()
    {
        Case @case = Studied.Read(Studied.Ukraine, "broken-promises");
        var deal = new Dictionary<IssueId, OptionId> { [new IssueId("guarantees")] = new OptionId("none") };
        WorkbenchKeeping keeping = new WorkbenchKeeping(CasePlan.Of(Studied.Read(Studied.Ukraine), @case.AsOf), deal).In(CasePlan.Of(@case, @case.AsOf));
        var sampler = new Sampler(@case, new AnalyzeOptions().Seed);
        BreachChoice[] choices = [.. Enumerable.Range(0, Draws).Select(d => keeping.Quick(sampler.Draw(d)).Breaches.Single(b => @case.Parties[b.Breaker].Id.Value == "russia").Choice)];

        double enough = Experts.Value.One.Needed.Single().Points!.Value;

        double Kept(double points) => choices.Count(c => Compliance.Keeps(c with { Guarantee = points })) / (double)Draws;
        Kept(enough + 1e-6).ShouldBeGreaterThanOrEqualTo(0.9);
        Kept(enough - 0.01).ShouldBeLessThan(0.9);
    }

    [Theory]
    [InlineData("no-deal.per-month.russia", "how Russia's prospects without a deal drift a month")]
    [InlineData("no-deal.renewed-attack.cost.usa", "what 'a truce, then a new attack' costs US")]
    [InlineData("keeping.response.russia", "the months until a breach by Russia is answered")]
    [InlineData("weights.ukraine", "what counts for Ukraine")]
    [InlineData("levers.us-guarantee.costs-holder", "'American guarantee, cost to its holder when carried out'")]
    [InlineData("keeping.discount", "'Keeping: what a month later is worth today'")]
    [InlineData("nowhere", "'nowhere'")]
    public void Path_is_said_within_a_sentence(string path, string words) => PathPhrase.Of(Studied.Read(Studied.Ukraine), path).ShouldBe(words);

    private static KeepContrast Contrast(string? one, string other, int draws) =>
        Ukraine.KeepContrast(one is null ? null : new ReadingId(one), new ReadingId(other), ["guarantees=none"], new AnalyzeOptions { Draws = draws }).Value!;
}
