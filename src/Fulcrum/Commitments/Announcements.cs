using Fulcrum.Cases;

namespace Fulcrum.Commitments;

/// <summary>What became of a party's threats and promises in the ledger.</summary>
/// <param name="Made">Levers that it threatened, offered or promised.</param>
/// <param name="CarriedOut">Of these, later imposed, given or eased as offered; <paramref name="Withdrawn"/>: later ruled out, eased or withheld instead; the rest is open.</param>
internal sealed record Announcements(int Made, int CarriedOut, int Withdrawn)
{
    public int Open => Made - CarriedOut - Withdrawn;

    /// <summary>Counts each lever once, by its first announcement and what came after it up to a date.</summary>
    public static Announcements Of(Case @case, PartyId holder, DateOnly date)
    {
        int made = 0, carried = 0, withdrawn = 0;
        foreach (var lever in @case.Moves
            .Where(m => m.By == holder && m.Lever is not null && m.SameAs is null && m.Date.Middle <= date)
            .Where(m => m.Factuality is Factuality.Happened or Factuality.Ongoing)
            .GroupBy(m => m.Lever!.Value))
        {
            Move[] moves = [.. lever.OrderBy(m => m.Date.Middle).ThenBy(m => m.Key, StringComparer.Ordinal)];
            int first = Array.FindIndex(moves, m => m.Kind is MoveKind.Threaten or MoveKind.Offer or MoveKind.Promise);
            if (first < 0)
            {
                continue;
            }
            made++;
            Move? after = moves.Skip(first + 1).FirstOrDefault(m => m.Kind is MoveKind.Impose or MoveKind.Give or MoveKind.Ease or MoveKind.RuleOut or MoveKind.Withhold);
            bool threat = moves[first].Kind == MoveKind.Threaten;
            carried += after is not null && (threat ? after.Kind is MoveKind.Impose or MoveKind.Withhold : after.Kind is MoveKind.Give or MoveKind.Ease) ? 1 : 0;
            withdrawn += after is not null && (threat ? after.Kind is MoveKind.Ease or MoveKind.RuleOut : after.Kind is MoveKind.RuleOut or MoveKind.Withhold) ? 1 : 0;
        }
        return new Announcements(made, carried, withdrawn);
    }
}
