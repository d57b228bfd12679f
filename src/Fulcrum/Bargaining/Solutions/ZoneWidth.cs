namespace Fulcrum.Bargaining.Solutions;

/// <summary>What <see cref="ZoneFinder"/> says of a zone's width, without who blocks: for many tables, one after the other. A workspace: reuse it, but not concurrently.</summary>
internal sealed class ZoneWidth(LotterySolver lottery, SearchBudget budget)
{
    private readonly SingleSolver single = new(lottery, budget, CancellationToken.None);
    private readonly List<ulong> sets = [];
    private readonly List<ulong> own = [];

    /// <summary>Whether a single deal is open and whether a mixture is, with the largest worst-party gain over single deals.</summary>
    public (bool Single, bool Lottery, double Margin) Of(DealTable table)
    {
        FindSets(table);
        (double margin, double mixed, bool any) = (double.NegativeInfinity, double.NegativeInfinity, false);
        foreach (ulong consent in sets)
        {
            (double mixedHere, SingleAnswer answer) = single.Margins(table, consent, valueAlone: true);
            mixed = Math.Max(mixed, mixedHere);
            if (answer.Choices is null || (any && answer.Value[0] <= margin + ZoneFinder.Rounding))
                continue;
            (margin, any) = (answer.Value[0], true);
        }
        mixed = Math.Max(mixed, margin); // equal but for rounding where single deals do as well
        return (margin >= -ZoneFinder.Rounding, mixed >= -ZoneFinder.Rounding, margin);
    }

    private void FindSets(DealTable table)
    {
        sets.Clear();
        for (int c = 0; c < table.Coalitions.Count; c++)
        {
            ConsentSets.Fill(table, table.ToCanonical(table.Coalitions[c]), own);
            foreach (ulong consent in own)
            {
                if (!sets.Contains(consent))
                    sets.Add(consent);
            }
        }
    }
}
