namespace Fulcrum.Findings.Sentences;

/// <summary>A finding before it has its number.</summary>
internal sealed record Draft(FindingKind Kind, string Text, string Rests, IReadOnlyList<string> Marks, IReadOnlyList<string> Supports)
{
    public Finding Numbered(int number) => new(FormattableString.Invariant($"F{number}"), Kind, Text, Rests, Marks, Supports);

    /// <summary>Non-empty parts joined as sentences.</summary>
    public static string Join(params IEnumerable<string> parts) => string.Join(" ", parts.Where(p => p.Length > 0));
}
