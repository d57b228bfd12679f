using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cases.Files;
using Fulcrum.Findings;
using Fulcrum.Numerics;
using Fulcrum.Studies.Cruxes;
using Shouldly;

namespace Fulcrum.Tests.Studies.Cruxes;

/// <summary>Generated pairs of readings that differ in four levers, of which one, or two only together, carry the verdict: the front door finds which.</summary>
public sealed class PlantedCruxTests
{
    private const int Pairs = 100, Levers = 4;

    // Without a deal A has 30 to 32 points; the small differences of all levers together are below 2; the line is at 50.
    private const string Talks = """
        fulcrum: 1
        case: planted
        starts: 2025-01-20
        as-of: 2025-03-24
        parties: {a: {role: principal}, b: {role: principal}}
        issues: {only: {options: [x, y, z], a: {x: 30..32, y: 100, z: 0}, b: {x: 50, y: 0, z: 100}}}
        weights: {a: {only: 1}, b: {only: 1}}
        no-deal: {failure: {all: {chance: 1, as: {only: x}}}}
        levers:
        """;

    [Fact]
    public void Planted_cruxes_are_recovered_in_a_hundred_of_a_hundred_pairs_of_readings()
    {
        for (ulong seed = 1; seed <= Pairs; seed++)
        {
            var stream = new RandomStream(seed, 0, "planted readings");
            int[] order = [.. Enumerable.Range(1, Levers)];
            stream.Shuffle<int>(order);
            string[] planted = [.. order.Take(1 + stream.NextBelow(2)).Select(l => $"levers.lever-{l}").Order(StringComparer.Ordinal)];

            CruxAnswer crux = Compared(Files(ref stream, planted), seed);

            string[] Names(FlipSet set) => [.. crux.Groups.Where((_, g) => (set.Mask >> g & 1) == 1).Select(g => g.Name)];
            crux.Groups.Count.ShouldBe(Levers, $"seed {seed}");
            // Forward all that was planted is needed; back, taking any of it away is enough.
            crux.Forward!.Sets.Select(Names).ShouldHaveSingleItem($"seed {seed}").ShouldBe(planted, $"seed {seed}");
            crux.Backward!.Sets.Select(s => Names(s).Single()).Order(StringComparer.Ordinal).ToArray().ShouldBe(planted, $"seed {seed}");
            crux.Split!.Shares.Sum().ShouldBe(crux.Split.Second - crux.Split.First, 1e-9, $"seed {seed}");
            crux.Groups.Zip(crux.Split.Shares).Where(g => Math.Abs(g.Second) > 1e-9).Select(g => g.First.Name).Order(StringComparer.Ordinal).ToArray().ShouldBe(planted, $"seed {seed}");
        }
    }

    private static CruxAnswer Compared(Dictionary<string, string> files, ulong seed)
    {
        var workbench = new Workbench(request => CaseFolder.FromTexts(files, new CaseReadOptions { Reading = request.Reading }));
        var cruxes = new CruxOptions { Verdicts = ["no-deal.a >= 50"], Decision = new DecisionOptions { Draws = 8, FirstLook = 8 }, Split = new SplitOptions { Draws = 2 } };
        Answer<CompareAnswer> answer = workbench.Compare(
            [new ReadingId("first"), new ReadingId("second")], new AnalyzeOptions { Draws = 2, Checks = false, Threads = 1, Seed = seed }, cruxes, null, TestContext.Current.CancellationToken);
        return answer.Value.ShouldNotBeNull(string.Join('\n', answer.Problems.Select(p => $"seed {seed}: {p.Place} {p.Message}"))).Cruxes.ShouldHaveSingleItem();
    }

    private static Dictionary<string, string> Files(ref RandomStream stream, string[] planted)
    {
        string levers = "", first = "", second = "";
        foreach (int l in Enumerable.Range(1, Levers))
        {
            levers += $"  lever-{l}: {{holder: b, standing: in-force, no-deal: {{a: 0}}}}\n";
            double large = planted.Contains($"levers.lever-{l}") ? 24.0 / planted.Length : 0;
            first += $"  levers.lever-{l}.no-deal.a: {Text(0.6 * stream.NextUniform() - 0.3)}\n";
            second += $"  levers.lever-{l}.no-deal.a: {Text(large + 0.6 * stream.NextUniform() - 0.3)}\n";
        }
        return new Dictionary<string, string>
        {
            ["case.yaml"] = $"{Talks}\n{levers}",
            ["readings/first.yaml"] = $"reading: The first\nsays: One thing.\nset:\n{first}",
            ["readings/second.yaml"] = $"reading: The second\nsays: Another.\nset:\n{second}",
        };
    }

    private static string Text(double points) => points.ToString("0.000", CultureInfo.InvariantCulture);
}
