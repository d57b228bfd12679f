using System.Globalization;
using System.Numerics;
using Fulcrum.Cases;
using Fulcrum.Studies;
using Fulcrum.Studies.Cruxes;

namespace Fulcrum.Findings;

/// <summary>Says in sentences what makes two readings differ.</summary>
internal static class CruxSentences
{
    private const int MostNamed = 3;

    public static IReadOnlyList<string> Of(CruxAnswer crux) => crux.Forward is { } forward && crux.Backward is { } backward
        ? [.. Verdict(crux, forward, backward), .. Largest(crux)]
        : [.. Largest(crux)];

    private static IEnumerable<string> Verdict(CruxAnswer crux, FlipSetsResult forward, FlipSetsResult backward)
    {
        string a = crux.FromName, b = crux.ToName;
        yield return $"'{crux.Says}': {a} {InDraws(forward.From)}, {b} {InDraws(backward.From)}.";
        if (Ranked(crux) is { } ranked)
        {
            yield return ranked;
        }
        if (forward.From.Stands == Standpoint.Undecided || backward.From.Stands == Standpoint.Undecided)
        {
            yield return $"Undecided: {(forward.From.Stands == Standpoint.Undecided ? a : b)} lies within Monte Carlo error of the line, so no swap is called a change of mind. More draws may tell.";
            yield break;
        }
        if (forward.From.Stands == backward.From.Stands)
        {
            yield return "They agree on it; nothing needs to be swapped.";
            yield break;
        }
        foreach (string said in Turning(crux, forward, backward))
        {
            yield return said;
        }
        yield return Known(a, crux, forward);
        yield return Known(b, crux, backward);
    }

    // What holds of one reading is said of that reading alone; of both only where the same set is a smallest one in either direction.
    private static IEnumerable<string> Turning(CruxAnswer crux, FlipSetsResult forward, FlipSetsResult backward)
    {
        string a = crux.FromName, b = crux.ToName;
        FlipSet[] first = Smallest(forward), second = Smallest(backward);
        if (first.FirstOrDefault(s => second.Any(o => o.Mask == s.Mask)) is { } common)
        {
            int undecided = Smaller(forward, common).Concat(Smaller(backward, common)).Distinct().Count();
            yield return Turns($"{a} and of {b}", crux, common, undecided, forward.Sets.Count > 1 || backward.Sets.Count > 1);
            yield break;
        }
        if (first.Length + second.Length == 0)
        {
            int to = Math.Min(forward.SearchedTo, backward.SearchedTo);
            string none = $"No {(to <= 1 ? "single assumption" : $"set of up to {to} assumptions")} swapped by itself";
            yield return forward.Undecided.Count + backward.Undecided.Count == 0
                ? $"{none} turns either verdict: they disagree about more than {(to <= 1 ? "one thing" : $"{Count(to)} things")} at once."
                : $"{none} is shown to turn either verdict, and some are undecided: swapped into {a} {forward.Undecided.Count}, into {b} {backward.Undecided.Count}. More draws may tell.";
            yield break;
        }
        yield return first.Length > 0 ? Turns(a, crux, first[0], Smaller(forward, first[0]).Count(), forward.Sets.Count > 1) : NotTurned(a, forward);
        yield return second.Length > 0 ? Turns(b, crux, second[0], Smaller(backward, second[0]).Count(), backward.Sets.Count > 1) : NotTurned(b, backward);
    }

    private static FlipSet[] Smallest(FlipSetsResult result) => [.. result.Sets.Where(s => s.Size == result.Sets.Min(o => o.Size)).OrderBy(s => s.Mask)];

    private static IEnumerable<ulong> Smaller(FlipSetsResult result, FlipSet set) => result.Undecided.Where(m => BitOperations.PopCount(m) < set.Size);

    private static string Turns(string of, CruxAnswer crux, FlipSet set, int undecided, bool others)
    {
        string fewer = set.Size == 1 ? "" : undecided == 0 ? ", and with no fewer" : $", {Wording.Count(undecided, "smaller set", "smaller sets")} being undecided";
        string things = set.Size == 1 ? "one thing swapped alone" : $"{Count(set.Size)} things swapped together";
        return $"The verdict of {of} turns with {things}{fewer}{(others ? " (not the only way)" : "")}: {Whether(crux, set.Mask)}.";
    }

    private static string NotTurned(string of, FlipSetsResult result)
    {
        string up = result.SearchedTo <= 1 ? "one thing" : $"up to {Count(result.SearchedTo)} things";
        return result.Undecided.Count == 0
            ? $"The verdict of {of} does not turn with {up} swapped: it takes more at once."
            : $"The verdict of {of} is not shown to turn with {up} swapped, {Wording.Count(result.Undecided.Count, "set", "sets")} being undecided.";
    }

    private static string? Ranked(CruxAnswer crux)
    {
        string[] sides = [.. new[] { (Name: crux.FromName, Of: crux.FromRanked), (Name: crux.ToName, Of: crux.ToRanked) }.Where(s => s.Of is not null).Select(s => $"{s.Name}: {RankedWords.Of(s.Of!)}")];
        return sides.Length == 0 ? null : $"Over the rankings alone, every other number at its middle - {string.Join("; ", sides)}.";
    }

    // What else turns the verdict, and how far the search went.
    private static string Known(string reading, CruxAnswer crux, FlipSetsResult result)
    {
        string sets = result.Sets.Count == 0 ? "nothing" : string.Join("; ", result.Sets.Take(MostNamed).Select(s => string.Join(" with ", Named(crux, s.Mask))));
        string more = result.Sets.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {result.Sets.Count - MostNamed} more") : "";
        string undecided = result.Undecided.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {result.Undecided.Count} of them undecided");
        return string.Create(CultureInfo.InvariantCulture,
            $"What turns {reading}: {sets}{more} (every set of up to {result.SearchedTo} of {crux.Groups.Count} looked at{undecided}).");
    }

    private static IEnumerable<string> Largest(CruxAnswer crux)
    {
        if (crux.Split is not { } split || crux.Groups.Count == 0)
        {
            yield break;
        }
        double scale = crux.Forward is null ? 1 : 100;
        string unit = crux.Forward is null ? "" : " of 100 draws";
        var ranked = crux.Groups.Select((g, i) => (g.Label, Share: split.Shares[i], Error: split.Errors[i]))
            .Where(s => Math.Abs(s.Share) > 2 * s.Error && Math.Abs(scale * s.Share) >= 0.5).OrderByDescending(s => Math.Abs(s.Share)).Take(MostNamed).ToArray();
        double change = split.Second - split.First;
        string difference = Number(scale * change);
        // The split may have fewer draws than the reading's own share; then the page says which share is of which.
        string ends = crux.Forward is { } forward && forward.From.Draws != split.Draws
            ? string.Create(CultureInfo.InvariantCulture, $" ({Ends(split)} in the {split.Draws} draws over which the difference is split)") : "";
        bool most = ranked.All(r => Math.Sign(r.Share) == Math.Sign(change)) && Math.Abs(ranked.Sum(r => r.Share)) > Math.Abs(change) / 2;
        yield return ranked.Length == 0
            ? $"From {crux.FromName} to {crux.ToName} it changes by {difference}{unit}{ends}; no single group of assumptions stands out beyond error."
            : $"From {crux.FromName} to {crux.ToName} it changes by {difference}{unit}{ends}, {(most ? "most of it by" : $"the largest {(ranked.Length == 1 ? "part" : "parts")}:")} {string.Join(", ", ranked.Select(r => $"{r.Label} ({Number(scale * r.Share)})"))}.";
    }

    private static string Ends(SplitResult split) => string.Create(CultureInfo.InvariantCulture, $"from {100 * split.First:0.#} to {100 * split.Second:0.#}");

    private static string Whether(CruxAnswer crux, ulong mask) => string.Join(", and ", Groups(crux, mask).Select(g =>
        g.Differences is [var only] && only.Values.Take(2).All(v => v.Text != Comparison.Unstated) ? $"whether {g.Label} is {Apart(only)} ({only.Path})"
        : g.Differences.Count == 0 ? $"whether {g.Label} is as {crux.FromName} or as {crux.ToName} has it"
        : $"whether {g.Label} is as {crux.FromName} or as {crux.ToName} has it ({string.Join("; ", g.Differences.Take(MostNamed).Select(d => $"{d.Path}: {Apart(d)}"))})"));

    // Of two lists of facts only what is not the same in both.
    private static string Apart(AssumptionDifference difference)
    {
        (AssumptionValue a, AssumptionValue b) = (difference.Values[0], difference.Values[1]);
        string[] first = a.Text.Split(", "), second = b.Text.Split(", ");
        return first.Length > 1 && second.Length > 1 && first.Concat(second).All(fact => fact.Contains(": ", StringComparison.Ordinal))
            ? $"{Value(a, string.Join(", ", first.Except(second, StringComparer.Ordinal)))} or {Value(b, string.Join(", ", second.Except(first, StringComparer.Ordinal)))}"
            : $"{Value(a, a.Text)} or {Value(b, b.Text)}";
    }

    private static string Value(AssumptionValue value, string text)
    {
        string shown = text.Length == 0 || text == Comparison.Unstated ? "nothing of it" : text;
        return value.Mark.Length == 0 ? shown : $"{shown} {value.Mark}";
    }

    private static IEnumerable<CruxGroup> Groups(CruxAnswer crux, ulong mask) => crux.Groups.Where((_, g) => (mask >> g & 1) == 1);

    private static IEnumerable<string> Named(CruxAnswer crux, ulong mask) => Groups(crux, mask).Select(g => g.Label);

    private static string InDraws(Decision decision) => new Chance((int)Math.Round(decision.Share * decision.Draws), decision.Draws).InDraws;

    private static string Count(int number) => number switch { 2 => "two", 3 => "three", 4 => "four", _ => number.ToString(CultureInfo.InvariantCulture) };

    private static string Number(double value) =>
        (Math.Abs(value) < 10 ? Math.Round(value, 1) : Math.Round(value)).ToString("+0.#;-0.#;0", CultureInfo.InvariantCulture);
}

/// <summary>Names groups of assumptions in words.</summary>
internal static class CruxLabels
{
    public static string Of(string name, Case @case) => string.Join(" and ", name.Split(" + ").Select(part => Single(part, @case)));

    private static string Single(string name, Case @case)
    {
        string[] steps = name.Split('.');
        return steps switch
        {
            ["levers", var id, ..] when @case.Levers.FirstOrDefault(l => l.Id.Value == id) is { } lever => $"the lever '{lever.Name}'",
            ["issues", var id, var who] when Issue(@case, id) is { } issue && Party(@case, who) is { } party => $"{party}'s view of {issue}",
            ["issues", var id] when Issue(@case, id) is { } issue => $"what can be agreed on {issue}",
            ["weights", var who] when Party(@case, who) is { } party => $"what counts for {party}",
            ["refuses", var who, ..] when Party(@case, who) is { } party => $"what {party} refuses",
            ["parties", var who] when Party(@case, who) is { } party => $"the part of {party}",
            ["no-deal", "per-month", var who] when Party(@case, who) is { } party => $"how time works for {party}",
            ["no-deal", var id] when @case.NoDeal?.Courses.FirstOrDefault(c => c.Id.Value == id) is { } course => $"the course '{course.Name}'",
            ["ledger", var id] when @case.Moves.FirstOrDefault(m => m.Id.Value == id) is { } move => $"the move '{move.What}'",
            ["consent"] => "whose consent is needed",
            ["together"] => "which issues hang together",
            _ => name,
        };
    }

    private static string? Issue(Case @case, string id) => @case.Issues.FirstOrDefault(i => i.Id.Value == id)?.Name;

    private static string? Party(Case @case, string id) => @case.Parties.FirstOrDefault(p => p.Id.Value == id)?.Name;
}
