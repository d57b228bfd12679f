namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// The sets of parties whose consent may be sought by a coalition: its own members, and any further parties without whom some choice cannot be made.
/// A set with a party that no choice then usable needs is left out: without that party the same deals are open under fewer conditions.
/// </summary>
internal static class ConsentSets
{
    // 2^12 sets of further parties; beyond that only none and all of them are tried.
    private const int MostFurther = 12;

    /// <summary>Sets in canonical places, smallest first; of one size in an order that hangs neither on names nor on scales.</summary>
    public static List<ulong> Of(DealTable table, ulong coalition)
    {
        var sets = new List<ulong>();
        Fill(table, coalition, sets);
        return sets;
    }

    /// <summary>The same, written over a list that is kept.</summary>
    public static void Fill(DealTable table, ulong coalition, List<ulong> sets)
    {
        sets.Clear();
        ulong further = Further(table, coalition);
        if (ulong.PopCount(further) > MostFurther)
        {
            sets.Add(coalition);
            sets.Add(coalition | further);
            return;
        }
        for (ulong subset = further; ; subset = (subset - 1) & further)
        {
            ulong needed = 0;
            for (int c = 0; c < table.Needs.Length; c++)
                needed |= table.IsUsable(c, coalition | subset) ? table.Needs[c] & ~coalition : 0;
            if (needed == subset)
                sets.Add(coalition | subset);
            if (subset == 0)
                break;
        }
        sets.Reverse();
        if (sets.Count > 2)
            Sort(table, sets);
    }

    /// <summary>Whether the sets are all that there are.</summary>
    public static bool AreAll(DealTable table, ulong coalition) => ulong.PopCount(Further(table, coalition)) <= MostFurther;

    private static ulong Further(DealTable table, ulong coalition)
    {
        ulong further = 0;
        foreach (ulong needs in table.Needs)
            further |= needs & ~coalition;
        return further;
    }

    private static void Sort(DealTable table, List<ulong> sets)
    {
        int[] ranks = ScaleFreeOrder.RanksOf(table);
        ulong Ranked(ulong set)
        {
            ulong ranked = 0;
            for (int i = 0; i < ranks.Length; i++)
                ranked |= (set >> i & 1) << ranks[i];
            return ranked;
        }
        sets.Sort((x, y) => ulong.PopCount(x).CompareTo(ulong.PopCount(y)) is var c and not 0 ? c : Ranked(x).CompareTo(Ranked(y)));
    }
}
