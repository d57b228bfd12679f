using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cases.Syntax;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange.GeniusWeb;

/// <summary>Linear additive profiles of GeniusWeb. Each holds its domain; a domain's own file may lie beside them. Parties stand in file-name order.</summary>
internal static class GeniusWebReader
{
    private const string Profile = "LinearAdditiveUtilitySpace";
    private const double Hundred = 100;

    public static ForeignNegotiation? Read(IReadOnlyList<FileText> files, string folder, List<CaseProblem> problems)
    {
        var roots = new List<(FileText File, DataNode Root)>();
        foreach (FileText file in files)
        {
            if (JsonFile.Read(file, problems) is { } root)
            {
                roots.Add((file, root));
            }
        }
        if (problems.Any(p => p.Severity == Severity.Error))
        {
            return null;
        }
        (FileText File, DataNode Space)[] profiles = [.. roots.Where(r => r.Root[Profile] is not null).Select(r => (r.File, r.Root[Profile]!))];
        if (profiles.Length == 0)
        {
            problems.Add(roots.Count == 1 && roots[0].Root["issuesValues"] is null
                ? InterchangeProblems.WrongRoot(roots[0].Root.Entries is [var first, ..] ? first : roots[0].Root, $"'{Profile}'") : InterchangeProblems.NoProfiles(folder));
            return null;
        }
        DataNode? described = roots.FirstOrDefault(r => r.Root["issuesValues"] is not null).Root ?? profiles[0].Space["domain"];
        if (described is null)
        {
            problems.Add(InterchangeProblems.Missing(profiles[0].Space, "a domain"));
            return null;
        }
        List<ForeignIssue> issues = Issues(described, problems);
        if (problems.Any(p => p.Severity == Severity.Error) || ForeignSize.Refused(profiles[^1].Space, issues, profiles.Length, problems))
        {
            return null;
        }
        ForeignParty[] parties = [.. profiles.Select(p => Party(p.Space, Path.GetFileNameWithoutExtension(p.File.Path), issues, problems))];
        string title = described["name"]?.Text is { Length: > 0 } named ? named : folder;
        return problems.Any(p => p.Severity == Severity.Error)
            ? null : new ForeignNegotiation(title, $"From GeniusWeb: {string.Join(", ", roots.Select(r => r.File.Path))}", issues, parties);
    }

    private static List<ForeignIssue> Issues(DataNode domain, List<CaseProblem> problems)
    {
        var issues = new List<ForeignIssue>();
        if (domain["issuesValues"] is not { Entries: { Count: > 0 } entries })
        {
            problems.Add(InterchangeProblems.NoIssues(domain));
            return issues;
        }
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (DataNode node in entries)
        {
            if (!names.Add(node.Name))
            {
                problems.Add(InterchangeProblems.RepeatedIssue(node, $"issue '{node.Name}'"));
            }
            else if (node["values"] is { Items: { Count: > 0 } values })
            {
                issues.Add(ForeignIssue.Named(node.Name, values.Select(v => v.Text ?? "").Distinct(StringComparer.Ordinal)));
            }
            else if (node["range"] is { Items.Count: >= 2 } range)
            {
                if (Range(range, node.Name, problems) is { } scale)
                {
                    issues.Add(ForeignIssue.Numeric(node.Name, scale));
                }
            }
            else
            {
                problems.Add(InterchangeProblems.NoValues(node, node.Name));
            }
            if (ForeignSize.Refused(node, issues, problems))
            {
                break;
            }
        }
        return issues;
    }

    private static ForeignScale? Range(DataNode range, string name, List<CaseProblem> problems)
    {
        double?[] numbers = [.. range.Items!.Take(3).Select(i => NumberText.Read(i, "a bound", i.Text, problems))];
        if (numbers.Any(n => n is null))
        {
            return null;
        }
        return ScaleMaker.Of(range, name, numbers[0]!.Value, numbers[1]!.Value, numbers.Length == 3 ? numbers[2] : null, problems);
    }

    private static ForeignParty Party(DataNode space, string name, List<ForeignIssue> issues, List<CaseProblem> problems)
    {
        var weights = new double[issues.Count];
        var values = new ForeignValues?[issues.Count];
        ForeignNames.Unknown(space["issueWeights"], issues, problems);
        ForeignNames.Unknown(space["issueUtilities"], issues, problems);
        for (int k = 0; k < issues.Count; k++)
        {
            DataNode? weight = space["issueWeights"]?[issues[k].Name];
            DataNode? utilities = space["issueUtilities"]?[issues[k].Name];
            if (weight is null)
            {
                problems.Add(InterchangeProblems.NoWeight(space, issues[k].Name));
            }
            if (utilities is null)
            {
                problems.Add(InterchangeProblems.Missing(space, $"utilities of issue '{issues[k].Name}'"));
                continue;
            }
            weights[k] = weight is null ? 0 : NumberText.Read(weight, "the weight", weight.Text, problems) ?? 0;
            if (weights[k] < 0)
            {
                problems.Add(InterchangeProblems.NegativeWeight(weight!));
            }
            values[k] = Values(utilities, issues[k], problems);
        }
        ForeignParty party = Scaling.Party(space, name, weights, values, 0, [], problems);
        return Reservation(space, issues, problems) is { } facts ? party with { NoDeal = new ForeignNoDeal.Facts(facts) } : party;
    }

    private static ForeignValues? Values(DataNode utilities, ForeignIssue issue, List<CaseProblem> problems)
    {
        if (issue.Scale is { } scale)
        {
            DataNode? numbers = utilities["NumberValueSetUtilities"] ?? utilities["numberutils"];
            if (numbers is null)
            {
                problems.Add(InterchangeProblems.Unsupported(utilities, $"utilities of '{issue.Name}' other than two ends of its numbers"));
                return null;
            }
            double? low = NumberText.Read(numbers, "lowUtility", numbers["lowUtility"]?.Text, problems);
            double? high = NumberText.Read(numbers, "highUtility", numbers["highUtility"]?.Text, problems);
            return low is null || high is null ? null : new ForeignValues.Curve([(scale.From, Hundred * low.Value), (scale.To, Hundred * high.Value)]);
        }
        DataNode? stated = (utilities["DiscreteValueSetUtilities"] ?? utilities["discreteutils"])?["valueUtilities"];
        if (stated is null)
        {
            problems.Add(InterchangeProblems.Unsupported(utilities, $"utilities of '{issue.Name}' other than one number a value"));
            return null;
        }
        ForeignNames.Unknown(stated, issue, problems);
        return new ForeignValues.Table([.. issue.Options.Select(o => Value(stated, o.Name, problems))]);
    }

    private static double Value(DataNode stated, string option, List<CaseProblem> problems)
    {
        if (stated[option] is { } node)
        {
            return Hundred * (NumberText.Read(node, "the utility", node.Text, problems) ?? 0);
        }
        problems.Add(InterchangeProblems.ValueWithout(stated, option));
        return 0;
    }

    private static int[]? Reservation(DataNode space, List<ForeignIssue> issues, List<CaseProblem> problems)
    {
        if ((space["reservationBid"]?["issuevalues"] ?? space["reservationBid"]?["issueValues"]) is not { } bid)
        {
            return null;
        }
        var facts = new int[issues.Count];
        for (int k = 0; k < issues.Count; k++)
        {
            string? value = bid[issues[k].Name]?.Text;
            int option = value is null ? -1 : Place(issues[k], value);
            if (value is null)
            {
                problems.Add(InterchangeProblems.PartialBid(bid, issues[k].Name));
            }
            else if (option < 0)
            {
                problems.Add(InterchangeProblems.UnknownValue(bid, value, issues[k].Name));
            }
            facts[k] = Math.Max(0, option);
        }
        return facts;
    }

    private static int Place(ForeignIssue issue, string value)
    {
        bool number = decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal at);
        for (int o = 0; o < issue.Options.Count; o++)
        {
            if (issue.Scale is { } scale ? number && scale.At(o) == at : issue.Options[o].Name == value)
            {
                return o;
            }
        }
        return -1;
    }
}
