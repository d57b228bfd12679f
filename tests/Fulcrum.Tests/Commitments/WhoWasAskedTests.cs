using Fulcrum.Cases;
using Fulcrum.Findings.Kept;
using Fulcrum.Tests.CaseStudies;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Commitments;

/// <summary>A deal is said to be kept by those whom the case lets ask, and only where there is something to keep.</summary>
public sealed class WhoWasAskedTests : IDisposable
{
    private const string Three = """
        fulcrum: 1
        case: Three at war
        starts: 2025-01-01
        as-of: 2025-03-01
        parties: {a: {role: principal, name: Aland}, b: {role: principal, name: Borland}, c: {role: principal, name: Corland}}
        ends: war
        issues:
          war: {options: [fire, quiet], a: {fire: 0, quiet: 100}, b: {fire: 0, quiet: 100}, c: {fire: 0, quiet: 100}}
        weights: {a: {war: 1}, b: {war: 1}, c: {war: 1}}
        no-deal:
          f: {o: {as: {rest: status-quo}}, cost: {a: 5, b: 5, c: 5}}
          after-breach: AFTER
          per-month: {a: -1, b: -1, c: 1}

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{a: f, b: f}", "Neither Aland nor Borland would gain by breaking this deal in 5 of 5 draws.", "Not asked: Corland, as the case does not say what follows a breach by it.", "neither would break")]
    [InlineData("{b: f}", "Borland would not gain by breaking this deal in 5 of 5 draws.", "Not asked: Aland and Corland, as the case does not say what follows a breach by them.", "Borland would not break")]
    [InlineData("f", "None of Aland, Borland and Corland would gain by breaking this deal in 5 of 5 draws.", "", "none of them would break")]
    public void Headline_names_who_was_asked_and_who_was_not(string after, string headline, string limits, string zone)
    {
        KeepAnswer answer = Keep(after);

        KeptSentence kept = answer.Sentences.Single(s => s.Id == "keep.kept");
        kept.Text.ShouldBe(headline);
        kept.Rests.ShouldStartWith(limits);
        kept.Rests.Contains("Not asked", StringComparison.Ordinal).ShouldBe(limits.Length > 0);
        answer.Sentences.Single(s => s.Id == "keep.zone").Text.ShouldContain(zone);
    }

    [Fact]
    public void Mediator_whose_consent_is_needed_is_named_where_it_was_not_asked()
    {
        KeepAnswer answer = Workbench.Open(Studied.Folder(Studied.Ukraine)).Keep([], new AnalyzeOptions { Draws = 2 }).Value!;

        answer.NotAsked.ShouldBe(["usa"]);
        answer.Sentences[0].Rests.ShouldStartWith("Not asked: US, as the case does not say what follows a breach by it.");
    }

    [Fact]
    public void Deal_that_ends_nothing_is_not_called_kept()
    {
        KeepAnswer peace = Keep("f"), war = Keep("f", "war=fire");

        (peace.LeavesOpen.Count, war.LeavesOpen.Single()).ShouldBe((0, "war"));
        war.Kept.Hits.ShouldBe(5, "a breach takes nothing");
        KeptSentence said = war.Sentences[0];
        said.Text.ShouldBe("This deal leaves open what it would have to end (War: Fire), so that a breach takes little or nothing from anybody; that none of Aland, Borland and Corland would gain by one in 5 of 5 draws does not say that a settlement would be kept.");
    }

    private KeepAnswer Keep(string after, params string[] deal)
    {
        _folder.Write("case.yaml", Three.Replace("AFTER", after, StringComparison.Ordinal));
        Answer<KeepAnswer> answer = Workbench.Open(_folder.Path).Keep(deal, new AnalyzeOptions { Draws = 5 });
        return answer.Value ?? throw new InvalidOperationException(string.Join('\n', answer.Problems.Select(CaseProblemText.Render)));
    }
}
