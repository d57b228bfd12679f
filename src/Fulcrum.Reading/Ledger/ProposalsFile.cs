using System.Text;
using System.Text.Json;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Reading.Intake;

namespace Fulcrum.Reading.Ledger;

/// <summary>The proposals of a case, one JSON object a line, and beside them the decisions taken. Terminal and web read the same files.</summary>
public static class ProposalsFile
{
    public const string Name = "proposals.jsonl";
    public const string Decisions = "decisions.jsonl";

    /// <summary>
    /// Writes what a reading proposes. Proposals of other texts that the file already holds stay; those of a text that was read again are replaced.
    /// </summary>
    public static SaveResult Write(string path, ReadingResult result) => AtomicFile.Write(path, Content(path, result));

    /// <summary>The file as <see cref="Write"/> would leave it.</summary>
    public static byte[] Content(string path, ReadingResult result)
    {
        HashSet<string> read = [.. result.Documents.Select(d => d.TextHash)];
        var text = new StringBuilder();
        foreach (Proposal proposal in Read(path, []).Where(p => !read.Contains(p.SourceHash)).Concat(Proposed(result)).DistinctBy(p => p.Id))
        {
            text.Append(JsonSerializer.Serialize(proposal, ProposalContext.Readable.Proposal)).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>What a reading proposes: moves, then sentences that bear on numbers; each once.</summary>
    public static IReadOnlyList<Proposal> Proposed(ReadingResult result)
    {
        var documents = result.Documents.Zip(result.Lineage).ToDictionary(p => p.First.Id);
        IEnumerable<Proposal> proposed = result.Moves.Select(m => Proposal.Of(m, documents[m.Source].First, documents[m.Source].Second));
        IEnumerable<Proposal> claimed = result.Claims.Select(c => Proposal.Of(c, documents[c.Source].First, documents[c.Source].Second));
        return [.. proposed.Concat(claimed).DistinctBy(p => p.Id)];
    }

    /// <summary>All proposals; lines that cannot be read are reported and left out. A missing file holds none.</summary>
    public static IReadOnlyList<Proposal> Read(string path, List<CaseProblem> problems)
    {
        var found = new List<Proposal>();
        int number = 0;
        foreach (string line in Lines(path))
        {
            number++;
            try
            {
                if (JsonSerializer.Deserialize(line, ProposalContext.Default.Proposal) is { Id: not null, Move: not null, Actor: not null } proposal)
                {
                    found.Add(proposal);
                }
            }
            catch (JsonException e)
            {
                problems.Add(ReadingProblems.BadProposals(path, number, e.Message));
            }
        }
        return found;
    }

    /// <summary>The decision that stands for each proposal; undone ones are not in it. A last line cut short by a crash is passed over.</summary>
    public static IReadOnlyDictionary<string, Decision> Standing(string path)
    {
        var standing = new Dictionary<string, Decision>(StringComparer.Ordinal);
        foreach (Decision decision in History(path))
        {
            if (decision.What == Decision.Undone)
            {
                standing.Remove(decision.Id);
            }
            else if (decision.What != Decision.Begun)
            {
                standing[decision.Id] = decision;
            }
        }
        return standing;
    }

    internal static IReadOnlyList<Decision> History(string path)
    {
        var found = new List<Decision>();
        foreach (string line in Lines(path))
        {
            try
            {
                if (JsonSerializer.Deserialize(line, ProposalContext.Default.Decision) is { Id: not null, What: not null } decision)
                {
                    // What is no 'file path' was not written by a review.
                    found.Add(decision with { Wrote = [.. (decision.Wrote ?? []).Where(w => w?.Contains(' ', StringComparison.Ordinal) == true)] });
                }
            }
            catch (JsonException)
            {
                // A line cut short: the decision had not been taken.
            }
        }
        return found;
    }

    /// <summary>Adds lines in one write that has reached the disk when this returns. A line that a crash has cut short is ended first.</summary>
    internal static void Append(string path, params IReadOnlyList<Decision> decisions)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        var text = new StringBuilder();
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            text.Append(file.ReadByte() == '\n' ? "" : "\n");
        }
        foreach (Decision decision in decisions)
        {
            text.Append(JsonSerializer.Serialize(decision, ProposalContext.Default.Decision)).Append('\n');
        }
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(text.ToString()));
        file.Flush(flushToDisk: true);
    }

    private static IEnumerable<string> Lines(string path) => File.Exists(path) ? File.ReadLines(path).Where(l => l.Trim().Length > 0) : [];
}
