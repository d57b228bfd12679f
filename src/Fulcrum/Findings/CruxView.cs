using Fulcrum.Studies.Cruxes;

namespace Fulcrum.Findings;

/// <summary>What makes two readings differ on one statement or number, as pages show it.</summary>
/// <param name="First">The number under the first reading, or the share of draws in which the verdict holds; null when the difference cannot be split.</param>
/// <param name="Groups">Largest share of the difference first.</param>
/// <param name="Flips">For a verdict: what turns it, from either side; empty for a number.</param>
/// <param name="Exact">Whether all mixtures of the two were worked out.</param>
/// <param name="Orders">Orders of swapping that were drawn; 0 when exact.</param>
public sealed record CruxView(
    string Asked, string Says, bool Verdict, string From, string FromName, string To, string ToName, IReadOnlyList<string> Sentences, double? First, double? Second,
    IReadOnlyList<CruxGroupView> Groups, IReadOnlyList<FlipsView> Flips, bool Exact, int Draws, int Orders)
{
    public static CruxView Of(CruxAnswer crux)
    {
        ArgumentNullException.ThrowIfNull(crux);
        CruxGroupView[] groups = [.. crux.Groups.Select((g, i) => new CruxGroupView(
            g.Label, [.. g.Differences.Select(d => new CruxDifference(d.Path, d.Values[0].Text, d.Values[0].Mark, d.Values[1].Text, d.Values[1].Mark))],
            crux.Split?.Shares[i], crux.Split?.Errors[i]))];
        FlipsView Flips(string name, FlipSetsResult found) => new(
            name, Decision.Word(found.From.Stands), found.From.Share, found.From.Draws, [.. found.Sets.Select(s => Labels(crux, s.Mask))], found.SearchedTo, found.Undecided.Count);
        return new CruxView(
            crux.Asked, crux.Says, crux.Forward is not null, crux.From, crux.FromName, crux.To, crux.ToName, crux.Sentences, crux.Split?.First, crux.Split?.Second,
            [.. groups.OrderByDescending(g => Math.Abs(g.Share ?? 0)).ThenBy(g => g.Label, StringComparer.Ordinal)],
            crux is { Forward: { } forward, Backward: { } backward } ? [Flips(crux.FromName, forward), Flips(crux.ToName, backward)] : [],
            crux.Split?.Exact ?? false, crux.Split?.Draws ?? 0, crux.Split?.Orders ?? 0);
    }

    private static string[] Labels(CruxAnswer crux, ulong mask) => [.. crux.Groups.Where((_, g) => (mask >> g & 1) == 1).Select(g => g.Label)];
}

/// <summary>Assumptions that are swapped together.</summary>
/// <param name="Share">What swapping them from the first reading to the second changes, as a fair share; null when the difference cannot be split.</param>
/// <param name="Error">Standard error of the share.</param>
public sealed record CruxGroupView(string Label, IReadOnlyList<CruxDifference> Differences, double? Share, double? Error);

/// <summary>One assumption as either reading has it, each with its mark.</summary>
public sealed record CruxDifference(string Path, string First, string FirstMark, string Second, string SecondMark);

/// <summary>What turns the verdict of one reading.</summary>
/// <param name="Stands">holds | fails | undecided.</param>
/// <param name="Share">Share of the draws in which it holds.</param>
/// <param name="Sets">Every minimal set of groups, by their labels, the smallest first.</param>
/// <param name="SearchedTo">Every set of up to so many groups was looked at.</param>
/// <param name="Undecided">Sets within Monte Carlo error: not told, and counted as no flip.</param>
public sealed record FlipsView(string Reading, string Stands, double Share, int Draws, IReadOnlyList<IReadOnlyList<string>> Sets, int SearchedTo, int Undecided);
