using Fulcrum.Cases;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange;

/// <summary>Names in a party's file that its domain does not have.</summary>
internal static class ForeignNames
{
    /// <summary>What is keyed by issue and has another key belongs to another domain: an error for each.</summary>
    public static void Unknown(DataNode? keyed, IReadOnlyList<ForeignIssue> issues, List<CaseProblem> problems)
    {
        HashSet<string> known = [.. issues.Select(i => i.Name)];
        problems.AddRange((keyed?.Entries ?? []).Where(e => !known.Contains(e.Name)).Select(e => InterchangeProblems.UnknownIssue(e, $"'{e.Name}'")));
    }

    /// <summary>Values that the issue does not have are left out, with a warning for each.</summary>
    public static void Unknown(DataNode keyed, ForeignIssue issue, List<CaseProblem> problems)
    {
        HashSet<string> known = [.. issue.Options.Select(o => o.Name)];
        problems.AddRange((keyed.Entries ?? []).Where(e => !known.Contains(e.Name)).Select(e => InterchangeProblems.UnknownValue(e, e.Name, issue.Name)));
    }
}
