using System.Globalization;
using System.Text;

namespace Fulcrum.Tests.Interchange;

/// <summary>A GENIUS domain of integer issues made from a seed, whose parties want hyper-rectangles (the last may be linear), and what they think of a deal.</summary>
internal sealed class RandomBoxes
{
    private readonly (int Low, int High)[] issues;
    private readonly List<List<(double Utility, List<(bool Inside, int Issue, int Min, int Max)> Sides)>> parties = [];
    private readonly double[] most;
    private readonly (double[] Weights, double[] Slopes)? linear;

    public RandomBoxes(int seed)
    {
        var random = new Random(seed);
        issues = [.. Enumerable.Range(0, 2 + random.Next(3)).Select(_ => random.Next(-2, 3)).Select(low => (low, low + 1 + random.Next(5)))];
        int boxed = 1 + random.Next(3);
        for (int p = 0; p < boxed; p++)
        {
            parties.Add([.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => ((double)(5 + random.Next(80)), Sides(random)))]);
        }
        most = [.. parties.Select(p => p.Sum(r => r.Utility))];
        if (boxed == 1 || random.Next(2) == 0)
        {
            double[] parts = [.. issues.Select(_ => 1.0 + random.Next(9))];
            linear = ([.. parts.Select(w => w / parts.Sum())], [.. issues.Select(_ => random.Next(-20, 20) / 100.0)]);
        }
    }

    public int Parties => parties.Count + (linear is null ? 0 : 1);

    public Dictionary<string, string> Files()
    {
        var files = new Dictionary<string, string> { ["domain.xml"] = $"<negotiation_template><utility_space><objective index=\"0\" name=\"Boxes\">{Issues(null)}</objective></utility_space></negotiation_template>" };
        for (int p = 0; p < parties.Count; p++)
        {
            var boxes = new StringBuilder();
            foreach ((double utility, var sides) in parties[p])
            {
                boxes.Append(CultureInfo.InvariantCulture, $"<hyperRectangle utility=\"{utility}\">");
                foreach ((bool inside, int issue, int min, int max) in sides)
                {
                    boxes.Append(CultureInfo.InvariantCulture, $"<{(inside ? "INCLUDES" : "EXCLUDES")} index=\"{issue + 1}\" min=\"{min}\" max=\"{max}\"/>");
                }
                boxes.Append("</hyperRectangle>");
            }
            files[$"p{p + 1}.xml"] = $"<utility_space type=\"nonlinear\"><objective index=\"0\" name=\"Boxes\">{Issues(null)}<utility maxutility=\"{Text(most[p])}\"><ufun type=\"PlainUfun\" weight=\"1\" aggregation=\"sum\">{boxes}</ufun></utility></objective><reservation value=\"0.{p}\"/></utility_space>";
        }
        if (linear is { } line)
        {
            string weights = string.Concat(line.Weights.Select((w, k) => $"<weight index=\"{k + 1}\" value=\"{Text(w)}\"/>"));
            files["p9.xml"] = $"<utility_space><objective index=\"0\" name=\"Boxes\">{weights}{Issues(line.Slopes)}</objective><reservation value=\"0.25\"/></utility_space>";
        }
        return files;
    }

    /// <summary>A deal drawn anew: the values' names, and its utility to each party, 0 to 1.</summary>
    public (string[] Values, double[] Utilities) Deal(Random random)
    {
        int[] deal = [.. issues.Select(i => random.Next(i.Low, i.High + 1))];
        var utilities = new double[Parties];
        for (int p = 0; p < parties.Count; p++)
        {
            utilities[p] = parties[p].Where(r => r.Sides.All(s => (deal[s.Issue] >= s.Min && deal[s.Issue] <= s.Max) == s.Inside)).Sum(r => r.Utility) / most[p];
        }
        if (linear is { } line)
        {
            utilities[^1] = Enumerable.Range(0, issues.Length).Sum(k => line.Weights[k] * Math.Clamp(0.5 + line.Slopes[k] * (deal[k] - issues[k].Low), 0, 1));
        }
        return ([.. deal.Select(v => v.ToString(CultureInfo.InvariantCulture))], utilities);
    }

    private List<(bool, int, int, int)> Sides(Random random)
    {
        var sides = new List<(bool, int, int, int)>();
        foreach (int k in Enumerable.Range(0, issues.Length).Where(_ => random.Next(2) == 0).DefaultIfEmpty(0))
        {
            bool inside = random.Next(3) > 0;
            // What is left out is never everything.
            int min = random.Next(issues[k].Low, issues[k].High + (inside ? 1 : 0));
            sides.Add((inside, k, min, inside ? random.Next(min, issues[k].High + 1) : min));
        }
        return sides;
    }

    private string Issues(double[]? slopes)
    {
        var text = new StringBuilder();
        for (int k = 0; k < issues.Length; k++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<issue index=\"{k + 1}\" name=\"Number {k}\" vtype=\"integer\" lowerbound=\"{issues[k].Low}\" upperbound=\"{issues[k].High}\">");
            text.Append(slopes is null ? "" : $"<evaluator ftype=\"linear\" offset=\"0.5\" slope=\"{Text(slopes[k])}\"/>").Append("</issue>");
        }
        return text.ToString();
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
