using Fulcrum.Cases;

namespace Fulcrum.Commitments;

/// <summary>When a lever would be carried out.</summary>
internal enum Occasion
{
    /// <summary>The named party refused a deal: a threat, which costs its maker when it fails.</summary>
    Refusal,

    /// <summary>The named party broke a deal.</summary>
    Breach,

    /// <summary>A deal was made: a promise, which costs its maker when it succeeds (Schelling 1960).</summary>
    Deal,
}

/// <summary>One thing that a holder threatens or promises.</summary>
/// <param name="Lever">Index of the lever in the case.</param>
/// <param name="Other">The party whose refusal or breach it answers; null for a promise, and where it answers anybody's.</param>
internal sealed record Undertaking(int Lever, Occasion Occasion, PartyId? Other);

/// <summary>What carrying out a threat, a promise or a guarantee means to its holder, from its own payoffs in one draw (docs/guide/credibility.md).</summary>
internal static class Holding
{
    /// <summary>
    /// Every threat and answer to a breach that names a party, and every promise; those towards everybody where the case states the holder's costs or stakes, because
    /// much that changes failure or a breach for all (aid, an alliance) threatens nobody.
    /// </summary>
    public static IReadOnlyList<Undertaking> Of(Case @case)
    {
        var all = new List<Undertaking>();
        for (int l = 0; l < @case.Levers.Count; l++)
        {
            Lever lever = @case.Levers[l];
            all.AddRange(lever.RefusedBy.Keys.Where(p => p != lever.Holder).Select(p => new Undertaking(l, Occasion.Refusal, p)));
            all.AddRange(lever.BreachBy.Keys.Where(p => p != lever.Holder).Select(p => new Undertaking(l, Occasion.Breach, p)));
            if ((lever.Deal.Count > 0 || lever.Worth.Count > 0) && lever.RefusedBy.Count == 0)
            {
                all.Add(new Undertaking(l, Occasion.Deal, null));
            }
            all.AddRange(TowardsAll(@case, l).Where(u => IsStated(@case, u)));
        }
        return all;
    }

    /// <summary>Levers that change failure or a breach for everybody, of which the case does not say what that costs or brings their holder: they are no threat to anybody that could be judged.</summary>
    public static IReadOnlyList<Lever> LeftOut(Case @case) =>
        [.. Enumerable.Range(0, @case.Levers.Count).Where(l => TowardsAll(@case, l).Any(u => !IsStated(@case, u))).Select(l => @case.Levers[l])];

    private static IEnumerable<Undertaking> TowardsAll(Case @case, int place)
    {
        Lever lever = @case.Levers[place];
        if (lever.RefusedBy.Count == 0 && lever.NoDeal.Any(e => e.Key != lever.Holder && e.Value.Shape.Middle < 0))
        {
            yield return new Undertaking(place, Occasion.Refusal, null);
        }
        if (lever.BreachBy.Count == 0 && lever.Breach.Keys.Any(p => p != lever.Holder))
        {
            yield return new Undertaking(place, Occasion.Breach, null);
        }
    }

    /// <summary>Whether the case says anything about what carrying it out means to the holder.</summary>
    public static bool IsStated(Case @case, Undertaking undertaking)
    {
        Lever lever = @case.Levers[undertaking.Lever];
        return lever.CostsHolder is not null || lever.BackingDown is not null || OwnEffect(lever, undertaking) is not null || OwnEffectOfAll(lever, undertaking) is not null;
    }

    /// <summary>Whether the case says how far it is believed, on that occasion or at all.</summary>
    public static bool IsBeliefStated(Lever lever, Undertaking undertaking) =>
        lever.Credibility.General is not null || lever.Credibility.ByStanding.Count > 0 || lever.Credibility.SeenBy.Count > 0
        || (undertaking.Occasion == Occasion.Breach && lever.Credibility.Breach is not null);

    /// <summary>
    /// Cost of carrying it out, less what the holder itself gains by doing so, less what not doing so would cost it (audience or reputation cost; Fearon
    /// 1994). At most 0: carrying it out is in its own interest.
    /// </summary>
    public static double NetCost(Case @case, Undertaking undertaking, CaseNumbers numbers)
    {
        Lever lever = @case.Levers[undertaking.Lever];
        return Cost(lever, undertaking, numbers) - Number(lever.BackingDown, numbers);
    }

    /// <summary>The same without the cost of backing down: what it costs the holder beyond its own stake.</summary>
    public static double Cost(Case @case, Undertaking undertaking, CaseNumbers numbers) => Cost(@case.Levers[undertaking.Lever], undertaking, numbers);

    /// <summary>Of a guarantee after a breach by that party.</summary>
    public static double NetCost(Lever lever, PartyId breaker, CaseNumbers numbers) =>
        Cost(lever, new Undertaking(0, Occasion.Breach, breaker), numbers) - Number(lever.BackingDown, numbers);

    private static double Cost(Lever lever, Undertaking undertaking, CaseNumbers numbers) =>
        Number(lever.CostsHolder, numbers) - Number(OwnEffect(lever, undertaking), numbers) - Number(OwnEffectOfAll(lever, undertaking), numbers);

    private static Quantity? OwnEffect(Lever lever, Undertaking undertaking) => (undertaking.Occasion, undertaking.Other) switch
    {
        (Occasion.Deal, _) => lever.Deal.GetValueOrDefault(lever.Holder),
        (Occasion.Refusal, { } other) => lever.RefusedBy.GetValueOrDefault(other)?.GetValueOrDefault(lever.Holder),
        (Occasion.Breach, { } other) => lever.BreachBy.GetValueOrDefault(other)?.GetValueOrDefault(lever.Holder),
        _ => null,
    };

    // Whoever refused or broke the deal.
    private static Quantity? OwnEffectOfAll(Lever lever, Undertaking undertaking) => undertaking.Occasion switch
    {
        Occasion.Breach => lever.Breach.GetValueOrDefault(lever.Holder),
        Occasion.Refusal => lever.NoDeal.GetValueOrDefault(lever.Holder),
        _ => null,
    };

    internal static double Number(Quantity? quantity, CaseNumbers numbers) => quantity is null ? 0 : numbers[quantity];
}
