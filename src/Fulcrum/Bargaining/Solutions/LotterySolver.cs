using Fulcrum.Numerics;

namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// Solutions over mixtures of deals for one set of consenting parties. A mixture's values depend only on the chance of each choice, so the programme is over
/// one simplex per block and deals are never listed. A workspace: reuse it, but not concurrently; an answer does not depend on what was solved before.
/// </summary>
internal sealed class LotterySolver
{
    private readonly UsableDeals usable = new();
    private readonly LotteryStage stage = new();
    private readonly LotteryRoles roles;
    private readonly LotteryNash nash;
    private readonly LotteryLeximin leximin;
    private readonly LotteryProof proof;
    private readonly Lender arrays;

    /// <param name="lender">Whose arrays the answers are made of; null for new ones, which may be kept.</param>
    public LotterySolver(Lender? lender = null)
    {
        arrays = lender ?? new Lender(takesBack: false);
        roles = new LotteryRoles(usable, stage);
        nash = new LotteryNash(usable, stage, roles);
        leximin = new LotteryLeximin(usable, stage, roles);
        proof = new LotteryProof(usable, stage, roles, arrays);
    }

    public UsableDeals Usable => usable;

    /// <summary>Whose arrays answers and searches are made of.</summary>
    public Lender Arrays => arrays;

    /// <param name="start">Where to begin, for the Nash solution; the others begin afresh.</param>
    public LotteryAnswer Solve(DealTable table, ulong consent, Concept concept, double gapTolerance, LotteryStart? start = null)
    {
        if (!Begin(table, consent))
            return Closed();
        bool open = concept switch
        {
            Concept.Nash => nash.Solve(start),
            Concept.KalaiSmorodinsky => roles.Narrowed() && leximin.KalaiSmorodinsky(),
            Concept.Egalitarian => roles.Narrowed() && leximin.Egalitarian(),
            _ => roles.Narrowed() && Welfare(),
        };
        return open ? Answer(gapTolerance) : Closed();
    }

    /// <summary>The largest worst-party gain over mixtures, in points, and the prices that prove it (one per member).</summary>
    /// <param name="held">A member who must only not be worse off, and of whose gain nothing is asked beyond that; some mixture must allow it.</param>
    public (double Margin, double[] Price) Margin(DealTable table, ulong consent, int held = -1)
    {
        Fill(table, consent);
        if (!usable.Any)
            return (double.NegativeInfinity, []);
        for (int m = 0; m < usable.Count; m++)
            roles.SetRole(m, m == held ? MemberRole.AtLeast : MemberRole.Rising, rise: m == held ? 0 : 1 / usable.Unit[m]);
        stage.Solve();
        return (usable.Count == 0 ? double.PositiveInfinity : stage.Program.Height, proof.MemberPrices());
    }

    /// <summary>
    /// The most that one member can gain over mixtures that leave no other member worse off (it may itself be), in points, and the prices that prove it;
    /// null when every mixture leaves some other member worse off.
    /// </summary>
    public (double Gain, double[] Price)? Extreme(DealTable table, ulong consent, int member)
    {
        Fill(table, consent);
        if (!usable.Any)
            return null;
        for (int m = 0; m < usable.Count; m++)
            roles.SetRole(m, m == member ? MemberRole.Out : MemberRole.AtLeast);
        if (!roles.Narrowed())
            return null;
        roles.SetRole(member, MemberRole.AtLeast);
        stage.Bound[member] = usable.Least[member] / usable.Unit[member] - 1;
        stage.Linear[member] = 1;
        stage.Solve();
        return (roles.GainOf(member) * usable.Unit[member], proof.MemberPrices());
    }

    /// <summary>After <see cref="Solve"/>: what a member was, and its weight, when the solution was found.</summary>
    public MemberRole RoleOf(int member) => stage.Role[member];

    public double WeightOf(int member) => stage.Weight[member];

    /// <summary>After <see cref="Solve"/> for Kalai-Smorodinsky or egalitarian: whether a member can gain over mixtures and bargains for a share.</summary>
    public bool Bargains(int member) => leximin.Bargains(member);

    private void Fill(DealTable table, ulong consent)
    {
        usable.Fill(table, consent);
        if (usable.Any)
            stage.Begin(usable);
    }

    private bool Begin(DealTable table, ulong consent)
    {
        Fill(table, consent);
        if (!usable.Any)
            return false;
        for (int m = 0; m < usable.Count; m++)
        {
            if (usable.Most[m] < -LotteryRoles.Rounding * usable.Unit[m])
                return false;
            roles.SetRole(m, MemberRole.AtLeast);
        }
        return true;
    }

    private bool Welfare()
    {
        double total = 0;
        for (int m = 0; m < usable.Count; m++)
        {
            stage.Linear[m] = roles.Settled(m) ? 0 : roles.ClaimOf(m) * usable.Unit[m];
            total += stage.Linear[m];
        }
        for (int m = 0; m < usable.Count; m++)
            stage.Linear[m] /= total > 0 ? total : 1;
        stage.Solve();
        return true;
    }

    private LotteryAnswer Answer(double gapTolerance)
    {
        stage.Face.ToCorner(stage.Program);
        DealTable table = usable.Table;
        double[] shares = arrays.Doubles(table.Start[^1]);
        bool[] tied = arrays.Bools(table.Start[^1]);
        bool many = stage.Face.Many;
        for (int k = 0; k < stage.Program.Choices; k++)
        {
            many |= stage.Program.Share[k] > 0 && usable.HasTwin[stage.Active[k]];
            shares[usable.Choice[stage.Active[k]]] = stage.Program.Share[k];
            tied[usable.Choice[stage.Active[k]]] = stage.Face.Tied[k];
        }
        double[] utilities = arrays.Doubles(table.Parties);
        for (int i = 0; i < table.Parties; i++)
        {
            utilities[i] = table.Constants[i];
            for (int c = 0; c < shares.Length; c++)
                utilities[i] += shares[c] * table.Points[c * table.Parties + i];
        }
        double[] prices = arrays.Doubles(table.Parties);
        double gap = proof.Certify(prices);
        SettlementStatus status = gap <= gapTolerance ? SettlementStatus.Open : SettlementStatus.NotCertified;
        return new LotteryAnswer(status, usable.Consent, shares, tied, utilities, prices, gap, stage.Iterations, many);
    }

    private LotteryAnswer Closed()
    {
        DealTable table = usable.Table;
        double[] utilities = arrays.Doubles(table.Parties);
        table.NoDeal.CopyTo(utilities, 0);
        return new LotteryAnswer(
            SettlementStatus.Closed, usable.Consent, [], [], utilities, arrays.Doubles(table.Parties), double.NaN, stage.Iterations, false);
    }
}
