using Fulcrum.Cases;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange.Genius;

/// <summary>
/// A space of hyper-rectangles: each adds its utility where every issue it names lies within (INCLUDES) or outside (EXCLUDES) a range of its numbers; the sum is divided by
/// the stated maximum.
/// </summary>
internal static class GeniusRectangles
{
    private const double Points = 100;

    public static List<ForeignRectangle> Read(XmlNode utility, GeniusDomain domain, List<CaseProblem> problems)
    {
        var rectangles = new List<ForeignRectangle>();
        if (NumberText.Read(utility, "maxutility", utility["maxutility"], problems) is not { } most)
        {
            return rectangles;
        }
        if (most <= 0)
        {
            problems.Add(InterchangeProblems.Unsupported(utility, "a maximum utility of 0 or less"));
            return rectangles;
        }
        long named = 0;
        foreach (XmlNode function in utility.Named("ufun"))
        {
            string aggregation = function["aggregation"] ?? "sum";
            if (aggregation != "sum" || function["type"] is not (null or "PlainUfun"))
            {
                problems.Add(InterchangeProblems.Unsupported(function, $"a utility function of type '{function["type"]}' with aggregation '{aggregation}'"));
                continue;
            }
            double weight = function["weight"] is { } stated ? NumberText.Read(function, "the weight", stated, problems) ?? 0 : 1;
            foreach (XmlNode node in function.Named("hyperRectangle"))
            {
                named += node.Children.Sum(s => domain.ByIndex.TryGetValue(s["index"]?.Trim() ?? "", out int k) ? domain.Issues[k].Options.Count : 1L);
                if (named > ForeignSize.MostSides)
                {
                    problems.Add(InterchangeProblems.TooLargeNegotiation(node, $"more than {ForeignSize.MostSides} options in the sides of its hyper-rectangles"));
                    return rectangles;
                }
                if (NumberText.Read(node, "the utility", node["utility"], problems) is { } adds && Sides(node, domain, problems) is { } sides && sides.All(s => s.Options.Count > 0))
                {
                    double own = node["weight"] is { } share ? NumberText.Read(node, "the weight", share, problems) ?? 0 : 1;
                    rectangles.Add(new ForeignRectangle(sides, Points * weight * own * adds / most));
                }
            }
        }
        return ForeignRectangle.Joined(rectangles);
    }

    private static List<(int Issue, IReadOnlyList<int> Options)>? Sides(XmlNode rectangle, GeniusDomain domain, List<CaseProblem> problems)
    {
        var sides = new SortedDictionary<int, int[]>();
        foreach (XmlNode side in rectangle.Children)
        {
            bool includes = side.Name == "INCLUDES";
            if (!includes && side.Name != "EXCLUDES")
            {
                problems.Add(InterchangeProblems.Unsupported(side, $"'{side.Name}' in a hyper-rectangle"));
                return null;
            }
            if (!domain.ByIndex.TryGetValue(side["index"]?.Trim() ?? "", out int k) || domain.Issues[k].Scale is not { } scale)
            {
                problems.Add(InterchangeProblems.UnknownIssue(side, $"with numbers of index {side["index"]}"));
                return null;
            }
            if (NumberText.Read(side, "min", side["min"], problems) is not { } min || NumberText.Read(side, "max", side["max"], problems) is not { } max)
            {
                return null;
            }
            int[] within = [.. Enumerable.Range(0, scale.Count).Where(o => ((double)scale.At(o) >= min && (double)scale.At(o) <= max) == includes)];
            sides[k] = sides.TryGetValue(k, out int[]? already) ? [.. already.Intersect(within)] : within;
        }
        if (sides.Count == 0)
        {
            problems.Add(InterchangeProblems.Missing(rectangle, "a side"));
            return null;
        }
        return [.. sides.Select(s => (s.Key, (IReadOnlyList<int>)s.Value))];
    }
}
