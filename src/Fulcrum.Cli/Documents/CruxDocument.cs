using Fulcrum.Findings;
using Fulcrum.Studies.Cruxes;

namespace Fulcrum.Cli.Documents;

/// <summary>How the difference of a number, or of the share of draws in which a verdict holds, divides among the assumptions.</summary>
/// <param name="Asked">The verdict or number.</param>
/// <param name="From">The reading at the start; its number is <paramref name="First"/>.</param>
/// <param name="Exact">All mixtures were worked out; else orders were drawn.</param>
internal sealed record SplitDocument(
    string Asked, string Says, string From, string To, double First, double Second, bool Exact, int Draws, int Orders, IReadOnlyList<SplitGroupDocument> Groups, IReadOnlyList<string> Sentences)
{
    public static SplitDocument Of(CruxAnswer c) => new(
        c.Asked, c.Says, c.From, c.To, c.Split!.First, c.Split.Second, c.Split.Exact, c.Split.Draws, c.Split.Orders,
        [.. c.Groups.Select((g, i) => new SplitGroupDocument(g.Name, g.Label, g.Paths, [.. g.Differences.Select(DifferenceDocument.Of)], c.Split.Shares[i], Document.Finite(c.Split.Errors[i])))], c.Sentences);
}

/// <param name="Share">They sum to the second number minus the first.</param>
/// <param name="Error">Standard error; null when it cannot be told.</param>
internal sealed record SplitGroupDocument(string Group, string Label, IReadOnlyList<string> Paths, IReadOnlyList<DifferenceDocument> Differences, double Share, double? Error);

/// <summary>The minimal sets of groups that, swapped in one reading, turn its verdict to the other's.</summary>
/// <param name="In">The reading into which they are swapped.</param>
/// <param name="Stands">holds, fails or undecided under that reading itself.</param>
/// <param name="SearchedTo">Every set of up to so many groups was looked at.</param>
/// <param name="Undecided">Sets within Monte Carlo error, never counted as flips.</param>
/// <param name="Ranked">What the verdict owes to rankings in that reading; null where they leave nothing open.</param>
internal sealed record FlipSetsDocument(
    string Asked, string In, string From, string Stands, double Share, int Draws, IReadOnlyList<FlipSetDocument> Sets, int SearchedTo, int Groups, int Mixtures, IReadOnlyList<IReadOnlyList<string>> Undecided,
    RankedDocument? Ranked)
{
    public static IEnumerable<FlipSetsDocument> Of(CruxAnswer c) =>
        new[] { (Result: c.Forward, In: c.From, From: c.To, Ranked: c.FromRanked), (Result: c.Backward, In: c.To, From: c.From, Ranked: c.ToRanked) }.Where(f => f.Result is not null).Select(f => new FlipSetsDocument(
            c.Asked, f.In, f.From, Words.Hyphened(f.Result!.From.Stands.ToString()), f.Result.From.Share, f.Result.From.Draws,
            [.. f.Result.Sets.Select(s => new FlipSetDocument(Names(c, s.Mask), s.After.Share, s.After.Draws))], f.Result.SearchedTo, c.Groups.Count, f.Result.Mixtures,
            [.. f.Result.Undecided.Select(u => Names(c, u))], RankedDocument.Of(f.Ranked)));

    private static string[] Names(CruxAnswer c, ulong mask) => [.. c.Groups.Where((_, g) => (mask >> g & 1) == 1).Select(g => g.Name)];
}

/// <param name="Share">Share of the draws in which the verdict holds after the swap.</param>
internal sealed record FlipSetDocument(IReadOnlyList<string> Groups, double Share, int Draws);
