using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads 'commitments:' and 'beliefs:'.</summary>
internal static class CommitmentBinder
{
    public static IReadOnlyList<Commitment> Bind(Block root, BindingState state)
    {
        List<Commitment> commitments = [];
        foreach (MapEntry entry in root.Inner("commitments")?.Others() ?? [])
        {
            if (state.Commitments.Add(entry.Key, null, state.Problems) && Block.Of(entry.Value, $"commitment {entry.Key.Value}", state) is { } block
                && BindOne(entry.Key, block, state) is { } commitment)
            {
                commitments.Add(commitment);
            }
        }
        return commitments;
    }

    private static Commitment? BindOne(ScalarNode key, Block block, BindingState state)
    {
        string what = $"commitment {key.Value}";
        string? by = block.Id("by", state.Parties);
        PartyId[] to = [.. block.Ids("to", state.Parties).Select(p => new PartyId(p))];
        if (by is not null && to.Contains(new PartyId(by)))
        {
            state.Report(LedgerProblems.ObligedToItself(block.Words("to").First(w => w.Value == by), by));
        }
        ScalarNode? dateNode = block.Scalar("date");
        VagueDate? date = dateNode is null ? null : DateReader.Vague(dateNode, state.Starts, state.AsOf, state);
        string terms = block.Required("terms", key, "what was promised, in your own words");
        IReadOnlyList<DatedStatus> history = StatusBinder.History(block, date, state);
        (CommitmentStatus status, VagueDate? since) = history.Count > 0 ? (history[^1].Status, history[^1].Since) : StatusBinder.Single(block, date, state);
        EvidenceId[] evidence = [.. block.Ids("evidence", state.EvidenceIds).Select(e => new EvidenceId(e))];
        string? note = block.Text("note");
        string? referenceClass = block.Id("class", state.ReferenceClasses);
        string[] circumstances = [.. block.Words("circumstances").Select(w => w.Value)];
        block.Close();
        if (date is not null && date.First > state.AsOf)
        {
            state.Report(LedgerProblems.CommitmentAfterAsOf(dateNode!, StatusBinder.Shown(state.AsOf)));
        }
        foreach ((string part, string example) in new[] { ("by", "south"), ("date", "1994-12-05") })
        {
            if (block.Map[part] is null)
            {
                state.Report(WordProblems.Missing(key, what, part, example));
            }
        }
        return by is null || date is null ? null
            : new Commitment(new CommitmentId(key.Value), new PartyId(by), to, date, terms, status, since, evidence, note, key.Place)
            { Class = referenceClass, Circumstances = circumstances, Earlier = [.. history.SkipLast(1)] };
    }

    public static IReadOnlyDictionary<PartyId, ReadingId> BindBeliefs(Block root, BindingState state)
    {
        var beliefs = new Dictionary<PartyId, ReadingId>();
        foreach (MapEntry entry in root.Inner("beliefs")?.Others() ?? [])
        {
            if (state.Parties.Resolve(entry.Key, state.Problems) is { } party && state.Readings.Resolve(entry.Value, state.Problems) is { } reading)
            {
                beliefs[new PartyId(party)] = new ReadingId(reading);
            }
        }
        return beliefs;
    }
}
