using Fulcrum.Cases.Editing;

namespace Fulcrum.Reading.Ledger;

/// <summary>
/// Acceptances that were begun and never noted, because the program was ended in between. The move, or the support of a number, is saved last: where it stands, the
/// acceptance is noted now, with the rejection of the same event in other places; where it does not, the proposal is still open, and accepting it again uses the source and
/// evidence that may already stand.
/// </summary>
internal static class InterruptedReview
{
    private const string Before = " := ";

    public static void Complete(string folder, string decisionsPath, IReadOnlyList<Proposal> proposals)
    {
        var last = new Dictionary<string, Decision>(StringComparer.Ordinal);
        foreach (Decision decision in ProposalsFile.History(decisionsPath))
        {
            last[decision.Id] = decision;
        }
        foreach (Decision begun in last.Values.Where(d => d.What == Decision.Begun))
        {
            if (begun.Wrote is not { Count: > 0 } wrote || !Stands(folder, wrote[^1]))
            {
                // Closed, lest a later row of the same name be taken for this one.
                ProposalsFile.Append(decisionsPath, [new Decision(begun.Id, Decision.Undone, [])]);
                continue;
            }
            string? told = begun.With is null ? null : proposals.FirstOrDefault(p => p.Id == begun.Id)?.Event;
            Decision[] echoes = [.. proposals.Where(p => p.Event == told && p.Id != begun.Id && last.GetValueOrDefault(p.Id)?.What is null or Decision.Undone).Select(p => new Decision(p.Id, Decision.Rejected, []) { With = begun.With })];
            ProposalsFile.Append(decisionsPath, [begun with { What = Decision.Accepted }, .. echoes]);
        }
    }

    // 'file path' was to be added; at 'file path := text' that text was to be replaced.
    private static bool Stands(string folder, string written)
    {
        string[] place = written.Split(' ', 2);
        if (place.Length < 2 || CaseEditor.Open(folder, place[0]).Editor is not { } editor)
        {
            return false;
        }
        string[] change = place[1].Split(Before, 2);
        EditValue? now = editor.ValueAt(EditPath.Parse(change[0]));
        return now is not null && !(change.Length > 1 && now is EditValue.Text text && text.Value == change[1]);
    }
}
