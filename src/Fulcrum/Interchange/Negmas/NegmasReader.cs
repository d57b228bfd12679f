using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cases.Syntax;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange.Negmas;

/// <summary>A NegMAS scenario: one YAML file with 'issues' and one a party with 'values'. Files whose names start with '_' (information, statistics) are left alone.</summary>
internal static class NegmasReader
{
    public static ForeignNegotiation? Read(IReadOnlyList<FileText> files, string folder, List<CaseProblem> problems)
    {
        var roots = new List<(FileText File, DataNode Root)>();
        foreach (FileText file in files.Where(f => !f.Path.StartsWith('_')))
        {
            if (DataNode.OfYaml(file, problems) is { } root)
            {
                roots.Add((file, root));
            }
        }
        if (problems.Any(p => p.Severity == Severity.Error))
        {
            return null;
        }
        (FileText File, DataNode Root)[] domains = [.. roots.Where(r => r.Root["issues"] is not null)];
        (FileText File, DataNode Root)[] parties = [.. roots.Where(r => r.Root["issues"] is null && (r.Root["values"] is not null || r.Root["type"] is not null))];
        if (domains.Length != 1 || parties.Length == 0)
        {
            problems.Add(domains.Length > 1 ? InterchangeProblems.TwoDomains(domains[1].File.Path, domains[0].File.Path)
                : domains.Length == 0 && roots.Count > 0 ? InterchangeProblems.NoIssues(roots[0].Root) : InterchangeProblems.NoProfiles(folder));
            return null;
        }
        List<ForeignIssue> issues = Issues(domains[0].Root["issues"]!, problems);
        if (problems.Any(p => p.Severity == Severity.Error) || ForeignSize.Refused(parties[^1].Root, issues, parties.Length, problems))
        {
            return null;
        }
        ForeignParty[] read = [.. parties.Select(p => NegmasParty.Read(p.Root, Path.GetFileNameWithoutExtension(p.File.Path), issues, problems))];
        string title = domains[0].Root["name"]?.Text is { Length: > 0 } named ? named : folder;
        return problems.Any(p => p.Severity == Severity.Error)
            ? null : new ForeignNegotiation(title, $"From NegMAS: {string.Join(", ", roots.Select(r => r.File.Path))}", issues, read);
    }

    /// <summary>'negmas.outcomes.CategoricalIssue' is 'CategoricalIssue'.</summary>
    public static string Type(DataNode node) => (node["type"]?.Text ?? "").Split('.')[^1];

    private static List<ForeignIssue> Issues(DataNode list, List<CaseProblem> problems)
    {
        var issues = new List<ForeignIssue>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (DataNode node in list.Items ?? [])
        {
            string? stated = node["name"]?.Text is { } given && !string.IsNullOrWhiteSpace(given) ? given : null;
            string name = stated ?? $"issue {(names.Count + 1).ToString(CultureInfo.InvariantCulture)}";
            if (stated is null)
            {
                problems.Add(InterchangeProblems.Nameless(node["name"] ?? node, name));
            }
            if (!names.Add(name))
            {
                problems.Add(InterchangeProblems.RepeatedIssue(node, $"issue '{name}'"));
            }
            else if (Issue(node, name, problems) is { } issue)
            {
                issues.Add(issue);
            }
            if (ForeignSize.Refused(node, issues, problems))
            {
                break;
            }
        }
        if (issues.Count == 0)
        {
            problems.Add(InterchangeProblems.NoIssues(list));
        }
        return issues;
    }

    private static ForeignIssue? Issue(DataNode node, string name, List<CaseProblem> problems)
    {
        DataNode? values = node["values"];
        string type = Type(node);
        if (type is "ContiguousIssue" or "ContinuousIssue" && values is not null)
        {
            double?[] bounds = values.Items is { Count: 2 } two
                ? [.. two.Select(i => NumberText.Read(i, "a bound", i.Text, problems))]
                : [0, NumberText.Read(values, "the number of values", values.Text, problems) - 1];
            ForeignScale? scale = bounds.Any(b => b is null)
                ? null : ScaleMaker.Of(values, name, bounds[0]!.Value, bounds[1]!.Value, type == "ContiguousIssue" ? 1 : null, problems);
            return scale is null ? null : ForeignIssue.Numeric(name, scale);
        }
        if (values?.Items is not { Count: > 0 } words)
        {
            problems.Add(InterchangeProblems.NoValues(node, name));
            return null;
        }
        return ForeignIssue.Named(name, words.Select(w => w.Text ?? "").Distinct(StringComparer.Ordinal));
    }
}
