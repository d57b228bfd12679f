using Fulcrum.Bargaining.Solutions;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// A solved situation, from which the solving of others begins: prices by party, and the shares of what its mixtures choose, laid onto the choices of the other
/// situation. Where a block has lost what was chosen, or is new, the choice that is worth most at the prices is tried. A start changes no answer by more than
/// rounding; it is always the same one for the same draw. Once taken up it may be shared by threads.
/// </summary>
internal sealed class SituationStart(CompiledCase compiled)
{
    private readonly double[]?[] _prices = new double[]?[compiled.Layout.Coalitions.Length];
    private readonly double[][] _own = [.. compiled.Layout.Coalitions.Select(_ => new double[compiled.Parties])];
    private readonly double[][] _shares = [.. compiled.Layout.Coalitions.Select(_ => (double[])[])];
    private (int Block, int Identity)[] _choices = [];
    private int _count;

    /// <summary>By party, in the order of the layout; null when there is nothing to begin from.</summary>
    /// <param name="coalition">Place of the coalition in the layout.</param>
    public double[]? PricesOf(int coalition) => _prices[coalition];

    /// <summary>Takes up the situation that the table describes.</summary>
    /// <param name="otherwise">Where no deal is open to a coalition, its prices there, if any.</param>
    public void Take(SituationTable table, DealTable deals, ReadOnlySpan<LotteryAnswer?> answers, SituationStart? otherwise)
    {
        _count = table.Count;
        Room.For(ref _choices, _count);
        for (int c = 0; c < _count; c++)
            _choices[c] = (table.BlockOf(c), table.IdentityOf(c));
        for (int k = 0; k < answers.Length; k++)
        {
            Room.For(ref _shares[k], _count);
            if (answers[k] is not { } answer)
            {
                _prices[k] = otherwise?._prices[k];
                _shares[k].AsSpan(0, _count).Clear();
                continue;
            }
            for (int i = 0; i < _own[k].Length; i++)
                _own[k][deals.PartyOrder[i]] = answer.Prices[i];
            _prices[k] = _own[k];
            answer.Shares.AsSpan(0, _count).CopyTo(_shares[k]);
        }
    }

    /// <summary>Lays the shares onto the choices of the situation that the table describes.</summary>
    /// <param name="own">The coalition in canonical places: what one of it refuses is not tried.</param>
    /// <param name="prices">Room for the prices in canonical places.</param>
    /// <param name="laid">Room for the shares; one per choice of the table.</param>
    public void Lay(SituationTable table, DealTable deals, int coalition, ulong own, double[] prices, double[] laid)
    {
        for (int i = 0; i < prices.Length; i++)
            prices[i] = _prices[coalition]![deals.PartyOrder[i]];
        int from = 0;
        for (int b = 0; b < deals.Blocks; b++)
        {
            (int first, int end) = (deals.Start[b], deals.Start[b + 1]);
            if (first == end)
                continue;
            int block = table.BlockOf(first);
            while (from < _count && _choices[from].Block < block)
                from++;
            int past = from;
            while (past < _count && _choices[past].Block == block)
                past++;
            double sum = 0;
            int at = from;
            for (int c = first; c < end; c++)
            {
                laid[c] = ShareOf(table.IdentityOf(c), from, past, ref at, _shares[coalition]);
                sum += laid[c];
            }
            if (!(sum > 0.5))
                Guess(deals, first, end, own, prices, laid);
        }
    }

    // Both tables mostly list the same choices in the same order: the search goes on where the last one ended, and round.
    private double ShareOf(int identity, int from, int past, ref int at, double[] shares)
    {
        for (int tried = from; tried < past; tried++)
        {
            int c = at < past ? at : from;
            at = c + 1;
            if (_choices[c].Identity == identity)
                return shares[c];
        }
        return 0;
    }

    private static void Guess(DealTable deals, int first, int end, ulong own, double[] prices, double[] laid)
    {
        (int best, double most) = (first, double.NegativeInfinity);
        for (int c = first; c < end; c++)
        {
            laid[c] = 0;
            double worth = 0;
            for (int i = 0; i < prices.Length; i++)
                worth += prices[i] * deals.Points[c * prices.Length + i];
            if ((deals.RefusedBy[c] & own) == 0 && worth > most)
                (best, most) = (c, worth);
        }
        laid[best] = 1;
    }
}
