using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Cases.Files;
using Fulcrum.Findings;
using Fulcrum.Studies;
using Fulcrum.Studies.Cruxes;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum;

/// <summary>What a comparison of readings is asked beyond setting them side by side.</summary>
public sealed record CruxOptions
{
    /// <summary>Verdicts by id, or expressions.</summary>
    public IReadOnlyList<string> Verdicts { get; init; } = [];

    /// <summary>Numbers whose difference is split: results, or expressions over them.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Draws for the split.</summary>
    public SplitOptions Split { get; init; } = new();

    public DecisionOptions Decision { get; init; } = new();

    public FlipOptions Flips { get; init; } = new();

    /// <summary>The same questions with no more draws than an analysis, and with its seed.</summary>
    public CruxOptions Within(AnalyzeOptions analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return this with
        {
            Split = Split with { Draws = Math.Min(analysis.Draws, Split.Draws), Seed = analysis.Seed },
            Decision = Decision with { Draws = Math.Min(analysis.Draws, Decision.Draws) },
        };
    }
}

/// <summary>Which assumptions make two readings differ: the split of a difference, and the smallest sets that turn a verdict.</summary>
internal sealed class WorkbenchCruxes
{
    private readonly AnalyzeOptions _options;
    private readonly CruxOptions _asked;
    private readonly Case _base;
    private readonly CaseVariants _variants;
    private readonly IProgress<StudyProgress>? _progress;

    public WorkbenchCruxes(CaseReadResult read, AnalyzeOptions options, CruxOptions asked, IProgress<StudyProgress>? progress)
    {
        _base = read.Case!;
        _variants = CaseVariants.Of(read);
        _options = options;
        _asked = asked;
        _progress = progress;
    }

    /// <summary>One answer for each verdict and number and each pair of the readings, in their order.</summary>
    /// <param name="readings">Null for the base case; with the case as it reads under each.</param>
    public (IReadOnlyList<CruxAnswer> Answers, IReadOnlyList<CaseProblem> Problems) Of(IReadOnlyList<(ReadingId? Id, Case Case)> readings, CancellationToken cancellation)
    {
        MeasureVocabulary vocabulary = WorkbenchVerdicts.VocabularyOf([_base, .. readings.Select(r => r.Case)], _options.AsOf);
        var verdicts = _asked.Verdicts.Select(v => WorkbenchVerdicts.Read(v, _base, vocabulary)).ToArray();
        var numbers = _asked.Numbers.Select(n => WorkbenchVerdicts.ReadNumber(n, vocabulary, "--number")).ToArray();
        List<CaseProblem> problems = [.. verdicts.Select(v => v.Problem).Concat(numbers.Select(n => n.Problem)).OfType<CaseProblem>()];
        List<CruxAnswer> answers = [];
        IReadOnlyList<RankedSupport>?[] ranked = problems.Count > 0 ? [] : [.. readings.Select(r => WorkbenchRanks.Of(r.Case, [.. verdicts.Select(v => v.Verdict!)], _options, cancellation))];
        for (int i = 0; problems.Count == 0 && i < readings.Count; i++)
        {
            for (int j = i + 1; j < readings.Count; j++)
            {
                answers.AddRange(Pair(readings[i], readings[j], [.. verdicts.Select(v => v.Verdict!)], [.. numbers.Select(n => n.Number!)], problems, cancellation)
                    .Select((a, at) => at < verdicts.Length ? a with { FromRanked = ranked[i]?[at], ToRanked = ranked[j]?[at] } : a)
                    .Select(a => a with { Sentences = CruxSentences.Of(a) }));
            }
        }
        return (answers, problems);
    }

    private List<CruxAnswer> Pair(
        (ReadingId? Id, Case Case) first, (ReadingId? Id, Case Case) second, Verdict[] verdicts, MeasuredNumber[] numbers, List<CaseProblem> problems, CancellationToken cancellation)
    {
        var mixer = new ReadingMixer(_base, _variants, first.Id, second.Id);
        if (!mixer.Mixes || mixer.Groups.Count > Coalitions.MostGroups)
        {
            problems.Add(WorkbenchProblems.CannotMix(NameOf(first.Id), NameOf(second.Id)));
            return [];
        }
        CruxGroup[] groups = GroupsOf(mixer.Groups, first.Case, second.Case);
        CruxAnswer Answer(string asked, string says) => new(
            asked, says, first.Id?.Value ?? "base", NameOf(first.Id), second.Id?.Value ?? "base", NameOf(second.Id), groups, null, null, null, []);
        (int search, int split) = MostMixtures(groups.Length);
        var parts = new PartsProgress(_progress, verdicts.Length * (2 * search + split) + numbers.Length * split);
        var answers = new List<CruxAnswer>();
        foreach (Verdict verdict in verdicts)
        {
            var coalitions = Over(mixer, verdict.Measures, values => verdict.Holds(values) == true ? 1 : 0);
            ulong all = coalitions.All;
            // The readings themselves are told over every draw, as elsewhere; only mixtures stop as soon as they are clear of the line.
            DecisionOptions whole = _asked.Decision with { FirstLook = _asked.Decision.Draws };
            Decision Decide(ulong mask)
            {
                var decision = Decision.Of(draws => coalitions.Values(mask, [.. Enumerable.Range(0, draws)], cancellation), mask == 0 || mask == all ? whole : _asked.Decision);
                parts.Step();
                return decision;
            }
            parts.Next(search);
            FlipSetsResult forward = FlipSets.Search(groups.Length, Decide, _asked.Flips);
            parts.Next(search);
            FlipSetsResult backward = FlipSets.Search(groups.Length, mask => Decide(all & ~mask), _asked.Flips);
            answers.Add(Answer(verdict.Id, verdict.Says) with { Forward = forward, Backward = backward, Split = ShapleySplit.Of(coalitions, _asked.Split, parts.Next(split), cancellation) });
        }
        foreach (MeasuredNumber number in numbers)
        {
            answers.Add(Answer(number.Text, number.Text) with { Split = ShapleySplit.Of(Over(mixer, number.Measures, number.Value), _asked.Split, parts.Next(split), cancellation) });
        }
        return answers;
    }

    // The most that a search for flips, and a split, can have to look at; for the progress only.
    private (int Search, int Split) MostMixtures(int groups)
    {
        long sets = 2, ofSize = 1;
        for (int size = 1; size <= Math.Min(groups, _asked.Flips.LargestSet) && sets < _asked.Flips.MostMixtures; size++)
        {
            ofSize = ofSize * (groups - size + 1) / size;
            sets += ofSize;
        }
        int split = groups <= _asked.Split.ExactUpTo ? 1 << groups : 2 * _asked.Split.Pairs * groups;
        return ((int)Math.Min(sets, _asked.Flips.MostMixtures), split);
    }

    private Coalitions Over(ReadingMixer mixer, IReadOnlyList<string> measures, Func<ReadOnlyMemory<double>, double> value) => new(
        mixer.Groups.Count,
        mask =>
        {
            if (mixer.Mix(mask) is not { } @case)
            {
                return _ => double.NaN;
            }
            var sampler = new Sampler(@case, _options.Seed);
            var asked = new AskedDraws(sampler, new AskedResults(@case, _options.AsOf ?? @case.AsOf, measures, WorkbenchKeeping.KeptUnder), _options.Seed);
            return draw => asked.Number(draw, value);
        },
        new StudyOptions { Threads = _options.Threads, Time = _options.Time });

    private string NameOf(ReadingId? id) => _base.Readings.FirstOrDefault(r => r.Id == id)?.Name ?? "the base case";

    private CruxGroup[] GroupsOf(IReadOnlyList<DifferingGroup> groups, Case first, Case second)
    {
        IReadOnlyList<AssumptionDifference> differences = Comparison.Differences([first, second]);
        return [.. groups.Select(g => new CruxGroup(
            g.Name, CruxLabels.Of(g.Name, _base), g.Paths, [.. differences.Where(d => g.Paths.Any(p => AssumptionGroups.Overlap(p, d.Path)))]))];
    }
}

/// <summary>Mixtures of two readings, group by group.</summary>
internal sealed class ReadingMixer
{
    private readonly CaseVariants _variants;
    private readonly ReadingId? _first;
    private readonly ReadingId? _second;
    private readonly IReadOnlyList<int> _shared;

    public ReadingMixer(Case @base, CaseVariants variants, ReadingId? first, ReadingId? second)
    {
        (_variants, _first, _second) = (variants, first, second);
        var stated = @base.Groups.Concat(@base.Readings.Where(r => r.Id == first || r.Id == second).SelectMany(r => r.Groups)).Select(g => (g.Name, g.Paths)).ToArray();
        (Groups, _shared) = AssumptionGroups.Of(variants.OverridesOf(first), variants.OverridesOf(second), stated);
        Mixes = Joined();
    }

    /// <summary>The groups in which the readings differ; those that only go together are joined.</summary>
    public IReadOnlyList<DifferingGroup> Groups { get; private set; }

    /// <summary>Whether each group by itself can be swapped into either reading.</summary>
    public bool Mixes { get; }

    /// <summary>The case with the groups of the mask as the second reading has them; null when these do not go together.</summary>
    public Case? Mix(ulong mask)
    {
        IEnumerable<(ReadingId, int)> overrides = _shared.Select(place => (_first!.Value, place));
        for (int g = 0; g < Groups.Count; g++)
        {
            bool second = (mask >> g & 1) == 1;
            overrides = overrides.Concat((second ? Groups[g].Second : Groups[g].First).Select(o => ((second ? _second : _first)!.Value, o.Place)));
        }
        return _variants.Mix(overrides) is { HasModel: true } @case && ModelCheck.Of(@case).All(p => p.Severity != Severity.Error) ? @case : null;
    }

    // A group that cannot be swapped alone is joined with the first other with which it can.
    private bool Joined()
    {
        while (true)
        {
            ulong all = Groups.Count == 0 ? 0 : ulong.MaxValue >> (64 - Groups.Count);
            bool Goes(ulong mask) => Mix(mask) is not null && Mix(all & ~mask) is not null;
            int stuck = Enumerable.Range(0, Groups.Count).FirstOrDefault(g => !Goes(1UL << g), -1);
            if (stuck < 0)
            {
                return Goes(all);
            }
            int partner = Enumerable.Range(0, Groups.Count).FirstOrDefault(h => h != stuck && Goes(1UL << stuck | 1UL << h), -1);
            if (partner < 0)
            {
                return false;
            }
            DifferingGroup joined = Groups[Math.Min(stuck, partner)].With(Groups[Math.Max(stuck, partner)]);
            Groups = [.. Groups.Where((_, g) => g != stuck && g != partner).Append(joined).OrderBy(g => g.Name, StringComparer.Ordinal)];
        }
    }
}
