using System.Numerics;

namespace Fulcrum.Studies.Cruxes;

public sealed record FlipOptions
{
    /// <summary>Largest set looked for.</summary>
    public int LargestSet { get; init; } = 2;

    /// <summary>Most mixtures looked at; a size that cannot be searched whole within it is not begun.</summary>
    public int MostMixtures { get; init; } = 1500;
}

/// <summary>A minimal set of assumptions whose swap changes the verdict.</summary>
/// <param name="Mask">Bit g: group g is swapped.</param>
public sealed record FlipSet(ulong Mask, Decision After)
{
    public int Size => BitOperations.PopCount(Mask);
}

/// <summary>What is known about the sets whose swap changes a verdict, from one reading towards the other.</summary>
/// <param name="Sets">All minimal ones of up to <paramref name="SearchedTo"/> groups, the smallest first, then by mask; one with a part among <paramref name="Undecided"/> may not be minimal.</param>
/// <param name="SearchedTo">Every set of up to so many groups was looked at, or holds a set that flips: no smaller flip exists but those named and those among <paramref name="Undecided"/>.</param>
/// <param name="Undecided">Sets within Monte Carlo error, and those whose groups do not go together: never counted as flips.</param>
public sealed record FlipSetsResult(Decision From, Decision To, IReadOnlyList<FlipSet> Sets, int SearchedTo, IReadOnlyList<ulong> Undecided, int Mixtures);

/// <summary>
/// Every minimal set of groups that, swapped from one reading into the other, changes the verdict to that of the other reading. Sets are tried by size; what holds a flip
/// already found is not minimal and is passed over, so each size searched is a proof that no other flip of that size exists.
/// </summary>
public static class FlipSets
{
    /// <param name="decide">From the mask of swapped groups to what the verdict is then; mask 0 is the reading itself, all groups the other reading.</param>
    public static FlipSetsResult Search(int groups, Func<ulong, Decision> decide, FlipOptions options)
    {
        Decision from = decide(0), to = decide(groups == 0 ? 0 : ulong.MaxValue >> (64 - groups));
        List<FlipSet> sets = [];
        List<ulong> undecided = [];
        int searched = 0, mixtures = 2;
        bool apart = from.Stands != Standpoint.Undecided && to.Stands != Standpoint.Undecided && from.Stands != to.Stands;
        while (apart && searched < Math.Min(groups, options.LargestSet))
        {
            ulong[] masks = [.. OfSize(groups, searched + 1).Where(m => !sets.Any(s => (s.Mask & m) == s.Mask))];
            if (mixtures + masks.Length > options.MostMixtures)
            {
                break;
            }
            foreach (ulong mask in masks)
            {
                Decision after = decide(mask);
                mixtures++;
                if (after.Stands == to.Stands)
                {
                    sets.Add(new FlipSet(mask, after));
                }
                else if (after.Stands == Standpoint.Undecided)
                {
                    undecided.Add(mask);
                }
            }
            searched++;
        }
        return new FlipSetsResult(from, to, sets, searched, undecided, mixtures);
    }

    // Next number with as many bits (Gosper's rule), in rising order.
    private static IEnumerable<ulong> OfSize(int groups, int size)
    {
        ulong end = 1UL << groups;
        for (ulong mask = (1UL << size) - 1; mask < end;)
        {
            yield return mask;
            ulong low = mask & (~mask + 1), ripple = mask + low;
            mask = ripple | (((mask ^ ripple) >> 2) / low);
        }
    }
}
