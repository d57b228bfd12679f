using System.Text;
using System.Text.Json;
using Fulcrum.Web.Desk;
using Fulcrum.Web.Serving;

namespace Fulcrum.Web.Routes;

/// <summary>What is open, what runs, what it found.</summary>
internal static class StateRoutes
{
    public static void Map(Api api, Office office, CancellationToken stopping)
    {
        api.Get(new ApiRoute("GET", "/api/state", "What is open, which version of its files, and what runs", null, typeof(StateView)), _ => Reply.Ok(office.State));
        api.Stream(
            new ApiRoute("GET", "/api/events", "What happens, as server-sent events: state, progress, done, ping", null, null) { AnswerType = "text/event-stream" },
            context => office.Events.StreamAsync(context, () => office.State, stopping));
        api.Get(
            new ApiRoute("GET", "/api/book", "The newest analysis of the case and its readings, as the pages show it", null, null)
            {
                Others = [(202, "the first analysis is under way; the events tell when it is done"), (422, "the case has problems and was never analysed")],
            },
            _ => Book(office));
        api.Act(
            new ApiRoute("POST", "/api/analysis", "Begins the analysis again, where the last one was ended early; a whole one stays as it is", null, typeof(StateView)),
            _ => Task.FromResult(FileRoutes.Desk(office, Again)));
        api.Act(
            new ApiRoute("DELETE", "/api/jobs/{job}", "Ends work early; an analysis then shows what it has, marked partial", null, typeof(StateView))
            {
                Others = [(404, "no such job is running")],
            },
            context => Task.FromResult(Cancel(office, (string)context.Request.RouteValues["job"]!)));
    }

    private static Reply Again(CaseDesk desk)
    {
        desk.AnalyseAgain();
        return Reply.Ok(desk.State);
    }

    private static Reply Book(Office office)
    {
        if (office.Desk is not { } desk)
        {
            return Reply.Problem(409, ServeProblems.NoCase());
        }
        CaseSnapshot now = desk.Now;
        AnalystView analyst = desk.Analyst.At(now.Version);
        if (analyst.Fresh is { } fresh)
        {
            return Reply.Json(With(fresh.Json, new BookState(fresh.Version, false, false, [])));
        }
        if (analyst.Last is { } last)
        {
            return Reply.Json(With(last.Json, new BookState(last.Version, last.Version != now.Version, last.Preliminary, [.. now.Problems.Select(ProblemView.Of)])));
        }
        if (analyst.Failure is { } failure)
        {
            return Reply.Problem(500, ServeProblems.Unexpected(failure));
        }
        return analyst.Running is { } job
            ? new Reply(202, job.View)
            : now.Case is null ? Reply.Problem(422, now.Problems) : Reply.Problem(409, ServeProblems.Of("serve/no-analysis", "the analysis was ended before it had anything to show", "start it again"));
    }

    // The book is written once; what is particular to this moment is put behind it.
    private static byte[] With(ReadOnlyMemory<byte> book, BookState state)
    {
        byte[] more = JsonSerializer.SerializeToUtf8Bytes(state, ApiJson.Settings);
        more[0] = (byte)',';
        return [.. book.Span[..^1], .. more];
    }

    private static Reply Cancel(Office office, string job) =>
        office.Desk?.Analyst.Cancel(job) == true || office.Desk?.Comparer.Cancel(job) == true ? Reply.Ok(office.State) : Reply.Problem(404, ServeProblems.Unknown("running job", job));

    /// <param name="Preliminary">It rests on a few draws; the full one is under way.</param>
    /// <param name="Stale">The files have changed since, or are broken.</param>
    private sealed record BookState(string Version, bool Stale, bool Preliminary, IReadOnlyList<ProblemView> Problems);
}
