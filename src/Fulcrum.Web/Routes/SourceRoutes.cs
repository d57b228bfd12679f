using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cases.Verifying;
using Fulcrum.Reading.Ledger;
using Fulcrum.Web.Desk;
using Fulcrum.Web.Serving;

namespace Fulcrum.Web.Routes;

/// <summary>Texts taken in from the page, and the texts at hand with the spans that evidence points to.</summary>
internal static class SourceRoutes
{
    public static void Map(Api api, Office office)
    {
        api.Send<NewText>(
            new ApiRoute("POST", "/api/sources", "Reads a text, puts it into sources/ and sources.yaml, and adds its proposals; with 'preview' it only reads", typeof(NewText), typeof(IntakeView))
            {
                Others = [(422, "the text cannot be taken in; nothing was written"), (409, "sources.yaml changed meanwhile")],
            },
            (body, context) => Task.Run(() => FileRoutes.Desk(office, desk => Take(desk, body, context.RequestAborted))), Api.LargeBody);
        api.Get(
            new ApiRoute("GET", "/api/sources/{id}/text", "A source's text, where it is at hand, with the spans that evidence points to", null, typeof(TextView))
            {
                Others = [(404, "there is no such source, or its text is not at hand")],
            },
            context => FileRoutes.Desk(office, desk => Text(desk, (string)context.Request.RouteValues["id"]!)));
    }

    private static Reply Take(CaseDesk desk, NewText asked, CancellationToken cancelled)
    {
        lock (desk.Intake)
        {
            if (string.IsNullOrWhiteSpace(asked.Text))
            {
                return Reply.Problem(422, ServeProblems.Of("serve/no-text", "there is no text", "paste one, or drop a file"));
            }
            CaseSnapshot now = desk.Look();
            using var intake = new TextIntake(desk.Folder, now, asked.Name, asked.Text);
            if (intake.KnownAs is { } known)
            {
                return Reply.Problem(422, ServeProblems.Of("serve/known-text", $"this text is the source '{known}' already", "nothing needs to be added"));
            }
            ReadingResult read = intake.Read(asked.Published, cancelled);
            var view = new IntakeView(
                [.. read.Documents.Zip(read.Lineage).Select(p => new IntakeSource(intake.IdOf(p.First.Id), intake.IdOf(p.Second.DerivedFrom), p.Second.Independent, p.Second.Reasons, p.Second.Changes))],
                intake.ProposalsOf(read), intake.Id, [.. read.Problems.Select(ProblemView.Of)]);
            if (asked.Preview)
            {
                return Reply.Ok(view);
            }
            EditOutcome outcome = intake.Write(desk.Edits, read);
            if (!outcome.Ok)
            {
                return EditReplies.Of(desk, outcome);
            }
            desk.Look();
            return Reply.Ok(view);
        }
    }

    private static Reply Text(CaseDesk desk, string id)
    {
        Case? @case = desk.Now.Case;
        Source? source = @case?.Sources.FirstOrDefault(s => s.Id.Value == id);
        if (source is null || desk.Texts().Of(source) is not { } text)
        {
            return Reply.Problem(404, ServeProblems.Unknown("text at hand of the source", id));
        }
        TextSpanView[] spans = [.. @case!.Evidence.Where(e => e.Source == source.Id && e.Span is not null && text.Quote(e) is not null)
            .OrderBy(e => e.Span!.Value.Start).ThenBy(e => e.Span!.Value.End)
            .Select(e => new TextSpanView(e.Span!.Value.Start, e.Span.Value.End, e.Id.Value, @case.Moves.FirstOrDefault(m => m.Evidence.Contains(e.Id))?.Id.Value))];
        return Reply.Ok(new TextView(text.Text, spans));
    }

    /// <param name="Name">What the source is called; its id is made from it.</param>
    /// <param name="Published">Its date, where the text shows none: 2025-03-24.</param>
    /// <param name="Preview">Only read it: nothing is written.</param>
    internal sealed record NewText(string Name, string Text, DateOnly? Published = null, bool Preview = false);

    /// <param name="Sources">The new text among those at hand: which rewrites which.</param>
    /// <param name="Proposals">Proposals that the new text makes.</param>
    /// <param name="Id">The new source's id.</param>
    internal sealed record IntakeView(IReadOnlyList<IntakeSource> Sources, int Proposals, string Id, IReadOnlyList<ProblemView> Problems);

    internal sealed record IntakeSource(string? Id, string? DerivedFrom, bool Independent, IReadOnlyList<string> Reasons, IReadOnlyList<string> Changes);

    /// <param name="Spans">In Unicode code points, as evidence.yaml counts them; they may overlap.</param>
    internal sealed record TextView(string Text, IReadOnlyList<TextSpanView> Spans);

    /// <param name="Move">The first move that rests on it.</param>
    internal sealed record TextSpanView(int Start, int End, string Evidence, string? Move);
}
