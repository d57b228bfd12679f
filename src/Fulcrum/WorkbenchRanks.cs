using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Findings;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum;

/// <summary>Whether verdicts hold necessarily, possibly or never over what the rankings of a case leave open.</summary>
internal static class WorkbenchRanks
{
    private const string NoDeal = "no-deal";

    /// <summary>One a verdict; null where the case ranks nothing that leaves anything open.</summary>
    public static IReadOnlyList<RankedSupport>? Of(Case @case, IReadOnlyList<Verdict> verdicts, AnalyzeOptions options, CancellationToken cancellation = default)
    {
        if (verdicts.Count == 0 || !@case.HasModel)
        {
            return null;
        }
        DateOnly asOf = options.AsOf ?? @case.AsOf;
        string[] names = [.. verdicts.SelectMany(v => v.Measures).Distinct(StringComparer.Ordinal)];
        int[][] places = [.. verdicts.Select(v => v.Measures.Select(m => Array.IndexOf(names, m)).ToArray())];
        var asked = new AskedResults(@case, asOf, names, WorkbenchKeeping.KeptUnder);
        bool[] Holds(CaseNumbers numbers, int draw)
        {
            double[] values = asked.Answer(numbers, options.Seed, draw);
            return [.. verdicts.Select((v, i) => v.Holds(Array.ConvertAll(places[i], p => values[p])) == true)];
        }
        return RankedStudy.Of(@case, options.Seed, Holds, [.. verdicts.Select(v => ProofOf(@case, asOf, v, v.Form, options.Seed))], new RankedOptions { Threads = options.Threads }, cancellation);
    }

    private static RankedProof? ProofOf(Case @case, DateOnly asOf, Verdict verdict, VerdictForm? form, ulong seed) => form switch
    {
        VerdictForm.Compared compared => OfNoDeals(@case, asOf, verdict, compared, seed),
        VerdictForm.Fact { Measure: ResultMeasures.Kept } => OfKept(@case, asOf),
        VerdictForm.Joined joined when (ProofOf(@case, asOf, verdict, joined.Left, seed), ProofOf(@case, asOf, verdict, joined.Right, seed)) is var (left, right) =>
            left is null && right is null ? null : new RankedProof.Joined(joined.Both, left, right),
        VerdictForm.Not not => ProofOf(@case, asOf, verdict, not.Part, seed) is { } part ? new RankedProof.Not(part) : null,
        _ => null,
    };

    // What a party gets without a deal is, its weights fixed, a sum over the issues; results of a settlement bend with every ranking.
    private static RankedProof.OfNumber? OfNoDeals(Case @case, DateOnly asOf, Verdict verdict, VerdictForm.Compared compared, ulong seed)
    {
        Party?[] parties = [.. compared.Measures.Select(m => VerdictReader.Split(m).Name.Split('.', 2)).Select(n => n[0] == NoDeal ? @case.Parties.FirstOrDefault(p => p.Id.Value == n[^1]) : null)];
        if (parties.Any(p => p is null))
        {
            return null;
        }
        var asked = new AskedResults(@case, asOf, compared.Measures, WorkbenchKeeping.KeptUnder);
        int[] places = [.. compared.Measures.Select(m => Enumerable.Range(0, verdict.Measures.Count).First(v => verdict.Measures[v] == m))];
        double Number(CaseNumbers numbers)
        {
            var values = new double[verdict.Measures.Count];
            double[] answers = asked.Answer(numbers, seed, 0);
            for (int m = 0; m < places.Length; m++)
            {
                values[places[m]] = answers[m];
            }
            return compared.Comparison.Difference(values);
        }
        return Of(@case, [.. parties.OfType<Party>().DistinctBy(p => p.Id)], Number, compared.Comparison.Holds);
    }

    // The deal asked about is one and the same everywhere, so that a breaker's slack is, its weights fixed, a sum over the issues; both ends of what grows decide.
    private static RankedProof? OfKept(Case @case, DateOnly asOf)
    {
        CasePlan plan = CasePlan.Of(@case, asOf);
        if (WorkbenchKept.Of(plan, new WorkbenchKeeping(plan, new Dictionary<IssueId, OptionId>())) is not { Breakers: { Count: > 0 } breakers } kept)
        {
            return null;
        }
        bool Holds(double slack) => slack >= -Compliance.Rounding;
        IEnumerable<RankedProof> slacks = breakers.SelectMany((party, b) => new[]
        {
            Of(@case, [party], n => Compliance.Slack(kept.Choices(n)[b], 0), Holds),
            Of(@case, [party], n => kept.Choices(n)[b] is var choice ? Compliance.Slack(choice, choice.GrowthMonths) : 0, Holds),
        });
        return slacks.Aggregate((one, other) => new RankedProof.Joined(true, one, other));
    }

    private static RankedProof.OfNumber Of(Case @case, IReadOnlyList<Party> about, Func<CaseNumbers, double> number, Func<double, bool> holds)
    {
        Ranking[] values = [.. @case.Issues.SelectMany(i => about.Select(p => i.Preferences.GetValueOrDefault(p.Id)).OfType<Preference.Ranked>().Select(r => r.Order)).OrderBy(r => r.Index)];
        return new RankedProof.OfNumber([.. about.Select(p => p.Weights?.Ranked).OfType<Ranking>()], values, number, holds);
    }
}
