using Fulcrum.Cases;

namespace Fulcrum.Findings.Sentences;

/// <summary>Sources as a reader cites them: 'POLITICO par. 24, 25'.</summary>
internal static class Citations
{
    /// <summary>'Told by POLITICO par. 24, 25; TASS.' or nothing without evidence.</summary>
    public static string Told(Case @case, IReadOnlyList<string> evidence)
    {
        string[] cited = @case.Evidence
            .Where(e => evidence.Contains(e.Id.Value))
            .GroupBy(e => e.Source)
            .Select(g => Citation(@case, g.Key, g.Select(e => e.Paragraph).OfType<int>().Distinct().Order().ToArray()))
            .ToArray();
        return cited.Length == 0 ? "" : $"Told by {string.Join("; ", cited)}.";
    }

    private static string Citation(Case @case, SourceId id, int[] paragraphs)
    {
        string name = @case.Sources.FirstOrDefault(s => s.Id == id)?.Outlet ?? id.Value;
        return paragraphs.Length == 0 ? name : $"{name} par. {string.Join(", ", paragraphs.Select(p => FormattableString.Invariant($"{p}")))}";
    }
}
