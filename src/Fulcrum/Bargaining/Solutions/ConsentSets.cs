namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// The sets of parties whose consent may be sought by a coalition: its own members, and any further parties without whom some choice cannot be made.
/// A set with a party that no choice then usable needs is left out: without that party the same deals are open under fewer conditions.
/// </summary>
internal static class ConsentSets
{
    // 2^12 sets of further parties; beyond that only none and all of them are tried.
    private const int MostFurther = 12;

    /// <summary>Sets in canonical places, smallest first, then by mask.</summary>
    public static List<ulong> Of(DealTable table, ulong coalition)
    {
        ulong further = 0;
        foreach (ulong needs in table.Needs)
            further |= needs & ~coalition;
        var sets = new List<ulong>();
        if (ulong.PopCount(further) > MostFurther)
            return [coalition, coalition | further];
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
        sets.Sort((x, y) => ulong.PopCount(x).CompareTo(ulong.PopCount(y)) is var c and not 0 ? c : x.CompareTo(y));
        return sets;
    }
}
