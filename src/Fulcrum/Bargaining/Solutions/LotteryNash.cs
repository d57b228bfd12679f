using Fulcrum.Numerics;

namespace Fulcrum.Bargaining.Solutions;

/// <summary>The Nash solution over mixtures (Nash 1950), with claims as weights.</summary>
internal sealed class LotteryNash(UsableDeals usable, LotteryStage stage, LotteryRoles roles)
{
    // In a party's own unit: gains smaller than this are looked at again, as the party may be unable to gain.
    private const double Doubtful = 1e-6;

    private readonly LotteryShortlist shortlist = new(usable, stage);
    private double[] shares = [];

    /// <summary>
    /// From the start if there is one, then directly; only when a party seems unable to gain is that settled by narrowing. False when no mixture leaves nobody
    /// worse off.
    /// </summary>
    public bool Solve(LotteryStart? start)
    {
        SetRoles();
        if (start is { } near && near.Fits(usable.Table) && shortlist.Solve(near))
        {
            if (LeastWeighedGain() > Doubtful)
                return true;
            stage.UseAll();
        }
        InteriorPointStatus status = stage.Solve();
        if (status == InteriorPointStatus.Infeasible)
            return false;
        if (status == InteriorPointStatus.Solved && LeastWeighedGain() > Doubtful)
            return true;
        stage.Begin(usable);
        for (int m = 0; m < usable.Count; m++)
            roles.SetRole(m, MemberRole.AtLeast);
        if (!roles.Narrowed())
            return false;
        SetRoles();
        stage.Solve();
        return true;
    }

    private void SetRoles()
    {
        if (shares.Length < usable.Count)
            shares = new double[usable.Count];
        double total = 0;
        for (int m = 0; m < usable.Count; m++)
            total += roles.Settled(m) ? 0 : roles.ClaimOf(m);
        for (int m = 0; m < usable.Count; m++)
        {
            if (roles.Settled(m))
                continue;
            shares[m] = roles.ClaimOf(m) / total;
        }
        for (int m = 0; m < usable.Count; m++)
        {
            if (!roles.Settled(m))
                roles.SetRole(m, shares[m] > 0 ? MemberRole.Weighed : roles.Free(m), weight: shares[m]);
        }
    }

    private double LeastWeighedGain()
    {
        double least = double.PositiveInfinity;
        for (int i = 0; i < stage.Program.Rows; i++)
            least = stage.Program.Kind[i] == RowKind.Weighed ? Math.Min(least, stage.Program.Weight[i] / stage.Program.Price[i]) : least;
        return least;
    }
}
