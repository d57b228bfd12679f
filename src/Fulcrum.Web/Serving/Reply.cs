using Fulcrum.Cases;

namespace Fulcrum.Web.Serving;

/// <summary>What a route answers: a status and a value to send as JSON, or bytes that are sent as they stand.</summary>
internal sealed record Reply(int Status, object? Body)
{
    public ReadOnlyMemory<byte>? Raw { get; init; }

    /// <summary>There is no answer yet, and that is no mistake of the asker.</summary>
    public static Reply Nothing { get; } = new(204, null);

    public static Reply Ok(object body) => new(200, body);

    public static Reply Created(object body) => new(201, body);

    /// <summary>JSON that is already written.</summary>
    public static Reply Json(ReadOnlyMemory<byte> json) => new(200, null) { Raw = json };

    public static Reply Problem(int status, params IEnumerable<CaseProblem> problems) => new(status, new Problems([.. problems.Select(ProblemView.Of)]));
}

/// <summary>Why a request was not answered, or what is wrong with the case.</summary>
internal sealed record Problems(
    [property: System.Text.Json.Serialization.JsonPropertyName("problems")] IReadOnlyList<ProblemView> List);

/// <param name="Line">Counted from 1; 0 for a problem of a whole file, a folder or a request.</param>
internal sealed record ProblemView(string Severity, string Code, string File, int Line, int Column, string Message, string Help)
{
    public static ProblemView Of(CaseProblem p) =>
        new(p.Severity == Cases.Severity.Error ? "error" : "warning", p.Code, p.Place.File, p.Place.Line, p.Place.Column, p.Message, p.Help);
}
