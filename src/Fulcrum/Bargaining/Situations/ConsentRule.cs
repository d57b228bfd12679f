using System.Numerics;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>From the consent rule of a case to the minimal sets of parties that can conclude a deal.</summary>
internal static class ConsentRule
{
    /// <summary>Bit masks over <paramref name="partyOf"/> in rising order. Members of 'all' who also stand in 'of' count towards 'at least'.</summary>
    public static ulong[] Coalitions(Consent consent, IReadOnlyDictionary<PartyId, int> partyOf)
    {
        ulong all = Mask(consent.All, partyOf);
        ulong among = Mask(consent.Of, partyOf);
        int missing = consent.AtLeast - BitOperations.PopCount(among & all);
        ulong free = among & ~all;
        if (missing <= 0)
        {
            return [all];
        }
        var found = new List<ulong>();
        Choose(free, missing, all, found);
        found.Sort();
        return found.ToArray();
    }

    /// <summary>How many minimal coalitions the rule has, without listing them.</summary>
    public static double Count(Consent consent)
    {
        int inAll = consent.Of.Count(consent.All.Contains);
        int free = consent.Of.Count - inAll;
        int missing = Math.Max(0, consent.AtLeast - inAll);
        double count = 1;
        for (int i = 0; i < missing; i++)
        {
            count *= (double)(free - i) / (i + 1);
        }
        return count;
    }

    private static void Choose(ulong free, int missing, ulong chosen, List<ulong> found)
    {
        if (missing == 0)
        {
            found.Add(chosen);
            return;
        }
        // Beyond the limit the case is refused by ModelCheck; the list only must not grow without bound.
        if (BitOperations.PopCount(free) < missing || found.Count > CaseLayout.MostCoalitions)
        {
            return;
        }
        ulong first = free & (0 - free);
        Choose(free & ~first, missing - 1, chosen | first, found);
        Choose(free & ~first, missing, chosen, found);
    }

    private static ulong Mask(IEnumerable<PartyId> parties, IReadOnlyDictionary<PartyId, int> partyOf) =>
        parties.Aggregate(0UL, (mask, party) => mask | (1UL << partyOf[party]));
}
