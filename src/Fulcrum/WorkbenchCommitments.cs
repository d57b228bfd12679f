using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Findings.Kept;
using Fulcrum.Studies;

namespace Fulcrum;

/// <summary>The questions about commitments: keeping, credibility, records, time.</summary>
internal static class WorkbenchCommitments
{
    private const int FewestSectionDraws = 20;

    private const int MostSectionDraws = 100;

    /// <param name="stated">The deal asked about: 'issue=option'; issues left out stand as in the best single deal at mid-range.</param>
    /// <exception cref="OperationCanceledException">Cancelled before the first draw was done.</exception>
    public static (KeepAnswer? Answer, CaseProblem? Problem) Keep(
        Case @case, IReadOnlyList<string> stated, AnalyzeOptions options, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        if (!@case.HasModel)
        {
            return (null, WorkbenchProblems.NothingToSolve(@case));
        }
        if (!@case.Parties.Any(p => BreachDeriving.CanBreak(@case, p.Id)))
        {
            return (null, CommitmentProblems.NothingAfterBreach(@case));
        }
        var deal = new Dictionary<IssueId, OptionId>();
        foreach (string term in stated)
        {
            if (TermOf(@case, term, deal) is { } problem)
            {
                return (null, problem);
            }
        }
        CasePlan plan = CasePlan.Of(@case, options.AsOf ?? @case.AsOf);
        var keeping = new WorkbenchKeeping(plan, deal);
        StudyRun<KeepingDraw> run = Draws(@case, options, keeping.Run, progress, cancellation);
        return (KeepComposer.Compose(new KeepInput(
            @case, plan.AsOf, keeping.Options, [.. keeping.Levers.OrderBy(l => l.Value, StringComparer.Ordinal)], run.Results, Drivers.InputsOf(@case, new Sampler(@case, options.Seed), run.Results.Count),
            options.Draws, options.Seed, WorkbenchStudy.Version)), null);
    }

    /// <summary>The deal of <see cref="Keep"/> in two readings.</summary>
    /// <param name="base">The base case, whose best single deal stands for what is not stated.</param>
    public static (KeepContrast? Answer, CaseProblem? Problem) Contrast(
        Case @base, ReadingId? one, ReadingId? other, Func<CaseRequest, CaseReadResult> read, IReadOnlyList<string> stated, AnalyzeOptions options,
        IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        var deal = new Dictionary<IssueId, OptionId>();
        CaseProblem? problem = !@base.HasModel ? WorkbenchProblems.NothingToSolve(@base)
            : !@base.Parties.Any(p => BreachDeriving.CanBreak(@base, p.Id)) ? CommitmentProblems.NothingAfterBreach(@base)
            : stated.Select(t => TermOf(@base, t, deal)).FirstOrDefault(p => p is not null);
        Reading? Named(ReadingId? id) => id is null ? null : @base.Readings.FirstOrDefault(r => r.Id == id);
        ReadingId? unknown = new[] { one, other }.FirstOrDefault(r => r is not null && Named(r) is null);
        problem ??= unknown is null ? null : CommitmentProblems.NoReading(unknown.Value, @base);
        return problem is not null ? (null, problem) : (new WorkbenchContrast(read, deal, options, cancellation).Of(@base, Named(one), Named(other), progress), null);
    }

    /// <summary>The sections of an analysis, on fewer draws than its own; null where the case says nothing about commitments.</summary>
    public static CommitmentSections? Sections(Case @case, Func<PartyId, Case?> believed, AnalyzeOptions options, CancellationToken cancellation)
    {
        RecordAnswer? records = @case.Commitments.Count + @case.ReferenceClasses.Count == 0 ? null : RecordComposer.Compose(@case, options.AsOf ?? @case.AsOf, RecordPrior.Jeffreys);
        if (options.Checks && !@case.HasModel)
        {
            var told = new CommitmentSections(null, Credibility(@case, believed, options, null, cancellation).Answer, records, Trend(@case, believed, options, null, cancellation).Answer);
            return told.Any ? told : null;
        }
        if (!options.Checks || @case.Keeping is null || cancellation.IsCancellationRequested)
        {
            return records is null ? null : new CommitmentSections(null, null, records, null);
        }
        AnalyzeOptions fewer = options with { Draws = Math.Clamp(options.Draws / 4, Math.Min(options.Draws, FewestSectionDraws), MostSectionDraws) };
        // An interrupted analysis is still an answer without its sections.
        T? Unless<T>(Func<(T?, CaseProblem?)> ask) where T : class
        {
            try
            {
                return cancellation.IsCancellationRequested ? null : ask().Item1;
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
        return new CommitmentSections(
            Unless(() => Keep(@case, [], fewer, null, cancellation)), Unless(() => Credibility(@case, believed, fewer, null, cancellation)), records,
            Unless(() => Trend(@case, believed, fewer, null, cancellation)));
    }

    /// <param name="believed">The case as a party itself believes it; null where it has no belief of its own or it cannot be read.</param>
    /// <exception cref="OperationCanceledException">Cancelled before the first draw was done.</exception>
    public static (TrendAnswer? Answer, CaseProblem? Problem) Trend(
        Case @case, Func<PartyId, Case?> believed, AnalyzeOptions options, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        if (!@case.HasModel)
        {
            TrendAnswer told = TrendComposer.Compose(new TrendInput(@case, options.AsOf ?? @case.AsOf, [], [], [], 0, options.Seed, WorkbenchStudy.Version));
            return told.Mediators.Any(m => m.Tilt.Any(t => t.Benefits + t.Pressure > 0) || m.Spent.Count > 0) ? (told, null) : (null, WorkbenchProblems.NothingToSolve(@case));
        }
        CasePlan plan = CasePlan.Of(@case, options.AsOf ?? @case.AsOf);
        var trend = new WorkbenchTrend(plan);
        StudyRun<TrendDraw> run = Draws(@case, options, trend.Run, progress, cancellation);
        Party[] principals = [.. @case.Parties.Where(p => p.Role == PartyRole.Principal && p.Weights is not null)];
        Case?[] views = [.. principals.Select(p => believed(p.Id))];
        IReadOnlyList<IReadOnlyList<(double?, bool)>> perceived = [.. principals.Select((p, i) => Perceived(run.Results, views[i], @case, p.Id, options, cancellation))];
        return (TrendComposer.Compose(new TrendInput(
            @case, plan.AsOf, run.Results, perceived, [.. principals.Where((_, i) => views[i] is not null).Select(p => p.Name)], options.Draws, options.Seed, WorkbenchStudy.Version)), null);
    }

    /// <exception cref="OperationCanceledException">Cancelled before the first draw was done.</exception>
    public static (CredibilityAnswer? Answer, CaseProblem? Problem) Credibility(
        Case @case, Func<PartyId, Case?> believed, AnalyzeOptions options, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        if (!@case.HasModel)
        {
            CredibilityAnswer told = CredibilityComposer.OfLedger(@case, options.AsOf ?? @case.AsOf, options.Seed, WorkbenchStudy.Version);
            return told.Records.Count > 0 ? (told, null) : (null, WorkbenchProblems.NothingToSolve(@case));
        }
        CasePlan plan = CasePlan.Of(@case, options.AsOf ?? @case.AsOf);
        (PartyId Party, Case View)[] views = [.. @case.Parties.Select(p => (p.Id, View: believed(p.Id))).Where(v => v.View is { HasModel: true }).Select(v => (v.Id, v.View!))];
        var credibility = new WorkbenchCredibility(plan, views, options.Seed);
        var sampler = new Sampler(@case, options.Seed);
        StudyRun<CredibilityDraw> run = StudyRunner.Run(
            d => credibility.Run(d, sampler.Draw(d)), options.Draws, new StudyOptions { Threads = options.Threads, Time = options.Time }, progress, cancellation);
        if (run.Results.Count == 0)
        {
            throw new OperationCanceledException(cancellation);
        }
        return (CredibilityComposer.Compose(new CredibilityInput(
            @case, plan.AsOf, credibility.Undertakings, views, run.Results, options.Draws, options.Seed, WorkbenchStudy.Version)), null);
    }

    public static StudyRun<T> Draws<T>(Case @case, AnalyzeOptions options, Func<CaseNumbers, T> ask, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        var sampler = new Sampler(@case, options.Seed);
        StudyRun<T> run = StudyRunner.Run(d => ask(sampler.Draw(d)), options.Draws, new StudyOptions { Threads = options.Threads, Time = options.Time }, progress, cancellation);
        return run.Results.Count == 0 ? throw new OperationCanceledException(cancellation) : run;
    }

    private static (double?, bool)[] Perceived(IReadOnlyList<TrendDraw> draws, Case? view, Case @case, PartyId party, AnalyzeOptions options, CancellationToken cancellation)
    {
        if (view is null)
        {
            int place = Enumerable.Range(0, @case.Parties.Count).First(p => @case.Parties[p].Id == party);
            bool stated = @case.NoDeal!.PerMonth.ContainsKey(party);
            return [.. draws.Select(d => (stated ? (double?)d.Drift[place] : null, d.Open[0]))];
        }
        CasePlan plan = CasePlan.Of(view, options.AsOf ?? view.AsOf);
        Quantity? drift = view.NoDeal?.PerMonth.GetValueOrDefault(party);
        return [.. Draws(view, options with { Draws = draws.Count }, n => (drift is null ? (double?)null : n[drift], Solving.Zone(SituationBuilder.Build(plan, n, plan.AsOf)).Single), null, CancellationToken.None).Results];
    }

    private static CaseProblem? TermOf(Case @case, string term, Dictionary<IssueId, OptionId> deal)
    {
        string[] parts = term.Split('=', 2, StringSplitOptions.TrimEntries);
        Issue? issue = @case.Issues.FirstOrDefault(i => i.Id.Value == parts[0]);
        if (parts.Length < 2 || issue is null)
        {
            return CommitmentProblems.NotATerm(term, @case.Issues.Select(i => i.Id.Value));
        }
        if (issue.Options.FirstOrDefault(o => o.Id.Value == parts[1]) is not { } option)
        {
            return CommitmentProblems.NotATerm(term, issue.Options.Select(o => $"{issue.Id}={o.Id}"));
        }
        deal[issue.Id] = option.Id;
        return null;
    }
}
