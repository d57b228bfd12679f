using Fulcrum.Cases;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange.Genius;

/// <summary>
/// A party's profile in GENIUS: a weight per issue, and per issue evaluations (discrete; divided by the largest of the issue) or an evaluator (numeric; an integer issue
/// counts from its lower bound, a real one from 0). Or a space of hyper-rectangles, whose utilities are divided by the stated maximum.
/// </summary>
internal static class GeniusProfile
{
    private const double Points = 100;

    public static bool Is(XmlNode root) => root.Name == "utility_space";

    public static ForeignParty? Read(XmlNode root, string name, GeniusDomain domain, List<CaseProblem> problems)
    {
        int before = problems.Count(p => p.Severity == Severity.Error);
        var weights = new double[domain.Issues.Count];
        var values = new ForeignValues?[domain.Issues.Count];
        List<ForeignRectangle> rectangles = [];
        if (root.Below("utility").FirstOrDefault() is { } nonlinear)
        {
            rectangles = GeniusRectangles.Read(nonlinear, domain, problems);
        }
        else
        {
            var seen = new bool[domain.Issues.Count];
            foreach (XmlNode top in root.Named("objective"))
            {
                ReadObjective(top, 1, domain, weights, values, seen, problems);
            }
            for (int k = 0; k < seen.Length; k++)
            {
                if (!seen[k])
                {
                    problems.Add(InterchangeProblems.Missing(root, $"an evaluation of issue '{domain.Issues[k].Name}'"));
                }
            }
        }
        double reservation = Reservation(root, problems);
        return problems.Count(p => p.Severity == Severity.Error) > before
            ? null : Scaling.Party(root, name, weights, values, reservation, rectangles, problems);
    }

    // Objectives may hold objectives; a weight then counts for everything below.
    private static void ReadObjective(
        XmlNode objective, double outer, GeniusDomain domain, double[] weights, ForeignValues?[] values, bool[] seen, List<CaseProblem> problems)
    {
        var stated = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (XmlNode weight in objective.Named("weight"))
        {
            if (weight["index"] is { } index)
            {
                double value = NumberText.Read(weight, "the weight", weight["value"], problems) ?? 0;
                if (value < 0)
                {
                    problems.Add(InterchangeProblems.NegativeWeight(weight));
                }
                stated[index.Trim()] = value;
            }
        }
        foreach (XmlNode inner in objective.Named("objective"))
        {
            ReadObjective(inner, outer * stated.GetValueOrDefault(inner["index"]?.Trim() ?? "", 1), domain, weights, values, seen, problems);
        }
        foreach (XmlNode issue in objective.Named("issue"))
        {
            string index = issue["index"]?.Trim() ?? "";
            if (!domain.ByIndex.TryGetValue(index, out int k))
            {
                problems.Add(InterchangeProblems.UnknownIssue(issue, $"of index {index}"));
                continue;
            }
            if (seen[k])
            {
                problems.Add(InterchangeProblems.RepeatedIssue(issue, $"index {index}"));
                continue;
            }
            if (!stated.TryGetValue(index, out double weight))
            {
                problems.Add(InterchangeProblems.NoWeight(issue, domain.Issues[k].Name));
            }
            seen[k] = true;
            weights[k] = outer * weight;
            values[k] = domain.Issues[k].Scale is { } scale ? GeniusEvaluator.Read(issue, scale, problems) : Discrete(issue, domain.Issues[k], problems);
        }
    }

    private static ForeignValues.Table Discrete(XmlNode issue, ForeignIssue domain, List<CaseProblem> problems)
    {
        var evaluations = new Dictionary<string, double>(StringComparer.Ordinal);
        HashSet<string> known = [.. domain.Options.Select(o => o.Name)], stated = new(StringComparer.Ordinal);
        foreach (XmlNode item in issue.Named("item"))
        {
            string value = item["value"] ?? "";
            stated.Add(value);
            if (!known.Contains(value))
            {
                problems.Add(InterchangeProblems.UnknownValue(item, value, domain.Name));
            }
            else if (item["evaluation"] is null)
            {
                problems.Add(InterchangeProblems.ValueWithout(item, value));
            }
            else if (NumberText.Read(item, "the evaluation", item["evaluation"], problems) is { } evaluation)
            {
                if (evaluations.ContainsKey(value))
                {
                    problems.Add(InterchangeProblems.RepeatedValue(item, value));
                }
                evaluations[value] = evaluation;
            }
        }
        foreach (ForeignOption missing in domain.Options.Where(o => !stated.Contains(o.Name)))
        {
            problems.Add(InterchangeProblems.ValueWithout(issue, missing.Name));
        }
        double most = evaluations.Values.Append(0).Max();
        return new ForeignValues.Table([.. domain.Options.Select(o => Share(evaluations.GetValueOrDefault(o.Name), most))]);
    }

    // Exact at both ends, so that a value that was exported as points comes back as the same points.
    private static double Share(double evaluation, double most) =>
        most <= 0 ? 0 : evaluation == most ? Points : most == Points ? evaluation : Points * evaluation / most;

    private static double Reservation(XmlNode root, List<CaseProblem> problems)
    {
        if (root.Below("discount_factor").FirstOrDefault() is { } discount && discount["value"] is { } factor
            && NumberText.Read(discount, "the discount factor", factor, problems) is { } d && d is > 0 and < 1)
        {
            problems.Add(InterchangeProblems.DiscountLeftOut(discount, factor));
        }
        return root.Below("reservation").FirstOrDefault() is { } node ? Points * (NumberText.Read(node, "the reservation value", node["value"], problems) ?? 0) : 0;
    }
}
