using Fulcrum.Studies.Cruxes;

namespace Fulcrum.Findings.Kept;

/// <summary>Two readings of one deal, as a sentence.</summary>
internal static class ContrastSentences
{
    private const double Apart = 0.1;

    /// <param name="together">Where no assumption alone turns the verdict: two of them together.</param>
    public static KeptSentence Of(ContrastSide one, ContrastSide other, IReadOnlyList<SwappedAssumption> swaps, SwappedTogether? together) => new(
        $"keep.against.{other.Reading ?? "base"}",
        $"The same deal would be kept {one.Kept.InDraws} in '{one.Name}'{Undecided(one.Stands)} and {other.Kept.InDraws} in '{other.Name}'{Undecided(other.Stands)}. {Carries(one, other, swaps, together)}", $"{Guarantee(one)} {Guarantee(other)}", ["="],
        [.. swaps.Select(s => s.Path).Union(together?.Paths ?? []).Concat(new[] { one.Reading, other.Reading }.OfType<string>())]);

    private static string Carries(ContrastSide one, ContrastSide other, IReadOnlyList<SwappedAssumption> swaps, SwappedTogether? together)
    {
        if (swaps.Count == 0)
        {
            return "No assumption in which they differ moves that by itself.";
        }
        SwappedAssumption first = swaps[0];
        if (!Decision.Turns(one.Stands, other.Stands) && Math.Abs(one.Kept.Share - other.Kept.Share) < Apart)
        {
            SwappedAssumption most = swaps.OrderByDescending(s => Math.Abs(s.Slack)).ThenBy(s => s.Path, StringComparer.Ordinal).First();
            return $"They do not part over this deal. What moves it most is {Told(most, one, other)}: {Moves(most.Slack)} for the party nearest to breaking the deal.";
        }
        string carries = $"The assumption that carries most of it is {Told(first, one, other)}; with it alone as in '{other.Name}' the deal would be kept {first.Kept.InDraws}{Undecided(first.Stands)}{(first.Flips ? ", which turns the verdict" : "")}.";
        return together is null ? carries
            : $"{carries} No assumption alone turns the verdict; with {Wording.List([.. together.Words.Zip(together.Paths, (words, path) => $"{words} ({path})").Skip(1)])} as well the deal would be kept "
                + $"{together.Kept.InDraws}{(together.Flips ? "" : Undecided(Decision.Of(together.Kept)))}, which {(together.Flips ? "turns it" : "does not turn it either")}.";
    }

    // Within chance of the line between kept and not kept, no swap turns anything.
    private static string Undecided(string stands) => stands == Decision.Undecided ? " (undecided: too near to half for these draws)" : "";

    private static string Told(SwappedAssumption swap, ContrastSide one, ContrastSide other) =>
        $"{swap.Words} ({swap.Path}), {Short(swap.From)} in '{one.Name}' and {Short(swap.To)} in '{other.Name}'";

    private static string Short(string text) => text.Length <= 40 ? text : "otherwise";

    private static string Moves(double slack)
    {
        int points = (int)Math.Round(Math.Abs(slack), MidpointRounding.ToEven);
        return points == 0 ? "by less than half a point" : $"keeping gets {(slack > 0 ? "better" : "worse")} by {Wording.Count(points, "point", "points")}";
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

    /// <summary>What an interruption left untried; nothing where all was.</summary>
    internal static IEnumerable<KeptSentence> Untried(ContrastSide one, ContrastSide other, IReadOnlyList<string> paths)
    {
        if (paths.Count > 0)
        {
            yield return new KeptSentence(
                $"keep.against.{other.Reading ?? "base"}.stopped", $"Stopped before these were tried: {string.Join(", ", paths)}. One of them may carry more.", "Run the same command again, or with fewer draws.", ["="],
                [.. new[] { one.Reading, other.Reading }.OfType<string>()]);
        }
    }

    private static string Guarantee(ContrastSide side) => side.KeptWithoutGuarantee.Share >= 0.9
        ? $"In '{side.Name}' no guarantee is needed (kept without one {side.KeptWithoutGuarantee.InDraws})."
        : side.Enough.Count == 0
            ? $"In '{side.Name}' none of the case's guarantees is enough (kept without one {side.KeptWithoutGuarantee.InDraws}){string.Concat(side.Needed.Select(Need))}."
            : $"In '{side.Name}' enough would be: {string.Join(" or ", side.Enough)} (kept without one {side.KeptWithoutGuarantee.InDraws}).";

    private static string Need(GuaranteeNeeded need)
    {
        string strongest = need.Strongest is null ? "none of the case's takes anything from it" : $"the strongest of the case, {need.Strongest}, takes {Whole(need.Takes)}";
        return need.Points is { } points
            ? $"; enough would be one that takes {Whole(points)} of {need.Name}'s 100 points from its breach, as {need.Name} believes it, while {strongest}"
            : $"; none that {need.Name} could fear would do, for it counts nothing that comes later";
    }

    // Rounded up: a need that is rounded down would not be met.
    private static string Whole(double points) => Math.Ceiling(points - 1e-9).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
