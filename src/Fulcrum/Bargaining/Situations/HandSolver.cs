using Fulcrum.Bargaining.Solutions;

namespace Fulcrum.Bargaining.Situations;

/// <summary>The hands of all parties in one state of one draw; the no-deal values where no deal is open.</summary>
/// <param name="Answers">The solutions behind them, of the coalitions with an open zone (a mixture of deals leaves everyone needed at least as well off).</param>
internal sealed record SolvedHands(double[] Hands, double[] NoDeal, DealTable Table, IReadOnlyList<LotteryAnswer> Answers)
{
    public bool Open => Answers.Count > 0;
}

/// <summary>
/// Hands by state of the ledger, in one draw. Situations that turn out alike are solved once. Where several coalitions could conclude a deal, a hand is the
/// mean over the coalitions with an open zone: which of them forms is not predicted. Mixtures and ties are not worked out: the same solutions as
/// <see cref="Solving"/> gives, without their description.
/// </summary>
internal sealed class HandSolver
{
    private static readonly SettlementOptions Options = new();

    private readonly DrawModel _model;
    private readonly CoalitionNash _nash = new(new LotterySolver());
    private readonly Dictionary<Situation, SolvedHands> _solved = [];

    public HandSolver(DrawModel model) => _model = model;

    /// <summary>Largest certified gap so far, in points.</summary>
    public double LargestGap { get; private set; }

    public SolvedHands Solve(LedgerState state, double months) => Solve(SituationBuilder.Build(_model, state, months));

    public SolvedHands Solve(BargainingProblem problem)
    {
        var situation = new Situation(problem);
        if (!_solved.TryGetValue(situation, out SolvedHands? hands))
        {
            hands = Of(problem);
            _solved[situation] = hands;
        }
        return hands;
    }

    /// <summary>Whether a single deal is open. The solution's mixture usually holds one; only otherwise it is searched for.</summary>
    public bool IsSingleOpen(LedgerState state, double months)
    {
        BargainingProblem problem = SituationBuilder.Build(_model, state, months);
        SolvedHands hands = Solve(problem);
        return hands.Answers.Any(answer => HasOpenDeal(hands.Table, answer)) || (hands.Open && Solving.Zone(problem).Single);
    }

    private SolvedHands Of(BargainingProblem problem)
    {
        DealTable table = DealTable.Of(problem);
        var noDeal = (double[])problem.NoDeal;
        var open = new List<LotteryAnswer>();
        foreach (ulong coalition in problem.Coalitions)
        {
            LotteryAnswer answer = _nash.Best(table, table.ToCanonical(coalition), Options.GapTolerance, CancellationToken.None);
            if (answer.Status != SettlementStatus.Closed)
            {
                open.Add(answer);
                LargestGap = Math.Max(LargestGap, answer.Gap);
            }
        }
        return new SolvedHands(open.Count == 0 ? noDeal : Mean(table, open), noDeal, table, open);
    }

    private static double[] Mean(DealTable table, List<LotteryAnswer> answers)
    {
        var mean = new double[table.Parties];
        foreach (LotteryAnswer answer in answers)
        {
            for (int i = 0; i < mean.Length; i++)
            {
                mean[table.PartyOrder[i]] += answer.Utilities[i] / answers.Count;
            }
        }
        return mean;
    }

    private static bool HasOpenDeal(DealTable table, LotteryAnswer answer) =>
        CanonicalMixture.Of(table, answer).Exists(mixed => IsOpen(table, answer.Consent, mixed.Choices));

    private static bool IsOpen(DealTable table, ulong consent, int[] choices)
    {
        for (int i = 0; i < table.Parties; i++)
        {
            double gain = table.Constants[i] - table.NoDeal[i] + choices.Sum(choice => table.Points[choice * table.Parties + i]);
            if ((consent >> i & 1) != 0 && gain < 0)
            {
                return false;
            }
        }
        return true;
    }

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
