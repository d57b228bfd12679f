using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Interchange;
using Fulcrum.Interchange.GeniusWeb;
using Fulcrum.Tests.Rules;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Interchange;

/// <summary>
/// What an export writes, read as GENIUS and GeniusWeb read it and not as Fulcrum does: neither divides weights by their sum, GENIUS cuts utilities at 1, GeniusWeb refuses
/// weights that do not add up to exactly 1 and names of anything but letters and digits.
/// </summary>
public sealed partial class WrittenProfileTests
{
    private const double Tolerance = 1e-7;

    [Theory]
    [InlineData("panama-canal-1974")]
    [InlineData("camp-david-1978")]
    [InlineData("full")]
    [InlineData("short")]
    public void Genius_gains_are_ours_up_to_one_factor_a_party(string name)
    {
        Case @case = Named(name);
        Dictionary<string, XElement> files = Exported(ForeignFormat.Genius, @case).Where(f => f.Key != "domain.xml").ToDictionary(f => f.Key, f => XElement.Parse(f.Value));
        BargainingProblem problem = Imported.Problem(@case);

        files.Count.ShouldBe(problem.Space.Parties.Count);
        for (int p = 0; p < files.Count; p++)
        {
            XElement profile = files[FileOf(@case, problem.Space.Parties[p], files.Keys, ".xml")];
            double reservation = Number(profile.Element("reservation")!, "value");
            reservation.ShouldBeInRange(0, 1);
            profile.Descendants("weight").Sum(w => decimal.Parse(w.Attribute("value")!.Value, NumberStyles.Float, CultureInfo.InvariantCulture)).ShouldBe(1m, 0.000000001m);
            Affine(Deals(@case, problem, p), deal => GeniusUtility(profile, deal) - reservation, throughZero: true);
        }
    }

    [Theory]
    [InlineData("panama-canal-1974")]
    [InlineData("camp-david-1978")]
    [InlineData("full")]
    [InlineData("short")]
    public void GeniusWeb_utilities_are_ours_up_to_scale_and_its_own_checks_pass(string name)
    {
        Case @case = Named(name);
        Dictionary<string, JsonElement> files = Exported(ForeignFormat.GeniusWeb, @case).Where(f => f.Key != "domain.json").ToDictionary(f => f.Key, f => JsonDocument.Parse(f.Value).RootElement.GetProperty("LinearAdditiveUtilitySpace"));
        BargainingProblem problem = Imported.Problem(@case);

        files.Values.Select(f => f.GetProperty("name").GetString()!).ToHashSet(StringComparer.OrdinalIgnoreCase).Count.ShouldBe(files.Count);
        for (int p = 0; p < files.Count; p++)
        {
            JsonElement profile = files[FileOf(@case, problem.Space.Parties[p], files.Keys, ".json")];
            Simple().IsMatch(profile.GetProperty("name").GetString()!).ShouldBeTrue(profile.GetProperty("name").GetString());
            Simple().IsMatch(profile.GetProperty("domain").GetProperty("name").GetString()!).ShouldBeTrue();
            profile.GetProperty("issueWeights").EnumerateObject().Sum(w => w.Value.GetDecimal()).ShouldBe(1m);
            Affine(Deals(@case, problem, p), deal => GeniusWebUtility(profile, deal), throughZero: false);
        }
    }

    [Fact]
    public void Points_that_are_written_on_another_scale_are_told()
    {
        Exporting.Write(ForeignFormat.Genius, Named("short")).Problems.ShouldContain(p => p.Code == "export/rescaled" && p.Message.Contains("'The North'"));
        Exporting.Write(ForeignFormat.Genius, Named("panama-canal-1974")).Problems.ShouldNotContain(p => p.Code == "export/rescaled");
        Exporting.Write(ForeignFormat.GeniusWeb, Named("panama-canal-1974")).Problems.ShouldContain(p => p.Code == "export/left-out" && p.Message.Contains("'PanamaCanal"));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("250")]
    public void Value_without_a_deal_beyond_every_deal_stays_on_the_deals_scale(string points)
    {
        XElement profile = XElement.Parse(Exported(ForeignFormat.Genius, Read(Made("60", points)))["The North.xml"]);

        // Of the 60 and 100 points of its best options, weighed 3 to 4.
        Number(profile.Element("reservation")!, "value").ShouldBe(double.Parse(points, CultureInfo.InvariantCulture) / ((3 * 60 + 4 * 100) / 7.0), Tolerance);
    }

    [Fact]
    public void Names_for_GeniusWeb_are_letters_and_digits_and_all_different()
    {
        SimpleNames.Of(["United States", "united-states", "Zürich 2", "東京", "大阪", "party2", "Plain"], "party")
            .ShouldBe(["UnitedStates", "unitedStates2", "ZRich2", "party", "party2", "party22", "Plain"]);
    }

    [Theory]
    [InlineData(new[] { 1.0, 1, 1 })]
    [InlineData(new[] { 15.0, 22, 9, 3, 0 })]
    [InlineData(new[] { 1e-9, 7, 1e-9, 0 })]
    public void Weights_add_up_to_exactly_one_and_none_is_below_zero(double[] weights)
    {
        decimal[] shares = ProfileWeights.Of(weights);

        shares.Sum().ShouldBe(1m);
        shares.ShouldAllBe(s => s >= 0);
        shares.Select(s => (double)s).ShouldBe(weights.Select(w => w / weights.Sum()), 1e-9);
    }

    // The first options are the status quo: what they are worth to the North less what it has without a deal.
    private static string Cost(string without) =>
        (4 * 10 / 7.0 - double.Parse(without, CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture);

    // A case whose best option for the North is worth `best` on one issue, and which has `without` when talks fail.
    private static string Made(string best, string without) => $$"""
        fulcrum: 1
        case: Land & price, 'short'
        parties:
          north: {role: principal, name: The North}
          south: {role: principal, name: The South}
        issues:
          land:
            options: [no-land, half, all-land]
            north: {no-land: 0, half: 20, all-land: {{best}} }
            south: {no-land: 100, half: 30, all-land: 0}
          price:
            options: [low, high]
            north: {low: 10, high: 100}
            south: {low: 90, high: 0}
        weights:
          north: {land: 3, price: 4}
          south: {land: 5, price: 1}
        no-deal:
          stays:
            nothing: {as: {rest: status-quo} }
            cost: {south: 60, north: {{Cost(without)}} }

        """;

    private static Case Named(string name) => name switch
    {
        "full" => Read(Made("100", "30")),
        "short" => Read(Made("60", "30")),
        _ => CaseFolder.Read(Repository.At("cases", name), new CaseReadOptions()).Case!,
    };

    private static Case Read(string text) => Imported.Case(new ImportResult([("case.yaml", text)], []));

    private static Dictionary<string, string> Exported(ForeignFormat format, Case @case)
    {
        ExportResult export = Exporting.Write(format, @case);
        Imported.Errors(export.Problems).ShouldBeEmpty();
        return export.Files.ToDictionary(f => f.Name, f => f.Text);
    }

    private static string FileOf(Case @case, PartyId party, IEnumerable<string> files, string ending)
    {
        string name = @case.Parties.Single(p => p.Id == party).Name;
        return files.Single(f => f == name + ending);
    }

    // Every deal as the names of its options by issue, with the party's gain over no deal.
    private static List<(Dictionary<string, string> Terms, double Gain)> Deals(Case @case, BargainingProblem problem, int p)
    {
        DealSpace space = problem.Space;
        var deals = new List<(Dictionary<string, string>, double)> { ([], space.Constants[p] - problem.NoDeal[p]) };
        foreach (DealBlock block in space.Blocks)
        {
            deals = [.. deals.SelectMany(d => block.Choices.Select(c => (With(@case, d.Item1, c.Terms), d.Item2 + c.Points[p])))];
        }
        deals.Count.ShouldBeInRange(2, 2000);
        return deals;
    }

    private static Dictionary<string, string> With(Case @case, Dictionary<string, string> terms, DealTerms more)
    {
        var all = new Dictionary<string, string>(terms);
        foreach (var o in more.Options)
        {
            Issue issue = @case.Issue(o.Issue);
            all[issue.Name] = issue.Options[issue.IndexOf(o.Option)].Name;
        }
        return all;
    }

    // The rule of GENIUS's additive spaces: weight times evaluation by the issue's largest, cut at 1.
    private static double GeniusUtility(XElement profile, Dictionary<string, string> deal)
    {
        double sum = 0;
        Dictionary<string, double> weights = profile.Descendants("weight").ToDictionary(w => w.Attribute("index")!.Value, w => Number(w, "value"));
        foreach (XElement issue in profile.Descendants("issue"))
        {
            issue.Attribute("vtype")!.Value.ShouldBe("discrete");
            Dictionary<string, double> evaluations = issue.Elements("item").ToDictionary(i => i.Attribute("value")!.Value, i => Number(i, "evaluation"));
            double most = evaluations.Values.Max();
            sum += most > 0 ? weights[issue.Attribute("index")!.Value] * evaluations[deal[issue.Attribute("name")!.Value]] / most : 0;
        }
        return Math.Min(1, sum);
    }

    private static double GeniusWebUtility(JsonElement profile, Dictionary<string, string> deal)
    {
        double sum = 0;
        foreach (JsonProperty issue in profile.GetProperty("issueUtilities").EnumerateObject())
        {
            JsonElement values = issue.Value.GetProperty("DiscreteValueSetUtilities").GetProperty("valueUtilities");
            values.EnumerateObject().ShouldAllBe(v => v.Value.GetDouble() >= 0 && v.Value.GetDouble() <= 1);
            sum += profile.GetProperty("issueWeights").GetProperty(issue.Name).GetDouble() * values.GetProperty(deal[issue.Name]).GetDouble();
        }
        return sum;
    }

    private static void Affine(List<(Dictionary<string, string> Terms, double Gain)> deals, Func<Dictionary<string, string>, double> theirs, bool throughZero)
    {
        var low = deals.MinBy(d => d.Gain);
        var high = deals.MaxBy(d => d.Gain);
        double factor = (theirs(high.Terms) - theirs(low.Terms)) / (high.Gain - low.Gain);
        factor.ShouldBeGreaterThan(0);
        double shift = throughZero ? 0 : theirs(low.Terms) - factor * low.Gain;
        foreach ((Dictionary<string, string> terms, double gain) in deals)
        {
            theirs(terms).ShouldBe(shift + factor * gain, Tolerance, string.Join(", ", terms.Values));
        }
    }

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-zA-Z0-9]+$")]
    private static partial Regex Simple();
}
