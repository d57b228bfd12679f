namespace Fulcrum.Bargaining.Solutions;

/// <summary>What each member is in the programme at hand, and who can gain at all. Shared by the concepts; members are counted as in <see cref="UsableDeals.Members"/>.</summary>
internal sealed class LotteryRoles(UsableDeals usable, LotteryStage stage)
{
    /// <summary>In a party's own unit: below this, a margin is rounding, and a zone no wider than this has no width.</summary>
    public const double Rounding = 1e-9;

    public void SetRole(int m, MemberRole role, double weight = 0, double rise = 0)
    {
        stage.Role[m] = role;
        stage.Weight[m] = weight;
        stage.Rise[m] = rise;
        stage.Linear[m] = 0;
    }

    /// <summary>Whether a member is fixed or out of the programme.</summary>
    public bool Settled(int m) => stage.Role[m] is MemberRole.Fixed or MemberRole.Out;

    /// <summary>What a member claims; where nobody has a claim, or nobody with a claim can gain, all that still can have the same.</summary>
    public double ClaimOf(int m)
    {
        double largest = 0;
        for (int k = 0; k < usable.Count; k++)
            largest = Settled(k) ? largest : Math.Max(largest, usable.Table.Claims[usable.Members[k]]);
        return largest > 0 ? usable.Table.Claims[usable.Members[m]] : 1;
    }

    /// <summary>The role of a member without a claim: one that no deal leaves worse off need not be watched.</summary>
    public MemberRole Free(int m) => usable.Least[m] >= 0 ? MemberRole.Out : MemberRole.AtLeast;

    /// <summary>Whether a mixture leaves nobody worse off; members that cannot gain in any such mixture are fixed, with the choices that hold them.</summary>
    public bool Narrowed()
    {
        for (int round = 0; round <= usable.Count; round++)
        {
            int rising = 0;
            for (int m = 0; m < usable.Count; m++)
            {
                if (Settled(m))
                    continue;
                SetRole(m, MemberRole.Rising, rise: 1);
                rising++;
            }
            if (rising == 0)
                return true;
            stage.Solve();
            double height = stage.Program.Height;
            if (height + Math.Max(0, stage.Program.ProvenGap()) < -Rounding)
                return false;
            if (height > Rounding)
                break;
            stage.Program.Height = Math.Max(0, height);
            stage.Narrow();
        }
        for (int m = 0; m < usable.Count; m++)
        {
            if (!Settled(m))
                SetRole(m, MemberRole.AtLeast);
        }
        return true;
    }

    /// <summary>A member's gain at the programme's answer, in its unit.</summary>
    public double GainOf(int m)
    {
        double gain = usable.Base[m] / usable.Unit[m];
        for (int k = 0; k < stage.Program.Choices; k++)
            gain += stage.Program.Share[k] * usable.Values[stage.Active[k] * usable.Count + m];
        return gain;
    }
}
