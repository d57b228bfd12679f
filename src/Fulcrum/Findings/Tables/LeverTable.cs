using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Tables;

/// <summary>What each lever does: if it were gone, to what others have if talks fail, to its holder's hand, and if its holder moved it today.</summary>
internal static class LeverTable
{
    public static IReadOnlyList<LeverAnswer> Levers(DrawTable table)
    {
        // Of a lever that was moved in part the standing of its largest share, as everywhere.
        LedgerState today = Replay.At(table.Input.Plan, CaseNumbers.MidRange(table.Case), table.Input.Plan.AsOf);
        return Enumerable.Range(0, table.Case.Levers.Count)
            .Select(l => (Key: table.Case.Levers[l].Key, Answer: Lever(table, l, today.StandingOf(table.Case.Levers[l].Id))))
            .Where(pair => pair.Answer.Standing != Wording.StandingName(Standing.Gone))
            .OrderByDescending(pair => pair.Answer.InHand)
            .ThenByDescending(pair => pair.Answer.IfGone.Count > 0 ? pair.Answer.IfGone.Max(e => e.PointOrMore.Hits) : 0)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Answer)
            .ToArray();
    }

    private static LeverAnswer Lever(DrawTable table, int index, Standing standing)
    {
        Lever lever = table.Case.Levers[index];
        Move[] moves = table.Input.Plan.Changes.Where(c => c.Lever == lever.Id).SelectMany(c => c.Moves).Select(m => table.Case.Moves[m]).ToArray();
        (double low, double high) = CredibilityRange(lever, standing, moves.LastOrDefault(m => m.Credibility is not null)?.Credibility);
        double[] inDeal = table.Draws.Where(d => d.LeverShares is not null).Select(d => d.LeverShares![index]).ToArray();
        int holder = DrawTable.IndexOf(table.Case, lever.Holder);
        return new LeverAnswer(
            lever.Id.Value, lever.Name, lever.Holder.Value, table.Name(holder), Wording.StandingName(standing),
            standing is Standing.Reserve or Standing.Announced or Standing.InForce, low, high,
            standing == Standing.Reserve && inDeal.Length > 0 ? inDeal.Average() : null, Wording.MarkSign(lever.Support.Mark),
            Effects(table, (d, p) => -d.Realised[index][p]), Effects(table, (d, p) => d.Coercive[index][p]), table.Spread(d => d.Realised[index][holder]),
            Moves(table, index), lever.Support.Evidence.Select(e => e.Value).ToArray());
    }

    private static (double Low, double High) CredibilityRange(Lever lever, Standing standing, Quantity? moved)
    {
        Quantity? general = moved ?? (lever.Credibility.ByStanding.TryGetValue(standing, out Quantity? own) ? own : lever.Credibility.General);
        IEnumerable<Quantity> all = lever.Credibility.SeenBy.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => pair.Value);
        Quantity[] stated = (general is null ? all : all.Append(general)).ToArray();
        return stated.Length == 0 ? (1, 1) : (stated.Min(q => q.Shape.Least), stated.Max(q => q.Shape.Most));
    }

    private static LeverEffect[] Effects(DrawTable table, Func<DrawResult, int, double> points) =>
        table.Valued.Select(p => new LeverEffect(
            table.Id(p), table.Name(p), table.Spread(d => points(d, p)), table.Chance(d => Noticeable.Either(points(d, p))))).ToArray();

    private static LeverMove[] Moves(DrawTable table, int lever) =>
        Enum.GetValues<Standing>()
            .Where(to => table.Draws.Count > 0 && At(table.Draws[0], lever, to) is not null)
            .Select(to => new LeverMove(Wording.StandingName(to), Effects(table, (d, p) => At(d, lever, to)?[p] ?? double.NaN)))
            .ToArray();

    private static double[]? At(DrawResult draw, int lever, Standing to)
    {
        double[]?[] moves = draw.IfMoved[lever];
        return (int)to < moves.Length ? moves[(int)to] : null;
    }
}
