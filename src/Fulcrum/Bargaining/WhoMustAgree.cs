using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>
/// The coalitions behind a consent rule: which could deal without whom, what that leaves the others, who can block, and what a walk-out costs. A coalition
/// without the rest gets its own settlement over the deals that need none of those left out; where it cannot sign, the course after their refusal.
/// </summary>
public static class WhoMustAgree
{
    /// <summary>Most parties under the rule of which every set is worked out.</summary>
    public const int MostListed = 6;

    /// <summary>Most parties under the rule for whom the smallest blocking sets are searched.</summary>
    public const int MostBlocking = 16;

    /// <summary>In the situation at the plan's as-of date.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ConsentReport Of(CasePlan plan, CaseNumbers numbers, SettlementOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var model = new DrawModel(plan, numbers, ignoreRedLines: false);
        var replay = new DrawReplay(plan, numbers);
        return new Study(model, replay.With(replay.All), options, cancellation).Report();
    }

    private sealed class Study
    {
        private readonly DrawModel model;
        private readonly SettlementOptions options;
        private readonly CancellationToken cancellation;
        private readonly BargainingProblem problem;
        private readonly NoDealValues failure;
        private readonly ulong everyone;
        private readonly Dictionary<ulong, CoalitionOutcome> known = [];

        public Study(DrawModel model, LedgerState now, SettlementOptions options, CancellationToken cancellation)
        {
            (this.model, this.options, this.cancellation) = (model, options, cancellation);
            double months = model.MonthsAt(model.Plan.AsOf);
            problem = SituationBuilder.Build(model, now, months);
            failure = new NoDealValues(model, now, months);
            everyone = problem.Coalitions.Aggregate(0UL, (all, coalition) => all | coalition);
        }

        public ConsentReport Report()
        {
            CoalitionOutcome[] winning = [.. problem.Coalitions.Select(Outcome)];
            double[] hands = Hands();
            return new ConsentReport(
                problem.Space, [.. model.Layout.Case.Parties.Select(p => p.Id)], model.Layout.InFileOrder([.. problem.NoDeal]), hands, winning, Others(), Blocking(),
                [.. model.Layout.Case.Parties.Where(p => (everyone >> model.Layout.PartyOf[p.Id] & 1) != 0).Select(p => WalkOutOf(p.Id, hands))]);
        }

        // The mean over the coalitions that can agree, as in every other answer: each may also seek the consent of those left out, for what only they can add.
        private double[] Hands()
        {
            double[][] open = [.. problem.Coalitions.Select(Settled).OfType<double[]>()];
            return open.Length == 0
                ? model.Layout.InFileOrder([.. problem.NoDeal])
                : [.. Enumerable.Range(0, model.Parties).Select(p => open.Average(values => values[p]))];
        }

        private double[]? Settled(ulong set)
        {
            ulong left = everyone & ~set;
            if (!problem.Space.Blocks.Any(b => b.Choices.Any(c => (c.Needs & left) != 0)))
                return Outcome(set) is { Open: true } alone ? alone.Values.ToArray() : null;
            return Solving.Solve(problem with { Coalitions = [set] }, options, cancellation)[0] is { IsOpen: true } settlement ? model.Layout.InFileOrder([.. settlement.Utilities]) : null;
        }

        private CoalitionOutcome[] Others()
        {
            if (ulong.PopCount(everyone) > MostListed)
                return [];
            var sets = new List<ulong>();
            for (ulong set = everyone; set != 0; set = (set - 1) & everyone)
            {
                if (!problem.Coalitions.Contains(set))
                    sets.Add(set);
            }
            return [.. sets.OrderByDescending(ulong.PopCount).ThenBy(set => Order(set), StringComparer.Ordinal).Select(Outcome)];
        }

        // By places in the case, so that the order of parties is the case's.
        private string Order(ulong set) => string.Concat(Members(set).Select(p => (char)('a' + model.Layout.Case.Parties.ToList().FindIndex(x => x.Id == p))));

        private WalkOut WalkOutOf(PartyId party, double[] hands)
        {
            CoalitionOutcome rest = Outcome(everyone & ~(1UL << model.Layout.PartyOf[party]));
            return new WalkOut(party, rest, [.. hands.Zip(rest.Values, (hand, value) => hand - value)]);
        }

        private CoalitionOutcome Outcome(ulong set)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!known.TryGetValue(set, out CoalitionOutcome? outcome))
            {
                outcome = Work(set);
                known[set] = outcome;
            }
            return outcome;
        }

        private CoalitionOutcome Work(ulong set)
        {
            ulong left = everyone & ~set;
            bool canSign = problem.Coalitions.Any(c => (c & ~set) == 0);
            if (canSign && Solving.Solve(Without(set, left), options, cancellation)[0] is { IsOpen: true } settlement)
            {
                double[] values = model.Layout.InFileOrder([.. settlement.Utilities]);
                ulong signed = settlement.Coalition | set;
                PartyId[] worse = [.. model.Layout.Case.Parties.Select((p, i) => (p.Id, Value: values[i], Place: model.Layout.PartyOf[p.Id]))
                    .Where(p => (signed >> p.Place & 1) == 0 && p.Value < problem.NoDeal[p.Place] - Rounding).Select(p => p.Id)];
                return new CoalitionOutcome(Members(set), true, settlement, values, null, worse);
            }
            int refuser = Refuser(left == 0 ? set : left);
            double[] after = [.. Enumerable.Range(0, model.Parties).Select(p => left == 0 ? problem.NoDeal[p] : failure.AfterRefusal(refuser, p))];
            return new CoalitionOutcome(Members(set), canSign, null, model.Layout.InFileOrder(after), left == 0 ? null : model.Layout.PartyIds[refuser], []);
        }

        // In points: smaller differences are rounding.
        private const double Rounding = 1e-6;

        private BargainingProblem Without(ulong set, ulong left) => problem with
        {
            Coalitions = [set],
            Space = problem.Space with { Blocks = [.. problem.Space.Blocks.Select(b => b.Choices.Any(c => (c.Needs & left) != 0) ? b with { Choices = [.. b.Choices.Where(c => (c.Needs & left) == 0)] } : b)] },
        };

        private int Refuser(ulong among)
        {
            int[] places = [.. Enumerable.Range(0, model.Parties).Where(p => (among >> p & 1) != 0)];
            NoDeal? noDeal = model.Layout.Case.NoDeal;
            int stated = Array.FindIndex(places, p => noDeal?.IfRefusedBy.ContainsKey(model.Layout.PartyIds[p]) == true);
            return places[Math.Max(0, stated)];
        }

        private PartyId[] Members(ulong set) => [.. model.Layout.Case.Parties.Select(p => p.Id).Where(p => (set >> model.Layout.PartyOf[p] & 1) != 0)];

        // Sets that meet every winning coalition, and no part of which does.
        private IReadOnlyList<PartyId>[] Blocking()
        {
            int[] places = [.. Enumerable.Range(0, model.Parties).Where(p => (everyone >> p & 1) != 0)];
            if (places.Length > MostBlocking)
                return [.. places.Where(p => problem.Coalitions.All(c => (c >> p & 1) != 0)).Select(p => (IReadOnlyList<PartyId>)[model.Layout.PartyIds[p]])];
            var found = new List<ulong>();
            foreach (int bits in Enumerable.Range(1, (1 << places.Length) - 1).OrderBy(b => int.PopCount(b)).ThenBy(b => b))
            {
                ulong set = places.Where((_, k) => (bits >> k & 1) != 0).Aggregate(0UL, (mask, p) => mask | 1UL << p);
                if (problem.Coalitions.All(c => (c & set) != 0) && !found.Exists(f => (f & ~set) == 0))
                    found.Add(set);
            }
            return [.. found.Select(f => (IReadOnlyList<PartyId>)Members(f))];
        }
    }
}
