using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>The numbers of one lever in one draw. How much of them counts in which standing is the table of docs/guide/levers.md.</summary>
internal sealed class LeverEffects
{
    private readonly double[][] _credibility;

    private LeverEffects(Lever lever, DrawModel model)
    {
        int parties = model.Layout.Parties.Length;
        Holder = model.Layout.PartyOf[lever.Holder];
        Deal = model.PerParty(lever.Deal);
        foreach (WorthStep step in lever.Worth)
        {
            AddStep(step, model);
        }
        NoDeal = model.PerParty(lever.NoDeal);
        RefusedBy = new double[parties][];
        foreach ((PartyId refuser, IReadOnlyDictionary<PartyId, Quantity> effects) in lever.RefusedBy)
        {
            RefusedBy[model.Layout.PartyOf[refuser]] = model.PerParty(effects);
        }
        HasNoDeal = lever.NoDeal.Count > 0;
        CostsHolder = lever.CostsHolder is { } cost ? model.Numbers[cost] : 0;
        _credibility = Enum.GetValues<Standing>().Select(standing => CredibilityIn(standing, lever.Credibility, model)).ToArray();
        HasDeal = Deal.Any(points => points != 0);
    }

    public int Holder { get; }

    /// <summary>Points of having it in a deal, in full, per party.</summary>
    public double[] Deal { get; }

    public bool HasDeal { get; }

    public double[] NoDeal { get; }

    public bool HasNoDeal { get; }

    /// <summary>[refuser][party]; null where that refusal triggers nothing.</summary>
    public double[]?[] RefusedBy { get; }

    public double CostsHolder { get; }

    public static LeverEffects Of(Lever lever, DrawModel model) => new(lever, model);

    /// <summary>
    /// How far the lever in that standing is believed by <paramref name="audience"/>: for what is announced or in force a credibility that a move gave it;
    /// else as stated for that audience; else for that standing (in force: as announced, unless stated); else in general; else 1.
    /// </summary>
    public double Credibility(LeverState state, Standing standing, int audience) =>
        state.Credibility is { } given && standing is Standing.Announced or Standing.InForce ? given : _credibility[(int)standing][audience];

    /// <summary>The factor of its points that every deal carries.</summary>
    public double InEveryDeal(LeverState state, int audience) =>
        state[Standing.Announced] * Credibility(state, Standing.Announced, audience)
        + state[Standing.InForce] * Credibility(state, Standing.InForce, audience)
        + state[Standing.GivenAway];

    /// <summary>The factor of its points in a deal that includes it as a term.</summary>
    public double AsTerm(LeverState state, int audience) => state[Standing.Reserve] * Credibility(state, Standing.Reserve, audience);

    /// <summary>The factor of its points where no deal is made.</summary>
    public double WithoutDeal(LeverState state, int audience) =>
        AsTerm(state, audience) + state[Standing.Announced] * Credibility(state, Standing.Announced, audience) + state[Standing.InForce] + state[Standing.GivenAway];

    private void AddStep(WorthStep step, DrawModel model)
    {
        int issue = model.Layout.IssueOf[step.Issue];
        double[] from = model.Points[issue][model.Layout.Issues[issue].Issue.IndexOf(step.From)];
        double[] to = model.Points[issue][model.Layout.Issues[issue].Issue.IndexOf(step.To)];
        for (int p = 0; p < Deal.Length; p++)
        {
            Deal[p] += to[p] - from[p];
        }
    }

    private static double[] CredibilityIn(Standing standing, Credibility stated, DrawModel model)
    {
        double usual = 1;
        if (stated.ByStanding.TryGetValue(standing, out Quantity? here)
            || (standing == Standing.InForce && stated.ByStanding.TryGetValue(Standing.Announced, out here)))
        {
            usual = model.Numbers[here];
        }
        else if (stated.General is { } general)
        {
            usual = model.Numbers[general];
        }
        return Array.ConvertAll(model.Layout.Parties, party => stated.SeenBy.TryGetValue(party.Id, out Quantity? seen) ? model.Numbers[seen] : usual);
    }
}
