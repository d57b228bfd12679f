using Fulcrum.Bargaining;
using Fulcrum.Cases;
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
        return RankedStudy.Of(@case, options.Seed, Holds, [.. verdicts.Select(v => ProofOf(@case, asOf, v, options.Seed))], new RankedOptions { Threads = options.Threads }, cancellation);
    }

    // What a party gets without a deal is, its weights fixed, a sum over the issues; results of a settlement bend with every ranking.
    private static RankedProof? ProofOf(Case @case, DateOnly asOf, Verdict verdict, ulong seed)
    {
        Party?[] parties = [.. verdict.Measures.Select(m => VerdictReader.Split(m).Name.Split('.', 2)).Select(n => n[0] == NoDeal ? @case.Parties.FirstOrDefault(p => p.Id.Value == n[^1]) : null)];
        if (verdict.Comparison is not { } comparison || parties.Any(p => p is null))
        {
            return null;
        }
        Party[] about = [.. parties.OfType<Party>().DistinctBy(p => p.Id)];
        Ranking[] values = [.. @case.Issues.SelectMany(i => about.Select(p => i.Preferences.GetValueOrDefault(p.Id)).OfType<Preference.Ranked>().Select(r => r.Order)).OrderBy(r => r.Index)];
        var asked = new AskedResults(@case, asOf, verdict.Measures, WorkbenchKeeping.KeptUnder);
        return new RankedProof([.. about.Select(p => p.Weights?.Ranked).OfType<Ranking>()], values, numbers => comparison.Difference(asked.Answer(numbers, seed, 0)), comparison);
    }
}
