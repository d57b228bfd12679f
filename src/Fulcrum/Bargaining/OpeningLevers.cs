using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>A set of lever moves that opens the zone.</summary>
/// <param name="Moves">Lever and the standing its holder would move it to; empty when the zone is open already.</param>
/// <param name="Margin">Worst-party margin over single deals afterwards, in points.</param>
public sealed record Opening(IReadOnlyList<(LeverId Lever, Standing To)> Moves, double Margin);

/// <summary>What the search for levers that open a closed zone found.</summary>
/// <param name="Best">Null when nothing was found.</param>
/// <param name="Complete">False when the search stopped at its limit: then a larger set may open the zone.</param>
public sealed record OpeningLeversResult(Opening? Best, bool Complete);

/// <summary>
/// The smallest set of levers whose holders, by one move each, open a closed zone of single deals: an exact search, fewest levers first, among sets of the
/// same size the one with the largest worst-party margin, ties by key. Points of parties are compared only in that margin.
/// </summary>
public static class OpeningLevers
{
    /// <summary>Most levers in a set.</summary>
    public const int MostLevers = 3;

    /// <summary>Most situations that the search looks at.</summary>
    public const int MostTrials = 4_000;

    /// <summary>In the situation at the plan's as-of date.</summary>
    public static OpeningLeversResult Of(CasePlan plan, CaseNumbers numbers, CancellationToken cancellation = default)
    {
        var model = new DrawModel(plan, numbers, ignoreRedLines: false);
        var replay = new DrawReplay(plan, numbers);
        LedgerState now = replay.With(replay.All);
        var search = new Search(model, now, cancellation);
        for (int size = 0; size <= MostLevers; size++)
        {
            search.TryAll(size, 0, now, []);
            if (search.Best is not null || search.Stopped)
            {
                return new OpeningLeversResult(search.Best, !search.Stopped);
            }
        }
        return new OpeningLeversResult(null, plan.Layout.Levers.Length <= MostLevers);
    }

    private sealed class Search(DrawModel model, LedgerState now, CancellationToken cancellation)
    {
        private readonly double _months = model.MonthsAt(model.Plan.AsOf);
        private int _trials;

        public Opening? Best { get; private set; }

        public bool Stopped => _trials >= MostTrials;

        public void TryAll(int left, int from, LedgerState state, List<(LeverId, Standing)> moves)
        {
            if (left == 0)
            {
                Try(state, moves);
                return;
            }
            for (int l = from; l <= model.Layout.Levers.Length - left && !Stopped; l++)
            {
                Lever lever = model.Layout.Levers[l];
                foreach (Standing standing in LeverMoves.Reachable(model.Plan, lever, now.Levers[l].Main))
                {
                    moves.Add((lever.Id, standing));
                    TryAll(left - 1, l + 1, state.With(l, now.Levers[l].MovedTo(standing, 1)), moves);
                    moves.RemoveAt(moves.Count - 1);
                }
            }
        }

        private void Try(LedgerState state, List<(LeverId, Standing)> moves)
        {
            _trials++;
            BargainingProblem problem = SituationBuilder.Build(model, state, _months);
            if (problem.Space.Blocks.Any(block => block.Choices.Count == 0))
            {
                return;
            }
            AgreementZone zone = Solving.Zone(problem, cancellation);
            if (zone.Single && (Best is null || zone.Margin > Best.Margin))
            {
                Best = new Opening(moves.ToArray(), zone.Margin);
            }
        }
    }
}
