using System.Diagnostics;
using System.Text.Json;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Web.Desk;
using Fulcrum.Web.Serving;
using Microsoft.AspNetCore.Http;

namespace Fulcrum.Web.Routes;

/// <summary>What if an assumption were otherwise: at once at mid-range, and within two seconds over as many draws as fit.</summary>
internal static class WhatIfRoutes
{
    /// <summary>What the draws of one answer may take; with the base case's beside them it stays under two seconds.</summary>
    private static readonly TimeSpan ForDraws = TimeSpan.FromSeconds(0.75);

    public static void Map(Api api, Office office)
    {
        api.Get(
            new ApiRoute("GET", "/api/assumptions", "Everything that can be supposed otherwise, in groups", null, typeof(AssumptionList)) { Query = [("reading", "a reading's id; the base case without it")] },
            context => With(office, Text(context, "reading"), (_, e) => Reply.Ok(e.Explorer.Assumptions())));
        api.Send<WhatIf>(
            new ApiRoute("POST", "/api/whatif", "The predicted deal, hands and zone at mid-range under changes, and without them", typeof(WhatIf), typeof(WhatIfAnswer))
            {
                Others = [(422, "a change cannot be made; the problems say why")],
            },
            (body, context) => Task.FromResult(With(office, body.Reading, (_, e) => Solve(e, body, context.RequestAborted))));
        var turns = new PageTurns();
        api.Send<WhatIf>(
            new ApiRoute("POST", "/api/whatif/ranges", "Hands and zone over as many draws as fit into two seconds, under changes and without them", typeof(WhatIf), typeof(RangesAnswer))
            {
                Others = [(422, "a change cannot be made; the problems say why"), (499, "a newer request of the same page took its place")],
            },
            (body, context) => Task.Run(() => Newest(turns, body, cancelled => With(office, body.Reading, (desk, e) => Ranges(desk, e, body, cancelled)), context.RequestAborted)));
    }

    public static string? Text(HttpContext context, string name) => context.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Answers from the case as it stands under a reading ('base' and nothing mean the base case).</summary>
    public static Reply With(Office office, string? reading, Func<CaseDesk, Exploration, Reply> answer) => FileRoutes.Desk(office, desk =>
    {
        Answer<Exploration> exploration = desk.Explorers.Of(desk.Now, reading is "base" or "" ? null : reading);
        return exploration.Value is { } e ? answer(desk, e) : Reply.Problem(422, exploration.Problems);
    });

    private static Reply Solve(Exploration exploration, WhatIf asked, CancellationToken cancelled)
    {
        if (exploration.Base is not { } before)
        {
            return Reply.Problem(422, exploration.Explorer.Solve([], cancelled).Problems);
        }
        long start = Stopwatch.GetTimestamp();
        Answer<QuickAnswer> answer = exploration.Explorer.Solve(Overrides(asked), cancelled);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return answer.Value is { } now
            ? Reply.Ok(new WhatIfAnswer(Math.Round(milliseconds, 1), now.Zone, now.Hands, now.NoDeal, now.Deal, now.Single, before))
            : Reply.Problem(422, answer.Problems);
    }

    private static Reply Ranges(CaseDesk desk, Exploration exploration, WhatIf asked, CancellationToken cancelled)
    {
        AnalyzeOptions options = desk.Asked with { Draws = asked.Draws ?? desk.Asked.Draws };
        if (exploration.Base is null)
        {
            return Reply.Problem(422, exploration.Explorer.Solve([], cancelled).Problems);
        }
        options = options with { Draws = exploration.DrawsWithin(ForDraws, options) };
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        late.CancelAfter(ForDraws * 1.5);
        long start = Stopwatch.GetTimestamp();
        Answer<QuickRanges> answer = InTime(exploration, asked, options, late.Token, cancelled);
        if (answer.Value is not { } now)
        {
            return Reply.Problem(422, answer.Problems);
        }
        exploration.Took(Stopwatch.GetElapsedTime(start), now.Draws);
        cancelled.ThrowIfCancellationRequested();
        return exploration.BaseRanges(options with { Draws = now.Draws }, cancelled) is { } before
            ? Reply.Ok(new RangesAnswer(now.Draws, now.Hands, now.NoDeal, now.Zone, before))
            : Reply.Problem(422, answer.Problems);
    }

    // On a machine that is busy with other things not one draw may be done in time: then a few, however long they take, rather than none.
    private static Answer<QuickRanges> InTime(Exploration exploration, WhatIf asked, AnalyzeOptions options, CancellationToken late, CancellationToken cancelled)
    {
        const int Few = 8;
        try
        {
            return exploration.Explorer.Ranges(Overrides(asked), options, late);
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return exploration.Explorer.Ranges(Overrides(asked), options with { Draws = Math.Min(Few, options.Draws) }, cancelled);
        }
    }

    private static Reply Newest(PageTurns turns, WhatIf asked, Func<CancellationToken, Reply> answer, CancellationToken givenUp)
    {
        try
        {
            return turns.Answer(asked.Page, asked.Turn, answer, givenUp);
        }
        catch (OperationCanceledException)
        {
            return Reply.Problem(499, ServeProblems.Of("serve/replaced", "a newer question took this one's place", "wait for its answer"));
        }
    }

    public static IReadOnlyList<Override> Overrides(WhatIf asked) =>
        [.. asked.Set.Select(s => new Override(s.Path, s.Text, Support.None, TextPlace.None))];

    /// <param name="Reading">A reading's id; null for the base case.</param>
    /// <param name="Draws">Most draws; what fits into the time may be fewer.</param>
    /// <param name="Page">Any word that is one page's own: its newer question for ranges ends its older one.</param>
    /// <param name="Turn">Grows with every question of the page, because they may come in in another order than they were asked in.</param>
    internal sealed record WhatIf(IReadOnlyList<Setting> Set, string? Reading = null, int? Draws = null, string? Page = null, long Turn = 0);

    /// <param name="Value">A number, or YAML as a reading's 'set:' takes it.</param>
    internal sealed record Setting(string Path, JsonElement Value)
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public string Text => Value.ValueKind == JsonValueKind.String ? Value.GetString()! : Value.GetRawText();
    }

    private sealed record WhatIfAnswer(
        double Milliseconds, QuickZone Zone, IReadOnlyDictionary<string, double> Hands, IReadOnlyDictionary<string, double> NoDeal, IReadOnlyList<QuickDeal> Deal,
        IReadOnlyDictionary<string, string>? Single, QuickAnswer Base);

    private sealed record RangesAnswer(
        int Draws, IReadOnlyDictionary<string, Studies.Spread> Hands, IReadOnlyDictionary<string, Studies.Spread> NoDeal, QuickChances Zone, QuickRanges Base);
}
