namespace Fulcrum.Findings.Kept;

/// <summary>Two readings of one deal, as a sentence.</summary>
internal static class ContrastSentences
{
    public static KeptSentence Of(ContrastSide one, ContrastSide other, IReadOnlyList<SwappedAssumption> swaps)
    {
        string carries = swaps.Count == 0
            ? "No assumption in which they differ moves that by itself."
            : $"The assumption that carries most of it is {swaps[0].Path}: with it alone as in '{other.Name}' the deal would be kept {swaps[0].Kept.InDraws}{(swaps[0].Flips ? ", which turns the verdict" : "")}.";
        return new KeptSentence(
            $"keep.against.{other.Reading ?? "base"}",
            $"The same deal would be kept {one.Kept.InDraws} in '{one.Name}' and {other.Kept.InDraws} in '{other.Name}'. {carries}", $"{Guarantee(one)} {Guarantee(other)}", ["="],
            [.. swaps.Select(s => s.Path).Concat(new[] { one.Reading, other.Reading }.OfType<string>())]);
    }

    /// <summary>What could not be swapped alone, by name; nothing where all could.</summary>
    internal static IEnumerable<KeptSentence> Skipped(ContrastSide one, ContrastSide other, IReadOnlyList<string> paths)
    {
        if (paths.Count > 0)
        {
            yield return new KeptSentence(
                $"keep.against.{other.Reading ?? "base"}.untried",
                $"Not tried alone: {string.Join(", ", paths.Order(StringComparer.Ordinal))}. There '{one.Name}' and '{other.Name}' differ, and it may carry some of the difference.",
                "By themselves these do not read as a case: they only go together with others.", ["="],
                [.. new[] { one.Reading, other.Reading }.OfType<string>()]);
        }
    }

    private static string Guarantee(ContrastSide side) => side.KeptWithoutGuarantee.Share >= 0.9
        ? $"In '{side.Name}' no guarantee is needed (kept without one {side.KeptWithoutGuarantee.InDraws})."
        : side.Enough.Count == 0
            ? $"In '{side.Name}' none of the case's guarantees is enough (kept without one {side.KeptWithoutGuarantee.InDraws})."
            : $"In '{side.Name}' enough would be: {string.Join(" or ", side.Enough)} (kept without one {side.KeptWithoutGuarantee.InDraws}).";
}
