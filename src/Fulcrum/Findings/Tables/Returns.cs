using Fulcrum.Cases;

namespace Fulcrum.Findings.Tables;

/// <summary>
/// What a move was exchanged for: what it was itself made in return for, and what others did in return for it. Of the latter only what happened or is going on, and no echoes.
/// </summary>
internal static class Returns
{
    public static IEnumerable<Move> Of(IReadOnlyList<Move> ledger, Move move) =>
        ledger.Where(m => move.InReturnFor.Contains(m.Id) || (Made(m) && m.By != move.By && m.InReturnFor.Contains(move.Id)));

    private static bool Made(Move move) => move.SameAs is null && move.Factuality is Factuality.Happened or Factuality.Ongoing;
}
