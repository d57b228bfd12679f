using System.Globalization;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads 'status:' of a commitment: one word with 'since:', or a line of dated words, '{1994-12-05: kept, 2014-03: broken}'.</summary>
internal static class StatusBinder
{
    public static (CommitmentStatus Status, VagueDate? Since) Single(Block block, VagueDate? made, BindingState state)
    {
        CommitmentStatus status = block.Map["status"]?.Value is MapNode ? CommitmentStatus.Unclear : block.Word<CommitmentStatus>("status") ?? CommitmentStatus.Unclear;
        return (status, block.Scalar("since") is { } node ? Day(node, Naming.Word(status), made, state) : null);
    }

    /// <summary>In the order of the file, which must be that of the dates; empty where 'status:' is a single word.</summary>
    public static IReadOnlyList<DatedStatus> History(Block block, VagueDate? made, BindingState state)
    {
        if (block.Map["status"]?.Value is not MapNode map || map["is"] is not null)
        {
            return [];
        }
        _ = block.Take("status");
        if (block.Map["since"] is { } since)
        {
            _ = block.Take("since");
            state.Report(LedgerProblems.SinceBesideDates(since.Key));
        }
        if (map.Entries.Count == 0)
        {
            state.Report(WordProblems.NoValue(block.Map["status"]!.Key));
        }
        List<DatedStatus> history = [];
        foreach (MapEntry entry in map.Entries)
        {
            if (One(entry, block, made, state) is { } status)
            {
                CheckOrder(entry.Key, history, status, state);
                history.Add(status);
            }
        }
        return history;
    }

    public static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DatedStatus? One(MapEntry entry, Block owner, VagueDate? made, BindingState state)
    {
        (ScalarNode? word, EvidenceId[] evidence) = (entry.Value as ScalarNode, []);
        if (entry.Value is not ScalarNode && Block.Of(entry.Value, $"the status since {entry.Key.Value}", state) is { } block)
        {
            word = block.Scalar("is");
            evidence = [.. block.Ids("evidence", state.EvidenceIds).Select(e => new EvidenceId(e))];
            block.Close();
            if (block.Map["is"] is null)
            {
                state.Report(WordProblems.Missing(entry.Key, $"the status since {entry.Key.Value}", "is", "broken"));
            }
        }
        if (word is { IsEmpty: true })
        {
            state.Report(WordProblems.NoValue(entry.Key));
            return null;
        }
        CommitmentStatus? status = word is null ? null : owner.WordOf<CommitmentStatus>(word, "status");
        VagueDate? day = Day(entry.Key, status is null ? "status" : Naming.Word(status.Value), made, state);
        return status is null || day is null ? null : new DatedStatus(status.Value, day, evidence);
    }

    private static void CheckOrder(ScalarNode at, List<DatedStatus> history, DatedStatus status, BindingState state)
    {
        if (history.Count == 0 || history[^1].Since.Middle < status.Since.Middle)
        {
            return;
        }
        VagueDate before = history[^1].Since;
        state.Report(before.First == status.Since.First && before.Last == status.Since.Last
            ? LedgerProblems.StatusTwice(at, before.Text) : LedgerProblems.StatusesOutOfOrder(at, before.Text));
    }

    private static VagueDate? Day(ScalarNode node, string status, VagueDate? made, BindingState state)
    {
        VagueDate? day = DateReader.Vague(node, state.Starts, state.AsOf, state);
        if (day is not null && made is not null && day.Last < made.First)
        {
            state.Report(LedgerProblems.StatusBeforeDate(node, status, made.Text));
        }
        else if (day is not null && day.First > state.AsOf)
        {
            state.Report(LedgerProblems.StatusAfterAsOf(node, status, Shown(state.AsOf)));
        }
        return day;
    }
}
