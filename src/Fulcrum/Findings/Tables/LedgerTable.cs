using Fulcrum.Cases;

namespace Fulcrum.Findings.Tables;

/// <summary>The ledger, counted. Only rows that are not echoes, and of these only acts that happened or are going on.</summary>
internal static class LedgerTable
{
    private static readonly MoveKind[] Pressing = [MoveKind.Threaten, MoveKind.Impose, MoveKind.Withhold, MoveKind.Exclude];
    private static readonly MoveKind[] Yielding = [MoveKind.Give, MoveKind.Concede, MoveKind.Ease, MoveKind.RuleOut];

    public static LedgerAnswer Ledger(Case @case)
    {
        Move[] own = @case.Moves.Where(m => m.SameAs is null).ToArray();
        Move[] made = own.Where(m => m.Factuality is Factuality.Happened or Factuality.Ongoing).ToArray();
        return new LedgerAnswer(
            own.Length, @case.Moves.Count - own.Length, made.Count(Acts), @case.Sources.Count, IndependentSources(@case, own),
            @case.Sources.Where(s => s.DerivedFrom is not null).Select(s => new DerivedSource(s.Id.Value, s.DerivedFrom!.Value.Value)).ToArray(),
            Clashes(@case), Asked(@case, made), Pressure(@case, made), Conceded(@case, made), @case.Moves.Select(Row).ToArray());
    }

    private static bool Acts(Move move) => move.InModel && (move.LeverStanding is not null || move.Yields is not null);

    private static int IndependentSources(Case @case, Move[] moves)
    {
        var evidence = @case.Evidence.ToDictionary(e => e.Id);
        return moves
            .SelectMany(m => m.Evidence)
            .Where(evidence.ContainsKey)
            .Select(id => Root(@case, evidence[id].Source))
            .Distinct()
            .Count();
    }

    // A circle of derivations stops after as many steps as there are sources.
    public static SourceId Root(Case @case, SourceId id)
    {
        for (int steps = 0; steps < @case.Sources.Count; steps++)
        {
            if (@case.Sources.FirstOrDefault(s => s.Id == id)?.DerivedFrom is not { } from)
            {
                return id;
            }
            id = from;
        }
        return id;
    }

    private static ClashAnswer[] Clashes(Case @case)
    {
        var seen = new HashSet<(string, string)>();
        var clashes = new List<ClashAnswer>();
        foreach (Move move in @case.Moves)
        {
            foreach (Move other in move.ClashesWith.Select(id => @case.Moves.FirstOrDefault(m => m.Id == id)).OfType<Move>())
            {
                bool before = string.CompareOrdinal(move.Id.Value, other.Id.Value) <= 0;
                if (seen.Add(before ? (move.Id.Value, other.Id.Value) : (other.Id.Value, move.Id.Value)))
                {
                    clashes.Add(Clash(@case, move, other));
                }
            }
        }
        return clashes.ToArray();
    }

    private static ClashAnswer Clash(Case @case, Move move, Move other) => new(
        move.Id.Value, other.Id.Value, move.What, other.What,
        @case.Evidence.Where(e => move.Evidence.Contains(e.Id) || other.Evidence.Contains(e.Id)).Select(e => e.Source.Value).Distinct(StringComparer.Ordinal).ToArray(),
        move.Note ?? other.Note);

    private static PartyAsked[] Asked(Case @case, Move[] made) =>
        EachParty(@case, p => made.Where(m => m.Kind == MoveKind.Demand && m.To.Contains(p.Id)).ToArray(), (p, demands) => new PartyAsked(
            p.Id.Value, p.Name, demands.Length, demands.Count(d => d.MetBy.Count > 0), Ids(demands)));

    private static PartyPressure[] Pressure(Case @case, Move[] made) =>
        EachParty(@case, p => made.Where(m => m.By == p.Id && Pressing.Contains(m.Kind)).ToArray(), (p, moves) => new PartyPressure(
            p.Id.Value, p.Name, moves.Length, On(@case, moves), Ids(moves)));

    private static PressedParty[] On(Case @case, Move[] moves) =>
        EachParty(@case, p => moves.Where(m => m.To.Contains(p.Id)).ToArray(), (p, pressed) => new PressedParty(p.Id.Value, p.Name, pressed.Length));

    private static PartyConceded[] Conceded(Case @case, Move[] made) =>
        EachParty(@case, p => made.Where(m => m.By == p.Id && Yielding.Contains(m.Kind)).ToArray(), (p, moves) => new PartyConceded(
            p.Id.Value, p.Name, moves.Length, moves.Count(m => !Returns.Of(@case.Moves, m).Any()), Ids(moves)));

    private static T[] EachParty<T>(Case @case, Func<Party, Move[]> moves, Func<Party, Move[], T> answer) =>
        @case.Parties.Select(p => (Party: p, Moves: moves(p))).Where(pair => pair.Moves.Length > 0).Select(pair => answer(pair.Party, pair.Moves)).ToArray();

    private static string[] Ids(Move[] moves) => moves.Select(m => m.Id.Value).ToArray();

    private static LedgerRow Row(Move move) => new(
        move.Id.Value, move.Date.First, move.Date.Last, move.Date.Text, move.By.Value, move.To.Select(t => t.Value).ToArray(), Wording.KindName(move.Kind), move.What,
        move.Factuality.ToString().ToLowerInvariant(), move.Lever?.Value, move.Issue?.Value, move.InModel, move.SameAs?.Value,
        move.ClashesWith.Select(c => c.Value).ToArray(), move.Evidence.Select(e => e.Value).ToArray());
}
