using Fulcrum.Reading.Ledger;

namespace Fulcrum.Cli.Pages;

/// <summary>One event to be decided: who does what, where it is told, in which words, and what it may move in the case.</summary>
internal static class ReviewPage
{
    public static Page Of(IReadOnlyList<Proposal> group, int left, string keys, int width)
    {
        var page = new Page(width);
        Proposal p = group[0];
        page.Blank();
        page.Paragraph($"{p.Actor}{(p.Target is null ? "" : $" to {p.Target}")}: {p.Move}{(p.Object is null ? "" : $" {p.Object}")}", ink: Ink.Strong, end: $"{left} left");
        page.Paragraph($"{p.Factuality}{(p.When is null ? "" : $", {p.When}")}, told by {p.Speaker}{(p.TrackRecord ? ", before the talks" : "")}{(p.Conditional ? ", on a condition" : "")}", indent: 2);
        foreach (Proposal place in group)
        {
            page.Paragraph($"{place.Source}, paragraph {place.Paragraph}{(place.DerivedFrom is null ? "" : $" (rewrites {place.DerivedFrom})")}: “{place.Quote}”", indent: 2, hanging: 4, ink: Ink.Faint);
        }
        string[] about = [.. new[] { p.Lever is null ? null : $"lever {p.Lever}", p.Issue is null ? null : $"issue {p.Issue}", p.Option is null ? null : $"option {p.Option}" }.OfType<string>()];
        if (about.Length > 0)
        {
            page.Paragraph($"may be about: {string.Join(", ", about)}", indent: 2, ink: Ink.Accent);
        }
        page.Paragraph(keys, ink: Ink.Faint);
        return page;
    }
}
