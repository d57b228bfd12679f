namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// The best single deal of each concept for one set of consenting parties: the solution over mixtures gives the prices that bound the search, and says who
/// bargains. Not for concurrent use.
/// </summary>
internal sealed class SingleSolver(LotterySolver lottery, SearchBudget budget, CancellationToken cancellation)
{
    public const int MostTies = 16;

    private readonly SingleSearch search = new(lottery.Arrays);

    // Whether a search for what a member could at best gain was stopped: nothing that rests on it is proven.
    private bool doubted;

    /// <summary>Null when no single deal leaves everyone at least as well off. Gains of the answer follow <see cref="UsableDeals.Members"/>.</summary>
    public (SingleAnswer Answer, double[] Prices)? Solve(DealTable table, ulong consent, Concept concept, IdealPoint ideal, double gapTolerance)
    {
        if (concept == Concept.WelfareOfAll)
            return WelfareOfAll(table, consent);
        doubted = false;
        LotteryAnswer mixed = lottery.Solve(table, consent, concept, gapTolerance);
        if (mixed.Status == SettlementStatus.Closed)
            return null;
        SingleGoal goal = concept switch
        {
            Concept.Nash => NashGoal(mixed),
            Concept.KalaiSmorodinsky => RisingGoal(mixed, m => 0),
            Concept.Egalitarian => RisingGoal(mixed, m => 1),
            _ => WelfareGoal(mixed),
        };
        bool[] claiming = lottery.Arrays.Bools(goal.Role.Length);
        for (int m = 0; m < claiming.Length; m++)
            claiming[m] = goal.Role[m] == MemberRole.Rising;
        if (concept == Concept.KalaiSmorodinsky && !WithIdeals(table, consent, goal, ideal))
            return null;
        SingleAnswer answer = search.Run(lottery.Usable, goal, budget, cancellation);
        if (concept is Concept.KalaiSmorodinsky or Concept.Egalitarian && NobodyGains(answer, claiming))
        {
            LetOthersRise(goal, claiming);
            if (concept == Concept.KalaiSmorodinsky && !WithIdeals(table, consent, goal, ideal))
                return null;
            answer = search.Run(lottery.Usable, goal, budget, cancellation);
        }
        if (concept == Concept.Nash && answer is { Complete: true, Choices: not null } && answer.Value[0] == 0)
            answer = search.Run(lottery.Usable, OthersGoal(goal), budget, cancellation);
        if (doubted)
            answer = answer with { Complete = false, Missing = double.PositiveInfinity, Room = double.PositiveInfinity };
        return answer.Choices is null && answer.Complete ? null : (answer, mixed.Prices);
    }

    /// <summary>The largest worst-party gain over single deals.</summary>
    public SingleAnswer Margin(DealTable table, ulong consent) => Margins(table, consent).Single;

    /// <summary>The largest worst-party gain over mixtures, and over single deals.</summary>
    /// <param name="valueAlone">Not which of the best deals comes first by key.</param>
    public (double Mixed, SingleAnswer Single) Margins(DealTable table, ulong consent, bool valueAlone = false)
    {
        (double mixed, double[] price) = lottery.Margin(table, consent);
        int n = lottery.Usable.Count;
        var goal = new SingleGoal(GoalKind.Least, lottery.Arrays.Roles(n, MemberRole.Rising), Ones(n), Watched: false, price, valueAlone ? SingleGoal.ValueAlone : 0);
        return (mixed, search.Run(lottery.Usable, goal, budget, cancellation));
    }

    /// <summary>The most one member can gain over single deals that leave no other member worse off; null when there is none.</summary>
    public SingleAnswer? Extreme(DealTable table, ulong consent, int member)
    {
        if (lottery.Extreme(table, consent, member) is not var (_, price))
            return null;
        MemberRole[] roles = lottery.Arrays.Roles(lottery.Usable.Count, MemberRole.AtLeast);
        roles[member] = MemberRole.Rising;
        var goal = new SingleGoal(GoalKind.Least, roles, Ones(roles.Length), Watched: false, price, MostTies: 0);
        SingleAnswer answer = search.Run(lottery.Usable, goal, budget, cancellation);
        doubted |= !answer.Complete;
        return answer.Choices is null ? null : answer;
    }

    /// <summary>The most that a member can hope for; null when every deal leaves some other member worse off. The usable deals are those of the consent already.</summary>
    public double? Ideal(DealTable table, ulong consent, int member, IdealPoint ideal) =>
        ideal == IdealPoint.Any ? lottery.Usable.Most[member] : Extreme(table, consent, member)?.Value[0];

    private SingleGoal NashGoal(LotteryAnswer mixed)
    {
        int n = lottery.Usable.Count;
        MemberRole[] roles = lottery.Arrays.Roles(n, MemberRole.AtLeast);
        double[] weights = lottery.Arrays.Doubles(n);
        double[] hopes = lottery.Arrays.Doubles(n);
        for (int m = 0; m < n; m++)
        {
            if (lottery.RoleOf(m) == MemberRole.Weighed)
                (roles[m], weights[m], hopes[m]) = (MemberRole.Weighed, lottery.WeightOf(m), lottery.Usable.Table.GainsOf(lottery.Usable.Members[m]).Most);
        }
        return new SingleGoal(GoalKind.Product, roles, weights, Watched: true, PricesOf(mixed), MostTies) { Hope = hopes };
    }

    // Where nobody who claims can gain by a single deal, the others have the same claim each, as over mixtures.
    private SingleGoal OthersGoal(SingleGoal claiming)
    {
        int n = lottery.Usable.Count;
        MemberRole[] roles = lottery.Arrays.Roles(n, MemberRole.Weighed);
        (double[] shares, double[] hopes) = (lottery.Arrays.Doubles(n), lottery.Arrays.Doubles(n));
        for (int m = 0; m < n; m++)
        {
            roles[m] = claiming.Role[m] == MemberRole.Weighed ? MemberRole.AtLeast : MemberRole.Weighed;
            (shares[m], hopes[m]) = (1.0 / n, lottery.Usable.Table.GainsOf(lottery.Usable.Members[m]).Most);
        }
        return new SingleGoal(GoalKind.Product, roles, shares, Watched: true, claiming.Price, MostTies) { Hope = hopes };
    }

    // The best of those who claim, as the least-served come first, leaves all of them without: then no single deal gives any of them more.
    private bool NobodyGains(SingleAnswer answer, bool[] claiming)
    {
        bool none = answer is { Complete: true, Choices: not null } && claiming.Contains(false);
        for (int m = 0; none && m < claiming.Length; m++)
            none = !claiming[m] || answer.Gains[m] <= SingleGoal.Same * lottery.Usable.Unit[m];
        return none;
    }

    // Where nobody who claims can gain by a single deal, the others have the same claim each, as over mixtures.
    private static void LetOthersRise(SingleGoal goal, bool[] claiming)
    {
        for (int m = 0; m < claiming.Length; m++)
            (goal.Role[m], goal.Weight[m]) = claiming[m] ? (MemberRole.AtLeast, 0) : (MemberRole.Rising, 1);
    }

    private SingleGoal WelfareGoal(LotteryAnswer mixed) =>
        new(GoalKind.Sum, lottery.Arrays.Roles(lottery.Usable.Count, MemberRole.Weighed), WelfareWeights(), Watched: true, PricesOf(mixed), MostTies);

    // Claims; equal ones where nobody has any.
    private double[] WelfareWeights()
    {
        double[] weights = lottery.Arrays.Doubles(lottery.Usable.Count);
        bool claims = false;
        foreach (int party in lottery.Usable.Members)
            claims |= lottery.Usable.Table.Claims[party] > 0;
        for (int m = 0; m < weights.Length; m++)
            weights[m] = claims ? lottery.Usable.Table.Claims[lottery.Usable.Members[m]] : 1;
        return weights;
    }

    // Who can gain over mixtures bargains; the others must only not be worse off.
    private SingleGoal RisingGoal(LotteryAnswer mixed, Func<int, double> rise)
    {
        int n = lottery.Usable.Count;
        MemberRole[] roles = lottery.Arrays.Roles(n, MemberRole.AtLeast);
        double[] weights = lottery.Arrays.Doubles(n);
        for (int m = 0; m < n; m++)
        {
            if (lottery.Bargains(m))
                (roles[m], weights[m]) = (MemberRole.Rising, rise(m));
        }
        return new SingleGoal(GoalKind.Leximin, roles, weights, Watched: true, PricesOf(mixed), MostTies);
    }

    // Its own weights are the exact prices of a sum.
    private (SingleAnswer Answer, double[] Prices)? WelfareOfAll(DealTable table, ulong consent)
    {
        UsableDeals usable = lottery.Usable;
        usable.Fill(table, consent);
        if (!usable.Any)
            return null;
        double[] weights = WelfareWeights();
        var goal = new SingleGoal(GoalKind.Sum, lottery.Arrays.Roles(usable.Count, MemberRole.Weighed), weights, Watched: false, weights, MostTies);
        double[] prices = lottery.Arrays.Doubles(table.Parties);
        for (int m = 0; m < weights.Length; m++)
            prices[usable.Members[m]] = weights[m] / weights.Sum();
        return (search.Run(usable, goal, budget, cancellation), prices);
    }

    // The best that each can get, among single deals that leave nobody worse off or among all.
    private bool WithIdeals(DealTable table, ulong consent, SingleGoal goal, IdealPoint ideal)
    {
        for (int m = 0; m < goal.Role.Length; m++)
        {
            if (goal.Role[m] != MemberRole.Rising)
                continue;
            double? best = Ideal(table, consent, m, ideal);
            if (best is not { } most || most < -SingleGoal.Same * lottery.Usable.Unit[m])
                return false;
            goal.Weight[m] = most;
            if (most <= SingleGoal.Same * lottery.Usable.Unit[m])
                goal.Role[m] = MemberRole.AtLeast;
        }
        return true;
    }

    private double[] PricesOf(LotteryAnswer mixed)
    {
        double[] prices = lottery.Arrays.Doubles(lottery.Usable.Count);
        for (int m = 0; m < prices.Length; m++)
            prices[m] = Math.Max(0, mixed.Prices[lottery.Usable.Members[m]]);
        return prices;
    }

    private double[] Ones(int count)
    {
        double[] ones = lottery.Arrays.Doubles(count);
        Array.Fill(ones, 1);
        return ones;
    }
}
