using System.Numerics;
using Fulcrum.Bargaining.Solutions;

namespace Fulcrum.Bargaining.Frontiers;

/// <summary>
/// Sets of the further parties whose act some choice is and who refuse another: each may be just those who sign, being whose acts one choice a block makes together. Left out are those with
/// which some block has no choice left, or the choices left are not the acts of all of them.
/// </summary>
internal static class SignerSets
{
    /// <summary>A frontier each, and no more than these are gone through: all that ten such parties can make.</summary>
    public const int Most = 1024;

    private const int MostLookedAt = 1 << 16;

    /// <summary>Smaller sets first; whether these are all, be there more than <see cref="Most"/> or not. Just the empty one where no deal can be signed. With a set every smaller one is in the list that some deal can have for its signers.</summary>
    public static (ulong[] Sets, bool All) Of(DealTable table, ulong coalition, ulong contested)
    {
        (ulong Needs, ulong RefusedBy)[][] blocks = [.. Enumerable.Range(0, table.Blocks).Select(b => Enumerable.Range(table.Start[b], table.Start[b + 1] - table.Start[b])
            .Where(c => (table.RefusedBy[c] & coalition) == 0).Select(c => (table.Needs[c] & contested, table.RefusedBy[c] & contested)).Distinct().ToArray())];
        ulong[]? unions = null;
        int size = 64;
        for (; unions is null; size--)
            unions = Unions(blocks, size);
        ulong[] sets = [.. unions.Where(set => set == 0 || CanSign(blocks, set)).OrderBy(BitOperations.PopCount).ThenBy(set => set)];
        return (sets.Length == 0 ? [0] : sets, size == 63);
    }

    // Whose acts one choice a block can make together, of sets of at most that size; null where there are too many.
    private static ulong[]? Unions((ulong Needs, ulong RefusedBy)[][] blocks, int size)
    {
        var unions = new HashSet<ulong> { 0 };
        foreach ((ulong Needs, ulong RefusedBy)[] block in blocks)
        {
            var next = new HashSet<ulong>();
            foreach (ulong needs in block.Select(c => c.Needs).Distinct())
            {
                foreach (ulong union in unions)
                {
                    if (BitOperations.PopCount(union | needs) <= size)
                        next.Add(union | needs);
                }
                if (next.Count > MostLookedAt)
                    return null;
            }
            unions = next;
        }
        return [.. unions];
    }

    private static bool CanSign((ulong Needs, ulong RefusedBy)[][] blocks, ulong set)
    {
        ulong acts = 0;
        foreach ((ulong Needs, ulong RefusedBy)[] block in blocks)
        {
            bool any = false;
            foreach ((ulong needs, ulong refusedBy) in block)
            {
                if ((needs & ~set) != 0 || (refusedBy & set) != 0)
                    continue;
                (acts, any) = (acts | needs, true);
            }
            if (!any)
                return false;
        }
        return acts == set;
    }
}
