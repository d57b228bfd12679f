using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>The moves of a plan's net changes as indices. Immutable.</summary>
internal sealed class CompiledMoves
{
    public CompiledMoves(CasePlan plan)
    {
        IReadOnlyList<Move> moves = plan.Case.Moves;
        Changes = [.. plan.Changes.Select(change => change.Moves.ToArray())];
        Lever = [.. plan.Changes.Select(change => change.Lever is { } id ? plan.Layout.LeverOf[id] : -1)];
        Rank = RanksOf(moves);
        Moved = [.. moves.Select(move => ChangesOfLedger.MovesLever(move))];
        Standing = [.. moves.Select(move => move.LeverStanding is { } standing ? (int)standing : -1)];
        Amount = [.. moves.Select(move => move.Amount?.Index ?? -1)];
        Credibility = [.. moves.Select(move => move.Credibility?.Index ?? -1)];
        Yields = [.. moves.Select(move => move.Yields)];
        YieldIssue = [.. moves.Select(move => move.Yields is { } yields ? plan.Layout.IssueOf[yields.Issue] : -1)];
        MostMoves = Changes.Sum(c => c.Length);
        Yielding = [.. Changes.SelectMany(c => c).Select(m => YieldIssue[m]).Where(k => k >= 0).Distinct().Order()];
    }

    /// <summary>[change]: its moves, as the plan has them.</summary>
    public int[][] Changes { get; }

    /// <summary>[change]: its lever, or -1.</summary>
    public int[] Lever { get; }

    /// <summary>[move]: its place among moves of one day, equal for equal turns and keys.</summary>
    public int[] Rank { get; }

    /// <summary>[move]: whether it moves a lever, and where to (or -1), by how much and how far believed (quantities, or -1).</summary>
    public bool[] Moved { get; }

    public int[] Standing { get; }

    public int[] Amount { get; }

    public int[] Credibility { get; }

    public IssueYield?[] Yields { get; }

    public int[] YieldIssue { get; }

    /// <summary>Moves of all changes together.</summary>
    public int MostMoves { get; }

    /// <summary>Issues on which some change yields an option.</summary>
    public int[] Yielding { get; }

    private static int[] RanksOf(IReadOnlyList<Move> moves)
    {
        int[] order = [.. Enumerable.Range(0, moves.Count).OrderBy(m => moves[m].Turn).ThenBy(m => moves[m].Key, StringComparer.Ordinal)];
        var ranks = new int[order.Length];
        for (int i = 1; i < order.Length; i++)
        {
            (Move before, Move here) = (moves[order[i - 1]], moves[order[i]]);
            ranks[order[i]] = ranks[order[i - 1]] + (before.Turn == here.Turn && before.Key == here.Key ? 0 : 1);
        }
        return ranks;
    }
}
