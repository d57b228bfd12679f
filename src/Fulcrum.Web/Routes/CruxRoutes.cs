using Fulcrum.Findings;
using Fulcrum.Web.Desk;
using Fulcrum.Web.Serving;
using Microsoft.AspNetCore.Http;

namespace Fulcrum.Web.Routes;

/// <summary>What makes two readings differ: begun by one request, told of by events, fetched by another.</summary>
internal static class CruxRoutes
{
    private const string Base = "base";

    public static void Map(Api api, Office office)
    {
        (int, string)[] others =
        [
            (202, "it is being worked out; the events tell how far it is, and 'done' when it has ended"),
            (422, "the question cannot be answered; the problems say why"),
        ];
        api.Send<CruxesAsked>(
            new ApiRoute("POST", "/api/cruxes", "Begins to work out which assumptions make two readings differ on a verdict or a number", typeof(CruxesAsked), typeof(CruxView)) { Others = others },
            (body, _) => Task.FromResult(FileRoutes.Desk(office, desk => Question(body.First, body.Second, body.Verdict, body.Number) is { } asked
                ? Of(desk.Comparer.Ask(desk.Now, asked)) : Reply.Problem(422, OneQuestion()))));
        api.Get(
            new ApiRoute("GET", "/api/cruxes", "Which assumptions make two readings differ, where it was asked for and is known", null, typeof(CruxView))
            {
                Query = [("first", "a reading's id, or 'base'"), ("second", "another"), ("verdict", "a verdict's id, or a statement over results"), ("number", "instead: a result, or an expression over results")],
                Others = [.. others, (204, "it was not asked for, was cancelled, or the case changed since")],
            },
            context => FileRoutes.Desk(office, desk => Question(Text(context, "first"), Text(context, "second"), Text(context, "verdict"), Text(context, "number")) is not { } asked
                ? Reply.Problem(422, OneQuestion())
                : desk.Comparer.Find(desk.Now, asked) is { } state ? Of(state) : Reply.Nothing));
    }

    private static Reply Of(CruxState state) => state.Answer is not { } answer ? new Reply(202, state.Job!.View)
        : answer.Value is [var found, ..] ? Reply.Ok(CruxView.Of(found)) : Reply.Problem(422, answer.Problems);

    private static CruxQuestion? Question(string? first, string? second, string? verdict, string? number)
    {
        static string? Reading(string? id) => id is null or "" or Base ? null : id;
        return string.IsNullOrWhiteSpace(verdict) == string.IsNullOrWhiteSpace(number) || Reading(first) == Reading(second) ? null
            : new CruxQuestion(Reading(first), Reading(second), string.IsNullOrWhiteSpace(verdict) ? null : verdict.Trim(), string.IsNullOrWhiteSpace(number) ? null : number.Trim());
    }

    private static Cases.CaseProblem OneQuestion() =>
        ServeProblems.Of("serve/no-comparison", "two different readings, and either a verdict or a number, are needed", "name all three");

    private static string? Text(HttpContext context, string name) => WhatIfRoutes.Text(context, name);

    /// <param name="First">A reading's id, or 'base'.</param>
    /// <param name="Verdict">The id of one of the case's verdicts, or a statement over results ('hand.south >= 40').</param>
    /// <param name="Number">Instead of a verdict: a result, or an expression over results.</param>
    internal sealed record CruxesAsked(string First, string Second, string? Verdict = null, string? Number = null);
}
