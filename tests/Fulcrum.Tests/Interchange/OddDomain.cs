using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Fulcrum.Interchange;

namespace Fulcrum.Tests.Interchange;

/// <summary>
/// A domain made from a seed with all that published files hold and nobody expects: names of any alphabet, differing in case only or of 500 letters; integer issues below
/// zero, indices from anywhere; weights of zero or none at all; values that nobody likes; reservation values below zero and beyond one. Written in any format.
/// </summary>
internal sealed class OddDomain
{
    private static readonly string[] Words =
        ["Price", "price", "PRICE", "Prix é", "цена", "價格", "\U0001F30A wave", "no", "null", "1", "-1", "1e3", "a: b", "{x}", "[y]", "# z", "'q'", "\"d\"", "a,b", "a;b", "=1+1", "& < >", "rest", "status-quo", new('n', 500)];

    private readonly Random random;
    private readonly List<(string Name, string[]? Values, int Low, int High)> issues = [];
    private readonly List<(string Name, double?[] Weights, double[][] Values, double Reservation)> parties = [];
    private readonly int firstIndex;

    public OddDomain(int seed)
    {
        random = new Random(seed);
        firstIndex = random.Next(-3, 40);
        string[] names = Some(2 + random.Next(3));
        foreach (string name in names)
        {
            int low = random.Next(-20, 3);
            issues.Add(random.Next(3) == 0 ? (name, null, low, low + 1 + random.Next(5)) : (name, Some(1 + random.Next(4)), 0, 0));
        }
        for (int p = 0; p < 2 + random.Next(2); p++)
        {
            double?[] weights = [.. issues.Select(_ => random.Next(4) switch { 0 => 0.0, 1 => (double?)null, _ => 1 + random.Next(9) })];
            weights[random.Next(weights.Length)] = 3;
            parties.Add(($"p{p}", weights, [.. issues.Select(i => i.Values is null ? [random.Next(3) / 2.0, random.Next(3) / 2.0] : i.Values.Select(_ => random.Next(5) / 4.0).ToArray())], random.Next(-2, 7) / 5.0));
        }
    }

    public int Deals => issues.Aggregate(1, (product, i) => product * (i.Values?.Length ?? i.High - i.Low + 1));

    public Dictionary<string, string> Files(ForeignFormat format) => format switch
    {
        ForeignFormat.Genius => Genius(),
        ForeignFormat.GeniusWeb => GeniusWeb(),
        ForeignFormat.Negmas => Negmas(),
        _ => Table(),
    };

    private string[] Some(int count) => [.. Words.OrderBy(_ => random.Next()).Take(count)];

    private Dictionary<string, string> Genius()
    {
        XElement Objective(int? party) => new("objective", new XAttribute("index", firstIndex), new XAttribute("name", "root"),
            party is { } w ? issues.Select((_, k) => parties[w].Weights[k] is { } weight ? new XElement("weight", new XAttribute("index", firstIndex + k + 1), new XAttribute("value", weight)) : null) : null,
            issues.Select((issue, k) => new XElement("issue", new XAttribute("index", firstIndex + k + 1), new XAttribute("name", issue.Name),
                issue.Values is { } values
                    ? [new XAttribute("vtype", "discrete"), .. values.Select((v, o) => new XElement("item", new XAttribute("value", v), party is { } p ? new XAttribute("evaluation", parties[p].Values[k][o]) : null))]
                    : new object?[]
                    {
                        new XAttribute("vtype", "integer"), new XAttribute("lowerbound", issue.Low), new XAttribute("upperbound", issue.High),
                        party is { } q ? new XElement("evaluator", new XAttribute("ftype", "linear"), new XAttribute("offset", parties[q].Values[k][0]),
                            new XAttribute("slope", (parties[q].Values[k][1] - parties[q].Values[k][0]) / (issue.High - issue.Low))) : null,
                    })));
        var files = new Dictionary<string, string> { ["domain.xml"] = new XElement("negotiation_template", new XElement("utility_space", Objective(null))).ToString() };
        for (int p = 0; p < parties.Count; p++)
        {
            files[$"{parties[p].Name}.xml"] = new XElement("utility_space", Objective(p), new XElement("reservation", new XAttribute("value", parties[p].Reservation))).ToString();
        }
        return files;
    }

    private Dictionary<string, string> GeniusWeb()
    {
        var domain = new { name = "odd", issuesValues = issues.ToDictionary(i => i.Name, i => i.Values is { } values ? (object)new { values } : new { range = new[] { i.Low, i.High, 1 } }) };
        return parties.ToDictionary(p => $"{p.Name}.json", p => JsonSerializer.Serialize(new
        {
            LinearAdditiveUtilitySpace = new
            {
                name = p.Name,
                domain,
                issueWeights = issues.Select((i, k) => (i.Name, Weight: p.Weights[k])).Where(w => w.Weight is not null).ToDictionary(w => w.Name, w => w.Weight!.Value),
                issueUtilities = issues.Select((i, k) => (i.Name, Utilities: i.Values is { } values
                    ? (object)new { DiscreteValueSetUtilities = new { valueUtilities = values.Select((v, o) => (v, p.Values[k][o])).ToDictionary(u => u.v, u => u.Item2) } }
                    : new { NumberValueSetUtilities = new { lowValue = i.Low, lowUtility = p.Values[k][0], highValue = i.High, highUtility = p.Values[k][1] } })).ToDictionary(u => u.Name, u => u.Utilities),
                reservationBid = new { issuevalues = issues.ToDictionary(i => i.Name, i => i.Values is { } values ? values[^1] : i.High.ToString(CultureInfo.InvariantCulture)) },
            },
        }));
    }

    private Dictionary<string, string> Negmas()
    {
        static string Word(string text) => JsonSerializer.Serialize(text);
        var domain = new StringBuilder("issues:\n");
        foreach ((string name, string[]? values, int low, int high) in issues)
        {
            domain.Append(CultureInfo.InvariantCulture, $"- name: {Word(name)}\n  type: {(values is null ? "ContiguousIssue" : "CategoricalIssue")}\n  values: [{(values is null ? $"{low}, {high}" : string.Join(", ", values.Select(Word)))}]\n");
        }
        var files = new Dictionary<string, string> { ["a-domain.yml"] = domain.ToString() };
        foreach ((string name, double?[] weights, double[][] values, double reservation) in parties)
        {
            var text = new StringBuilder($"type: LinearAdditiveUtilityFunction\n{(reservation > 1 ? "" : FormattableString.Invariant($"reserved_value: {reservation}\n"))}weights:\n");
            for (int k = 0; k < issues.Count; k++)
            {
                text.Append(weights[k] is { } weight ? FormattableString.Invariant($"  {Word(issues[k].Name)}: {weight}\n") : "");
            }
            text.Append("values:\n");
            for (int k = 0; k < issues.Count; k++)
            {
                double slope = issues[k].Values is null ? (values[k][1] - values[k][0]) / (issues[k].High - issues[k].Low) : 0;
                text.Append(CultureInfo.InvariantCulture, $"  {Word(issues[k].Name)}: ");
                text.Append(issues[k].Values is { } options
                    ? $"{{type: TableFun, mapping: {{{string.Join(", ", options.Select((o, i) => FormattableString.Invariant($"{Word(o)}: {values[k][i]}")))}}}}}\n"
                    : FormattableString.Invariant($"{{type: AffineFun, slope: {slope}, bias: {values[k][0] - (slope * issues[k].Low)}}}\n"));
            }
            files[$"{name}.yml"] = text.ToString();
        }
        return files;
    }

    private Dictionary<string, string> Table()
    {
        static string Cell(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        string[] deals = Some(5);
        var text = new StringBuilder($"deal,{string.Join(',', parties.Select(p => p.Name))}\n");
        text.Append(CultureInfo.InvariantCulture, $"no-deal,{string.Join(',', parties.Select(p => FormattableString.Invariant($"{40 * p.Reservation}")))}\n");
        foreach (string deal in deals)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Cell(deal)},{string.Join(',', parties.Select(_ => random.Next(-5, 101)))}\n");
        }
        return new() { ["t.csv"] = text.ToString() };
    }
}
