using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Findings.Kept;
using Shouldly;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>Every sentence about commitments has an id, the same in every run, from which 'why' walks to the evidence or to the assumption.</summary>
public sealed class WhyKeptTests
{
    private static readonly AnalyzeOptions Few = new() { Draws = 3, Request = new CaseRequest(new ReadingId("broken-promises"), []) };

    private static Workbench Ukraine => Workbench.Open(Studied.Folder(Studied.Ukraine));

    [Fact]
    public void Every_sentence_leads_to_evidence_or_to_an_assumption()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        KeptSentence[] sentences =
        [
            .. Ukraine.Keep([], Few, null, cancellation).Value!.Sentences, .. Ukraine.Credibility(Few, null, cancellation).Value!.Sentences,
            .. Ukraine.Trend(Few, null, cancellation).Value!.Sentences, .. Ukraine.Record(Few.Request, null, Fulcrum.Commitments.RecordPrior.Jeffreys).Value!.Sentences,
            .. Ukraine.KeepContrast(Few.Request.Reading, new ReadingId("politico"), [], Few, null, cancellation).Value!.Sentences,
        ];

        sentences.Select(s => s.Id).ShouldBeUnique();
        sentences.Select(s => s.Id.Split('.')[0]).Distinct().Order().ShouldBe(["credibility", "keep", "record", "trend"]);
        foreach (KeptSentence sentence in sentences)
        {
            WhyAnswer why = Ukraine.Why(sentence.Id, Few, null, null, null, cancellation).Value.ShouldNotBeNull(sentence.Id);

            why.Steps[0].Text.ShouldBe(sentence.Text, sentence.Id);
            why.Steps.ShouldContain(s => s.Kind == "method", sentence.Id);
            why.Steps.Any(s => s.Kind == "evidence" || (s.Kind == "note" && s.Text.StartsWith("assumed:", StringComparison.Ordinal))).ShouldBeTrue(sentence.Id);
            foreach (string support in sentence.Supports)
            {
                why.Steps.ShouldContain(s => s.Id == support || s.Id.StartsWith(support + ".", StringComparison.Ordinal), $"{sentence.Id}: {support}");
            }
        }
    }

    [Fact]
    public void Ids_do_not_hang_on_the_draws()
    {
        string[] Ids(ulong seed) => [.. Ukraine.Trend(Few with { Seed = seed }).Value!.Sentences.Select(s => s.Id).Where(id => id is not "trend.closes" and not "trend.opens")];

        Ids(1).ShouldBe(Ids(2));
    }

    [Fact]
    public void A_sentence_that_is_not_said_is_answered_with_those_that_are()
    {
        CaseProblem problem = Ukraine.Why("record.nobody", Few).Problems[0];

        problem.Code.ShouldBe("why/unknown");
        problem.Help.ShouldContain("record.russia");
    }
}
