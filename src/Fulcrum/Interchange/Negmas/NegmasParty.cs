using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange.Negmas;

/// <summary>A linear additive utility function of NegMAS: weights and value functions (a table, or a straight line) by issue, and the reserved value.</summary>
internal static class NegmasParty
{
    private const double Hundred = 100;

    private static readonly string[] Discounts = ["discount_factor", "discount"];

    private static readonly string[] Known = ["LinearAdditiveUtilityFunction", "LinearUtilityAggregationFunction"];

    public static ForeignParty Read(DataNode root, string name, IReadOnlyList<ForeignIssue> issues, List<CaseProblem> problems)
    {
        var weights = new double[issues.Count];
        var values = new ForeignValues?[issues.Count];
        string type = NegmasReader.Type(root);
        if (!Known.Contains(type))
        {
            problems.Add(InterchangeProblems.Unsupported(root, $"a utility function of type '{type}'"));
            return new ForeignParty(name, weights, values, new ForeignNoDeal.Points(0), []);
        }
        Fits(root["weights"], "weights", issues, problems);
        Fits(root["values"], "values", issues, problems);
        bool weighed = root["weights"] is { Items: not null } or { Entries: not null };
        for (int k = 0; k < issues.Count; k++)
        {
            weights[k] = weighed ? Weight(root["weights"]!, issues[k].Name, k, problems) : 1;
            if (Of(root["values"], issues[k].Name, k) is not { } function)
            {
                problems.Add(InterchangeProblems.Missing(root, $"values of issue '{issues[k].Name}'"));
            }
            else
            {
                values[k] = Values(function, issues[k], problems);
            }
        }
        foreach (DataNode discount in Discounts.Select(key => root[key]).OfType<DataNode>().Where(d => d.Text is not null))
        {
            problems.Add(InterchangeProblems.DiscountLeftOut(discount, discount.Text!));
        }
        double bias = root["bias"] is { Text: not null } constant ? NumberText.Read(constant, "the bias", constant.Text, problems) ?? 0 : 0;
        return Scaling.Party(root, name, weights, values, Hundred * (Reserved(root, problems) - bias), [], problems);
    }

    // A list has an entry for each issue, keys name issues; where neither is there, issues weigh the same.
    private static void Fits(DataNode? stated, string what, IReadOnlyList<ForeignIssue> issues, List<CaseProblem> problems)
    {
        ForeignNames.Unknown(stated, issues, problems);
        if (stated is { Items: { } items } && items.Count > issues.Count)
        {
            problems.Add(InterchangeProblems.Surplus(items[issues.Count], what, issues.Count));
        }
        else if (stated is { Text: not null })
        {
            problems.Add(InterchangeProblems.Unsupported(stated, $"{what} that are neither a list nor keyed by issue"));
        }
    }

    private static double Weight(DataNode stated, string issue, int place, List<CaseProblem> problems)
    {
        if (Of(stated, issue, place) is not { } node)
        {
            problems.Add(InterchangeProblems.NoWeight(stated, issue));
            return 0;
        }
        double weight = NumberText.Read(node, "the weight", node.Text, problems) ?? 0;
        if (weight < 0)
        {
            problems.Add(InterchangeProblems.NegativeWeight(node));
        }
        return weight;
    }

    // Without a reserved value NegMAS takes minus infinity: any deal is better than none.
    private static double Reserved(DataNode root, List<CaseProblem> problems)
    {
        DataNode? stated = root["reserved_value"];
        if (root["reserved_outcome"] is { } outcome && (outcome.Text ?? (object?)outcome.Items ?? outcome.Entries) is not null)
        {
            problems.Add(InterchangeProblems.ReservedOutcome(outcome));
        }
        if (stated?.Text is null or "-inf" or "-.inf" or "-Infinity")
        {
            problems.Add(InterchangeProblems.NoReservedValue(stated ?? root));
            return 0;
        }
        return NumberText.Read(stated, "the reserved value", stated.Text, problems) ?? 0;
    }

    // By issue name, or by place in a list.
    private static DataNode? Of(DataNode? node, string issue, int place) =>
        node?[issue] ?? (node?.Items is { } items && place < items.Count ? items[place] : null);

    private static ForeignValues? Values(DataNode function, ForeignIssue issue, List<CaseProblem> problems)
    {
        string type = NegmasReader.Type(function);
        DataNode? table = function["mapping"] ?? (type.Length == 0 && function.Entries is not null ? function : null);
        switch (type)
        {
            case "TableFun" or "" when table is not null:
                double[] points = Table(table, issue, problems);
                return issue.Scale is { } scale ? new ForeignValues.Curve([.. points.Select((v, k) => (scale.At(k), v))]) : new ForeignValues.Table(points);
            case "LinearFun" or "AffineFun" or "IdentityFun" or "ConstFun":
                double slope = type is "IdentityFun" ? 1 : type is "ConstFun" ? 0 : Number(function, "slope", problems);
                double bias = Number(function, "bias", problems);
                return Line(function, issue, at => Hundred * (slope * at + bias), problems);
            default:
                problems.Add(InterchangeProblems.Unsupported(function, $"a value function of type '{type}'"));
                return null;
        }
    }

    private static double Number(DataNode function, string key, List<CaseProblem> problems) =>
        function[key] is { Text: not null } node ? NumberText.Read(node, key, node.Text, problems) ?? 0 : 0;

    private static ForeignValues? Line(DataNode function, ForeignIssue issue, Func<double, double> value, List<CaseProblem> problems)
    {
        if (issue.Scale is { } scale)
        {
            return new ForeignValues.Curve([(scale.From, value((double)scale.From)), (scale.To, value((double)scale.To))]);
        }
        var points = new List<double>();
        foreach (ForeignOption option in issue.Options)
        {
            points.Add(NumberText.Read(function, $"the value '{option.Name}'", option.Name, problems) is { } at ? value(at) : 0);
        }
        return new ForeignValues.Table(points);
    }

    private static double[] Table(DataNode table, ForeignIssue issue, List<CaseProblem> problems)
    {
        if (issue.Scale is null)
        {
            ForeignNames.Unknown(table, issue, problems);
            return [.. issue.Options.Select(o => Value(table[o.Name], table, o.Name, problems))];
        }
        // Numbers may be written in many ways: 1, 1.0, 1e0. Of those that stand twice the last counts.
        var byNumber = new Dictionary<decimal, DataNode>();
        foreach (DataNode entry in table.Entries ?? [])
        {
            if (!decimal.TryParse(entry.Name, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            {
                problems.Add(InterchangeProblems.UnknownValue(entry, entry.Name, issue.Name));
                continue;
            }
            byNumber[number] = entry;
        }
        return [.. issue.Options.Select((o, k) => Value(byNumber.GetValueOrDefault(issue.Scale.At(k)), table, o.Name, problems))];
    }

    private static double Value(DataNode? stated, DataNode table, string option, List<CaseProblem> problems)
    {
        if (stated is null)
        {
            problems.Add(InterchangeProblems.ValueWithout(table, option));
            return 0;
        }
        return Hundred * (NumberText.Read(stated, "the utility", stated.Text, problems) ?? 0);
    }
}
