using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange.Genius;

/// <summary>The issues of a GENIUS domain. Indices may start anywhere; profiles refer to issues by them and to discrete values by their text.</summary>
internal sealed record GeniusDomain(string Title, IReadOnlyList<ForeignIssue> Issues, IReadOnlyDictionary<string, int> ByIndex)
{
    /// <summary>True of a file with a domain; a profile has evaluations and its root is the utility space itself.</summary>
    public static bool Is(XmlNode root) => root.Name == "negotiation_template";

    public static GeniusDomain? Read(XmlNode root, List<CaseProblem> problems)
    {
        int before = problems.Count(p => p.Severity == Severity.Error);
        var issues = new List<ForeignIssue>();
        var byIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (XmlNode node in root.Below("issue"))
        {
            string? index = node["index"];
            string name = node["name"] ?? $"Issue {(issues.Count + 1).ToString(CultureInfo.InvariantCulture)}";
            if (index is null)
            {
                problems.Add(InterchangeProblems.Missing(node, "an index"));
                continue;
            }
            if (!byIndex.TryAdd(index.Trim(), issues.Count))
            {
                problems.Add(InterchangeProblems.RepeatedIssue(node, $"index {index}"));
                continue;
            }
            if (ReadIssue(node, name, problems) is { } issue)
            {
                issues.Add(issue);
            }
            if (ForeignSize.Refused(node, issues, problems))
            {
                return null;
            }
        }
        if (problems.Count(p => p.Severity == Severity.Error) > before)
        {
            return null;
        }
        if (issues.Count == 0)
        {
            problems.Add(InterchangeProblems.NoIssues(root));
            return null;
        }
        string title = root.Below("objective").FirstOrDefault()?["name"] is { } stated && stated != "root" ? stated : "";
        return new GeniusDomain(title, issues, byIndex);
    }

    /// <summary>'discrete', 'integer' or 'real'; files name it in one of three attributes, and leave it out for discrete issues.</summary>
    public static string KindOf(XmlNode issue) => issue["vtype"] ?? issue["type"] ?? issue["etype"] ?? "discrete";

    private static ForeignIssue? ReadIssue(XmlNode node, string name, List<CaseProblem> problems)
    {
        switch (KindOf(node))
        {
            case "discrete":
                string[] values = [.. node.Named("item").Select(i => i["value"]).OfType<string>().Distinct(StringComparer.Ordinal)];
                if (values.Length == 0)
                {
                    problems.Add(InterchangeProblems.NoValues(node, name));
                    return null;
                }
                return ForeignIssue.Named(name, values);
            case "integer":
                return Scale(node, name, 1, problems) is { } whole ? ForeignIssue.Numeric(name, whole) : null;
            case "real":
                return Scale(node, name, null, problems) is { } real ? ForeignIssue.Numeric(name, real) : null;
            default:
                problems.Add(InterchangeProblems.Unsupported(node, $"an issue of type '{KindOf(node)}'"));
                return null;
        }
    }

    private static ForeignScale? Scale(XmlNode node, string name, double? step, List<CaseProblem> problems)
    {
        XmlNode holder = node["lowerbound"] is null && node.Named("range").FirstOrDefault() is { } range ? range : node;
        double? low = NumberText.Read(holder, "lowerbound", holder["lowerbound"], problems);
        double? high = NumberText.Read(holder, "upperbound", holder["upperbound"], problems);
        return low is null || high is null
            ? null : step is null ? ScaleMaker.Of(node, name, low.Value, high.Value, null, problems) : ScaleMaker.Of(node, name, Math.Round(low.Value), Math.Round(high.Value), step, problems);
    }
}
