namespace Fulcrum.Bargaining.Situations;

/// <summary>The hands of all parties in one state of one draw; the no-deal values where no deal is open.</summary>
/// <param name="Open">Some mixture of deals leaves everyone needed at least as well off.</param>
/// <param name="SingleSeen">One deal of the mixture does so by itself. When false, some other single deal still may.</param>
internal sealed record SolvedHands(double[] Hands, double[] NoDeal, bool Open, bool SingleSeen);

/// <summary>
/// Hands by state of the ledger, in one draw. Situations that turn out alike are solved once. Where several coalitions could conclude a deal, a hand is the
/// mean over the coalitions with an open zone: which of them forms is not predicted.
/// </summary>
internal sealed class HandSolver(DrawModel model)
{
    private static readonly SettlementOptions Options = new();

    private readonly Dictionary<Situation, SolvedHands> _solved = [];

    /// <summary>Largest certified gap so far, in points.</summary>
    public double LargestGap { get; private set; }

    public SolvedHands Solve(LedgerState state, double months) => Solve(SituationBuilder.Build(model, state, months));

    /// <param name="settlements">The problem's settlements, where they are known already.</param>
    public SolvedHands Solve(BargainingProblem problem, IReadOnlyList<Settlement>? settlements = null)
    {
        var situation = new Situation(problem);
        if (!_solved.TryGetValue(situation, out SolvedHands? hands))
        {
            hands = Of(problem, settlements ?? Settlements(problem, Options));
            _solved[situation] = hands;
        }
        return hands;
    }

    /// <summary>Whether a single deal is open. The settlement usually shows one; only otherwise it is searched for.</summary>
    public bool IsSingleOpen(LedgerState state, double months)
    {
        BargainingProblem problem = SituationBuilder.Build(model, state, months);
        SolvedHands hands = Solve(problem);
        return hands.SingleSeen || (hands.Open && Solving.Zone(problem).Single);
    }

    /// <summary>Settlements per coalition; empty where some issue has nothing left that can be signed.</summary>
    public IReadOnlyList<Settlement> Settlements(BargainingProblem problem, SettlementOptions options)
    {
        if (problem.Coalitions.Count == 0 || problem.Space.Blocks.Any(block => block.Choices.Count == 0))
        {
            return [];
        }
        var settlements = Solving.Solve(problem, options);
        foreach (Settlement settlement in settlements.Where(settlement => settlement.IsOpen))
        {
            LargestGap = Math.Max(LargestGap, settlement.Gap);
        }
        return settlements;
    }

    private static SolvedHands Of(BargainingProblem problem, IReadOnlyList<Settlement> settlements)
    {
        var noDeal = (double[])problem.NoDeal;
        var open = settlements.Where(settlement => settlement.IsOpen).ToList();
        if (open.Count == 0)
        {
            return new SolvedHands(noDeal, noDeal, false, false);
        }
        var hands = new double[noDeal.Length];
        for (int p = 0; p < hands.Length; p++)
        {
            hands[p] = open.Sum(settlement => settlement.Utilities[p]) / open.Count;
        }
        return new SolvedHands(hands, noDeal, true, open.Exists(settlement => HasOpenDeal(settlement, noDeal)));
    }

    private static bool HasOpenDeal(Settlement settlement, double[] noDeal) =>
        settlement.Mixture.Any(mixed => Enumerable.Range(0, noDeal.Length).All(p => (settlement.Coalition >> p & 1) == 0 || mixed.Utilities[p] >= noDeal[p]));

    /// <summary>What a problem of this draw depends on. Blocks are shared objects of the draw's cache, claims never change within a draw.</summary>
    private readonly struct Situation : IEquatable<Situation>
    {
        private readonly BargainingProblem _problem;
        private readonly int _hash;

        public Situation(BargainingProblem problem)
        {
            _problem = problem;
            var hash = new HashCode();
            foreach (double value in (double[])problem.NoDeal)
            {
                hash.Add(value);
            }
            foreach (double value in (double[])problem.Space.Constants)
            {
                hash.Add(value);
            }
            hash.Add(problem.Space.Blocks.Count);
            _hash = hash.ToHashCode();
        }

        public bool Equals(Situation other) =>
            ((double[])_problem.NoDeal).AsSpan().SequenceEqual((double[])other._problem.NoDeal)
            && ((double[])_problem.Space.Constants).AsSpan().SequenceEqual((double[])other._problem.Space.Constants)
            && ReferenceEquals(_problem.Coalitions, other._problem.Coalitions)
            && SameBlocks(_problem.Space.Blocks, other._problem.Space.Blocks);

        public override bool Equals(object? obj) => obj is Situation other && Equals(other);

        public override int GetHashCode() => _hash;

        private static bool SameBlocks(IReadOnlyList<DealBlock> one, IReadOnlyList<DealBlock> other)
        {
            if (one.Count != other.Count)
            {
                return false;
            }
            for (int b = 0; b < one.Count; b++)
            {
                if (!ReferenceEquals(one[b], other[b]))
                {
                    return false;
                }
            }
            return true;
        }
    }
}
