using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Tables;

/// <summary>What each net change cost whom, and who gained.</summary>
internal static class ChangeTable
{
    public static IReadOnlyList<ChangeAnswer> Changes(DrawTable table) =>
        Enumerable.Range(0, table.Input.Plan.Changes.Count)
            .Select(c => Change(table, c))
            .OrderByDescending(a => a.Costs.Count > 0 ? a.Costs[0].PointOrMore.Hits : 0)
            .ThenByDescending(a => a.Costs.Count > 0 ? a.Costs[0].Size?.Median ?? 0 : 0)
            .ThenBy(a => a.Last)
            .ThenBy(a => a.Id, StringComparer.Ordinal)
            .ToArray();

    public static IReadOnlyList<TotalCost> Totals(DrawTable table) =>
        table.Input.Plan.Changes.Count == 0 ? [] : table.Valued.Select(p => new TotalCost(
            table.Id(p), table.Name(p),
            table.Spread(d => TotalLoss(d, p)),
            table.Chance(d => Noticeable.Up(TotalLoss(d, p))),
            table.Chance(d => TotalLoss(d, p) >= 5),
            table.Chance(d => Noticeable.Down(TotalLoss(d, p))))).ToArray();

    public static double TotalLoss(DrawResult draw, int party) => draw.HandsUnchanged[party] - draw.Hands[party];

    private static ChangeAnswer Change(DrawTable table, int index)
    {
        Case @case = table.Case;
        NetChange change = table.Input.Plan.Changes[index];
        Move[] moves = change.Moves.Select(m => @case.Moves[m]).ToArray();
        Move deciding = moves[^1];
        ChangeCost[] costs = table.Valued.Select(p => Cost(table, index, p)).ToArray();
        return new ChangeAnswer(
            change.Id, ChangeWords.Label(@case, change), deciding.What, change.By.Value, @case.Party(change.By).Name, When(moves), moves.Min(m => m.Date.First), moves.Max(m => m.Date.Last),
            change.Lever?.Value, change.Issue?.Value, moves.Select(m => m.Id.Value).ToArray(), Wording.MarkSign(ChangeWords.MarkOf(@case, change)),
            change.Undone, moves.Any(m => m.Conditional), Reversible(change, moves), CameBack(table.Input, moves), Clashes(moves),
            moves.SelectMany(m => m.Evidence).Select(e => e.Value).Distinct(StringComparer.Ordinal).ToArray(),
            table.Chance(d => d.ChangeActs[index]),
            costs.Length > 0 ? costs[0].WentTo : "none", costs.Length > 0 ? costs[0].WentToName : "nobody", costs);
    }

    private static string When(Move[] moves) =>
        moves.Length == 1 || moves[0].Date.Text == moves[^1].Date.Text ? moves[^1].Date.Text : $"{moves[0].Date.Text} to {moves[^1].Date.Text}";

    private static bool? Reversible(NetChange change, Move[] moves) =>
        change.Irreversible ? false : moves.Any(m => m.Reversible == true) ? true : null;

    private static MoveMention[] CameBack(AnalysisInput input, Move[] moves)
    {
        Move[] upTo = input.Case.Moves.Where(m => m.Date.Middle <= input.Plan.AsOf).ToArray();
        return upTo.Where(m => moves.Any(own => Returns.Of(upTo, own).Contains(m)))
            .Select(m => new MoveMention(m.Id.Value, m.What, m.Date.Text, input.Case.Party(m.By).Name))
            .ToArray();
    }

    private static string[] Clashes(Move[] moves) => moves.SelectMany(m => m.ClashesWith).Select(id => id.Value).Distinct(StringComparer.Ordinal).ToArray();

    private static ChangeCost Cost(DrawTable table, int change, int party)
    {
        bool Lost(DrawResult d) => Noticeable.Up(d.CostShare[change][party]);
        (string wentTo, string wentToName) = WentTo(table, change, party, table.Draws.Where(Lost).ToArray());
        double[] errors = table.Draws.Select(d => d.CostShareError[change][party]).Where(double.IsFinite).ToArray();
        return new ChangeCost(
            table.Id(party), table.Name(party),
            table.Chance(Lost),
            table.SpreadWhere(Lost, d => d.CostShare[change][party]),
            table.Spread(d => d.CostInOrder[change][party]),
            table.Spread(d => d.CostShare[change][party]),
            errors.Length == 0 ? 0 : errors.Average(),
            table.Spread(d => d.CostUndone[change][party]),
            table.Chance(d => Noticeable.Down(d.CostShare[change][party])),
            wentTo, wentToName, AtMidRange(table, change, party));
    }

    private static double? AtMidRange(DrawTable table, int change, int party) =>
        table.Input.Middle is { } middle && double.IsFinite(middle.CostShare[change][party]) ? middle.CostShare[change][party] : null;

    private static (string Id, string Name) WentTo(DrawTable table, int change, int loser, DrawResult[] lost)
    {
        if (lost.Length == 0)
        {
            return ("none", "nobody");
        }
        bool Gains(DrawResult d, int party) => Noticeable.Down(d.CostShare[change][party]);
        int[] gainers = table.Valued.Where(p => p != loser && 2 * lost.Count(d => Gains(d, p)) >= lost.Length).ToArray();
        if (gainers.Length == 1)
        {
            return (table.Id(gainers[0]), table.Name(gainers[0]));
        }
        if (gainers.Length > 1)
        {
            return ("both", Wording.List(gainers.Select(table.Name).ToArray()));
        }
        bool someGain = 2 * lost.Count(d => table.Valued.Any(p => p != loser && Gains(d, p))) >= lost.Length;
        return someGain ? ("mixed", "mixed") : ("nobody", "nobody");
    }
}
