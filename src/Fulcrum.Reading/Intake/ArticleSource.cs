namespace Fulcrum.Reading.Intake;

/// <summary>The raw text of one article with what its container says about it. Null where the container says nothing.</summary>
internal sealed record ArticleSource(string Id, string Text)
{
    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public string? Author { get; init; }

    public DateOnly? Date { get; init; }

    public string? Url { get; init; }
}
