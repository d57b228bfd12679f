using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Cases.Verifying;
using Fulcrum.Reading.Intake;

namespace Fulcrum.Reading.Ledger;

/// <summary>
/// Decisions about the proposals of one case folder, saved one by one: accepted moves enter ledger.yaml with their evidence and source, rejected ones stay
/// rejected when the article is read again, every decision can be undone. Comments and layout of the case's files stay.
/// </summary>
public sealed class Review
{
    private readonly string folder;
    private readonly IReadOnlyList<Proposal> proposals;
    private readonly Dictionary<string, Decision> decided;
    private readonly Stack<Decision> taken;

    private Review(string folder, IReadOnlyList<Proposal> proposals, IReadOnlyList<CaseProblem> problems)
    {
        this.folder = folder;
        this.proposals = proposals;
        Problems = problems;
        InterruptedReview.Complete(folder, DecisionsPath, proposals);
        decided = new Dictionary<string, Decision>(ProposalsFile.Standing(DecisionsPath));
        // Of each proposal only its last decision can stand, unless it was taken back.
        taken = new Stack<Decision>(ProposalsFile.History(DecisionsPath).Where(d => d.What != Decision.Begun).Index().GroupBy(d => d.Item.Id).Select(g => g.Last())
            .Where(d => d.Item.What is Decision.Accepted or Decision.Rejected).OrderBy(d => d.Index).Select(d => d.Item));
    }

    public IReadOnlyList<CaseProblem> Problems { get; }

    private string DecisionsPath => Path.Combine(folder, ProposalsFile.Decisions);

    public static Review Open(string folder)
    {
        var problems = new List<CaseProblem>();
        return new Review(folder, ProposalsFile.Read(Path.Combine(folder, ProposalsFile.Name), problems), problems);
    }

    /// <summary>
    /// What is still to be decided, the same event across sources as one group: those that would move a lever or an option first, then facts before
    /// possibilities and opinions, then text order. Inside a group originals come before rewrites.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Proposal>> Open() =>
        [.. proposals.Where(p => !decided.ContainsKey(p.Id))
            .GroupBy(p => p.Event)
            .Select(g => (IReadOnlyList<Proposal>)[.. g.OrderBy(p => p.DerivedFrom is null ? 0 : 1).ThenByDescending(p => p.Confidence).ThenBy(p => p.Id, StringComparer.Ordinal)])
            .OrderBy(g => g[0].Lever is not null || g[0].Option is not null ? 0 : g[0].Number is not null ? 1 : 2)
            .ThenBy(g => g[0].Factuality is "happened" or "ongoing" ? 0 : g[0].Factuality == "opinion" ? 2 : 1)
            .ThenBy(g => g[0].Source, StringComparer.Ordinal).ThenBy(g => g[0].Paragraph).ThenBy(g => g[0].SpanStart)];

    public int Accepted => decided.Values.Count(d => d.What == Decision.Accepted);

    public int Rejected => decided.Values.Count(d => d.What == Decision.Rejected);

    /// <summary>The decision that <see cref="Undo"/> would take back; null when there is none.</summary>
    public Decision? Last => taken.TryPeek(out Decision? last) ? last : null;

    /// <summary>
    /// Writes the move, as proposed or as edited, with its source and evidence; of a claim the evidence, attached to its number. Problems mean that nothing was decided: what would leave the case unreadable is taken back at once.
    /// </summary>
    public IReadOnlyList<CaseProblem> Accept(Proposal proposal) => Accept(proposal, []);

    /// <summary>As <see cref="Accept(Proposal)"/>; the same event in other places needs no second row: those are rejected, and come back when this is undone.</summary>
    public IReadOnlyList<CaseProblem> Accept(Proposal proposal, IReadOnlyList<Proposal> echoes)
    {
        if (EditedProposal.Problems(folder, proposal) is { Count: > 0 } wrong)
        {
            return wrong;
        }
        bool reads = CaseFolder.Read(folder, new CaseReadOptions()).Case is not null;
        string? with = echoes.Count > 0 ? proposal.Id : null;
        // Should the program be ended between the case's files and the decision, the next start finds out from this line.
        var writer = new AcceptedMove(folder, proposal, wrote => ProposalsFile.Append(DecisionsPath, new Decision(proposal.Id, Decision.Begun, wrote) { With = with }));
        IReadOnlyList<CaseProblem> problems = proposal.Number is null ? writer.Write() : writer.WriteClaim();
        if (problems.Count == 0 && reads && CaseFolder.Read(folder, new CaseReadOptions()) is { Case: null } broken)
        {
            TakeBack(writer.Wrote);
            ProposalsFile.Append(DecisionsPath, [new Decision(proposal.Id, Decision.Undone, [])]);
            return [.. broken.Problems.Where(p => p.Severity == Severity.Error)];
        }
        if (problems.Count == 0)
        {
            Note([new Decision(proposal.Id, Decision.Accepted, writer.Wrote) { With = with }, .. echoes.Select(e => new Decision(e.Id, Decision.Rejected, []) { With = with })]);
        }
        return problems;
    }

    public void Reject(Proposal proposal) => Reject([proposal]);

    /// <summary>Rejects all of these as one decision.</summary>
    public void Reject(IReadOnlyList<Proposal> together)
    {
        string? with = together.Count > 1 ? together[0].Id : null;
        Note([.. together.Select(p => new Decision(p.Id, Decision.Rejected, []) { With = with })]);
    }

    public bool IsDecided(string id) => decided.ContainsKey(id);

    /// <summary>Rejects every open proposal that is a judgement rather than a fact; returns how many.</summary>
    public int RejectOpinions()
    {
        Proposal[] opinions = [.. Open().SelectMany(g => g).Where(p => p.Factuality == "opinion")];
        Reject(opinions);
        return opinions.Length;
    }

    /// <summary>Takes the last decision back, with everything that it wrote and all that was decided together with it; returns the first of them; null when there is none, problems when a file has changed since.</summary>
    public (Decision? Undone, IReadOnlyList<CaseProblem> Problems) Undo()
    {
        if (!taken.TryPeek(out Decision? last))
        {
            return (null, []);
        }
        Decision[] together = [.. last.With is null ? [last] : taken.TakeWhile(d => d.With == last.With)];
        if (TakeBack([.. together.Reverse().SelectMany(d => d.Wrote)]) is { Count: > 0 } problems)
        {
            return (null, problems);
        }
        ProposalsFile.Append(DecisionsPath, [.. together.Select(d => new Decision(d.Id, Decision.Undone, []))]);
        foreach (Decision decision in together)
        {
            taken.Pop();
            decided.Remove(decision.Id);
        }
        return (together[^1], []);
    }

    // Nothing is saved before all of it could be changed, so that a decision that is not taken back is still whole.
    private IReadOnlyList<CaseProblem> TakeBack(IReadOnlyList<string> wrote)
    {
        var after = new Dictionary<string, CaseEditor>(StringComparer.Ordinal);
        var before = new List<CaseEditor>();
        foreach (string written in wrote.Reverse())
        {
            string[] place = written.Split(' ', 2);
            EditResult opened = after.TryGetValue(place[0], out CaseEditor? changed) ? new EditResult(changed, []) : CaseEditor.Open(folder, place[0]);
            EditResult edit = opened.Then(e => TakenBack(e, place[1]));
            if (edit.Editor is null)
            {
                return edit.Problems;
            }
            before.AddRange(changed is null && opened.Editor is { } untouched ? [untouched] : []);
            after[place[0]] = edit.Editor;
        }
        for (int saved = 0; saved < before.Count; saved++)
        {
            SaveResult result = after[before[saved].File].Save(folder);
            if (result.Outcome != SaveOutcome.Saved)
            {
                before.Take(saved).ToList().ForEach(b => AtomicFile.Write(Path.Combine(folder, b.File), b.ToBytes()));
                return [ReadingProblems.Unsaved(before[saved].File, result)];
            }
        }
        return [];
    }

    // 'path' was added; at 'path := text' that text stood before.
    private static EditResult TakenBack(CaseEditor editor, string written) =>
        written.Split(" := ", 2) is [var path, var before] ? editor.Set(EditPath.Parse(path), EditValue.Of(before)) : editor.Remove(EditPath.Parse(written));

    private void Note(IReadOnlyList<Decision> decisions)
    {
        if (decisions.Count > 0)
        {
            ProposalsFile.Append(DecisionsPath, decisions);
        }
        foreach (Decision decision in decisions)
        {
            decided[decision.Id] = decision;
            taken.Push(decision);
        }
    }
}
