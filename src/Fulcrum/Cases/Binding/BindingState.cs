using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>What one pass over a case's trees collects: problems, ids, numbers and rankings. Lives for one pass.</summary>
internal sealed class BindingState(IReadOnlyDictionary<string, int>? partners, bool evidenceReadable, bool sourcesReadable, bool ledgerReadable)
{
    public List<CaseProblem> Problems { get; } = [];

    public List<Quantity> Quantities { get; } = [];

    public List<Ranking> Rankings { get; } = [];

    /// <summary>Numbers that name another number by its path, with the node that names it.</summary>
    public List<(int Index, ScalarNode Path)> Partnerships { get; } = [];

    /// <summary>Paths of numbers that could not be read and are reported there.</summary>
    public HashSet<string> UnreadPaths { get; } = new(StringComparer.Ordinal);

    public Register Parties { get; } = new("party");

    public Register IssueIds { get; } = new("issue");

    public Register Levers { get; } = new("lever");

    public Register Courses { get; } = new("course");

    public Register Commitments { get; } = new("commitment");

    public Register Readings { get; } = new("reading");

    public Register Moves { get; } = new("move") { Complete = ledgerReadable };

    public Register Sources { get; } = new("source") { Complete = sourcesReadable };

    public Register EvidenceIds { get; } = new("evidence") { Complete = evidenceReadable };

    public Dictionary<string, Evidence> EvidenceById { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IssueOptions> OptionsByIssue { get; } = new(StringComparer.Ordinal);

    public DateOnly Starts { get; set; }

    public DateOnly AsOf { get; set; }

    public DateOnly? Frozen { get; set; }

    /// <summary>Index of the number at a path in the finished case, known in the second pass only; -1 otherwise.</summary>
    public int PartnerAt(string path) => partners is not null && partners.TryGetValue(path, out int index) ? index : -1;

    public void Report(CaseProblem problem) => Problems.Add(problem);
}
