using Fulcrum.Cases;
using Fulcrum.Findings.Kept;
using Shouldly;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>The ends of what a case may assume: nobody looks ahead, nobody discounts, a response at once, an agreement of no length or of no effect.</summary>
public sealed class ExtremeKeepingTests
{
    [Fact]
    public void Who_counts_nothing_that_comes_later_is_told_that_no_guarantee_would_do()
    {
        KeepAnswer answer = Keep(("keeping.discount", "0"));

        BreakerAnswer russia = answer.Breakers.Single(b => b.Party == "russia");
        russia.Breaks.Hits.ShouldBe(russia.Breaks.Of);
        russia.Price.ShouldBeNull();
        answer.Sentences.Single(s => s.Id == "keep.breaks.russia").Text.ShouldContain("no guarantee would make it keep it");
        answer.Sentences.Single(s => s.Id == "keep.shift.ukraine.russia").Rests.ShouldContain("could make up for any fall");
    }

    // Without discounting a month weighs nothing: nobody gains or loses by a truce that changes nothing after it, and nobody refuses it for a rounding error.
    [Fact]
    public void Who_discounts_nothing_refuses_no_truce_over_rounding()
    {
        InterimAnswer energy = Keep(("keeping.discount", "1")).Interim.Single(i => i.Id == "energy-truce");

        foreach (InterimParty party in energy.Parties.Where(p => p.Net is { P5: > -1e-9 }))
        {
            party.Accepts.Hits.ShouldBeGreaterThanOrEqualTo((int)(0.9 * party.Accepts.Of), party.Name);
        }
        energy.Parties.ShouldContain(p => p.Net!.P5 > -1e-9);
    }

    [Theory]
    [InlineData("keeping.response.russia", "0")]
    [InlineData("keeping.rearms-for", "0")]
    [InlineData("interim.full-truce.months", "0")]
    public void Answer_exists_and_has_no_number_that_is_none(string path, string text)
    {
        KeepAnswer answer = Keep((path, text));

        answer.Sentences.ShouldAllBe(s => !s.Text.Contains("NaN", StringComparison.Ordinal) && !s.Text.Contains("not known", StringComparison.Ordinal) && !s.Rests.Contains("NaN", StringComparison.Ordinal));
    }

    [Fact]
    public void Agreement_of_which_the_case_says_nothing_is_not_said_to_be_accepted()
    {
        KeepAnswer answer = Keep();

        answer.Interim.Single(i => i.Id == "sea-truce").Idle.ShouldBeTrue();
        answer.Sentences.Single(s => s.Id == "keep.interim.sea-truce").Text.ShouldNotContain("accepts it");
        answer.Interim.Single(i => i.Id == "full-truce").Idle.ShouldBeFalse();
    }

    [Fact]
    public void Whose_consent_is_needed_is_told_apart()
    {
        InterimAnswer truce = Keep().Interim.Single(i => i.Id == "full-truce");

        truce.Parties.Where(p => p.Consents).Select(p => p.Party).ShouldBe(["ukraine", "russia", "usa"]);
        truce.Accepted.Hits.ShouldBeLessThanOrEqualTo(truce.Parties.Where(p => p.Consents).Min(p => p.Accepts.Hits));
    }

    [Fact]
    public void Threat_believed_less_than_its_holder_would_act_needs_no_commitment_where_that_is_settled()
    {
        CredibilityAnswer answer = Workbench.Open(Studied.Folder(Studied.Ukraine)).Credibility(new AnalyzeOptions { Draws = 60 }).Value!;

        foreach (UndertakingAnswer told in answer.Undertakings.Where(u => u.Flagged))
        {
            bool under = told.Derived!.Share > told.Stated!.Median;
            string text = answer.Sentences.Single(s => s.Id == told.Id).Text;
            told.Devices.Count.ShouldBe(under || told.Net!.Median <= 0 ? 0 : 3, told.Id);
            text.Contains("less than its holder's own payoffs support", StringComparison.Ordinal).ShouldBe(under && told.Derived.Share >= 0.9, told.Id);
            text.Contains("while its holder's own payoffs let it act", StringComparison.Ordinal).ShouldBe(under && told.Derived.Share < 0.9, told.Id);
        }
        answer.Undertakings.ShouldContain(u => u.Flagged && u.Derived!.Share > u.Stated!.Median);
    }

    private static KeepAnswer Keep(params (string Path, string Text)[] sets)
    {
        var request = new CaseRequest(null, [.. sets.Select(s => new Override(s.Path, s.Text, Support.None, TextPlace.None))]);
        Answer<KeepAnswer> answer = Workbench.Open(Studied.Folder(Studied.Ukraine)).Keep([], new AnalyzeOptions { Request = request, Draws = 40 });
        return answer.Value ?? throw new InvalidOperationException(string.Join('\n', answer.Problems.Select(CaseProblemText.Render)));
    }
}
