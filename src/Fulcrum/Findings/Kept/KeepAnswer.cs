using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>The answer to 'keep': would a deal be kept, who would break it first and when, which guarantee would be enough. Draws are assumptions, not forecasts.</summary>
/// <param name="Reading">Null for the base case.</param>
/// <param name="Deal">The deal asked about.</param>
/// <param name="Levers">Names of the levers that it includes beside its options.</param>
/// <param name="Kept">None of <paramref name="Breakers"/> would break it.</param>
/// <param name="Breakers">Every party that could break it, in the case's order.</param>
/// <param name="Guarantees">The same deal without a guarantee, then with each that the case knows.</param>
/// <param name="Sentences">What all this comes to.</param>
public sealed record KeepAnswer(
    string Title, string? Reading, string ReadingName, DateOnly AsOf, IReadOnlyList<SingleDealTerm> Deal, IReadOnlyList<string> Levers, Chance Kept,
    IReadOnlyList<BreakerAnswer> Breakers, IReadOnlyList<GuaranteeAnswer> Guarantees, KeptZone Zone, IReadOnlyList<KeptSentence> Sentences, IReadOnlyList<DesignFeature> Checklist,
    KeptMethod Method)
{
    /// <summary>Ids of the parties that sign the deal, or give something in it, and that <see cref="Kept"/> leaves out: the case does not say what a breach would bring them or what would follow.</summary>
    public IReadOnlyList<string> NotAsked { get; init; } = [];

    /// <summary>Ids of the issues whose end would settle the matter and that the deal leaves as they are: there a breach takes nothing.</summary>
    public IReadOnlyList<string> LeavesOpen { get; init; } = [];

    public IReadOnlyList<PowerShiftAnswer> Shifts { get; init; } = [];

    /// <summary>How many issues the case has whose end would settle the matter.</summary>
    internal int Ending { get; init; }

    public IReadOnlyList<InterimAnswer> Interim { get; init; } = [];
}

/// <summary>How the answer was made.</summary>
public sealed record KeptMethod(int Draws, int Done, ulong Seed, string CaseHash, string Version)
{
    public bool Partial => Done < Draws;
}

/// <param name="Id">What 'why' is asked: the same in every run ('keep.breaks.russia').</param>
/// <param name="Marks">As for findings.</param>
/// <param name="Supports">Paths and ids under it: the next step of the chain.</param>
public sealed record KeptSentence(string Id, string Text, string Rests, IReadOnlyList<string> Marks, IReadOnlyList<string> Supports);

/// <summary>One party's choice, points of its own.</summary>
/// <param name="Reward">The deal, kept. <paramref name="Temptation"/>: while it breaks it unanswered. <paramref name="After"/>: what follows, at its worse end, without a guarantee.</param>
/// <param name="Guarantee">What the deal's guarantees take from it, as it believes them.</param>
/// <param name="Slack">By how much keeping is better than breaking at the worse end; negative: it breaks.</param>
/// <param name="Price">What a guarantee would have to take from it, as it believes it, where it breaks the deal.</param>
/// <param name="Breaks">It would break the deal, whoever is first. <paramref name="First"/>: it would be the first.</param>
/// <param name="AtOnce">It would break the deal in the first month.</param>
/// <param name="Month">The month of its breach, where it breaks.</param>
public sealed record BreakerAnswer(
    string Party, string Name, Spread? Reward, Spread? Temptation, Spread? After, Spread? Guarantee, Spread? Slack, Spread? Price, Chance Breaks, Chance First, Chance AtOnce,
    Spread? Month)
{
    /// <summary>What follows where it breaks the deal at once, without a guarantee; <see cref="After"/> counts all the preparing that the case lets go on before, where that makes it better.</summary>
    public Spread? AfterAtOnce { get; init; }
}

/// <param name="Lever">Null for no guarantee at all.</param>
/// <param name="Felt">What it takes from the first-named breaker as that party believes it; by party below.</param>
/// <param name="Kept">The deal with it is kept.</param>
/// <param name="Acceptable">The deal with it is worth having to everyone whose consent is needed, breaches foreseen.</param>
/// <param name="CarriedOut">The guarantor's own payoffs let it act.</param>
/// <param name="NetCost">What acting costs the guarantor beyond its own stake and the cost of standing by.</param>
public sealed record GuaranteeAnswer(
    string? Lever, string Name, string? Holder, string? HolderName, IReadOnlyList<PartyPoints> Felt, Chance Kept, Chance Acceptable, Chance? CarriedOut, Spread? NetCost)
{
    /// <summary>Kept with it, and its guarantor's own payoffs let it act, in the same draw: the guarantee is enough and can be believed to be paid. Null for no guarantee.</summary>
    public Chance? KeptAndCarriedOut { get; init; }
}

public sealed record PartyPoints(string Party, string Name, Spread? Points);

/// <param name="AtTheirWord">A single deal is open if everyone keeps its word. <paramref name="Kept"/>: one that would be kept. <paramref name="Foreseen"/>: one is open today to parties that foresee breaches.</param>
/// <param name="SettlementKept">Where one is open with foresight: the bargaining solution is a deal that is kept.</param>
/// <param name="Parties">What the solution over single deals is worth: at their word, the best kept deal, with foresight.</param>
/// <param name="BestKept">The most frequent best kept deal; null where there is none in any draw.</param>
public sealed record KeptZone(Chance AtTheirWord, Chance Kept, Chance Foreseen, Chance? SettlementKept, IReadOnlyList<KeptHand> Parties, SingleDeal? BestKept);

public sealed record KeptHand(string Party, string Name, Spread? AtTheirWord, Spread? BestKept, Spread? Foreseen);

/// <summary>A feature of agreements that research links with longer peace.</summary>
/// <param name="Says">What is found and how surely; never a number of ours.</param>
/// <param name="Source">Author and year.</param>
public sealed record DesignFeature(string Name, string Says, string Source);

/// <summary>Does a party prefer to fight now to a deal that lets another grow?</summary>
/// <param name="Rising">The party that grows while the deal holds.</param>
/// <param name="Now">Value of fighting now to the party that declines. <paramref name="Waiting"/>: the most that any deal can give it, now and later.</param>
/// <param name="FightsNow">It prefers to fight now.</param>
/// <param name="Shift">Points a month by which its fighting value falls while the deal holds; <paramref name="Bearable"/>: the fastest fall for which a deal can make up month by month.</param>
public sealed record PowerShiftAnswer(string Declining, string DecliningName, string Rising, string RisingName, Spread? Shift, Spread? Now, Spread? Waiting, Chance FightsNow, Spread? Bearable);

/// <summary>An interim agreement as a deal of its own.</summary>
/// <param name="Accepted">Everyone whose consent is needed accepts it.</param>
/// <param name="OpenAfter">After it a single deal is open, and <paramref name="OpenWithout"/> it, one is open today.</param>
public sealed record InterimAnswer(string Id, string Name, IReadOnlyList<SingleDealTerm> Facts, string? Verification, IReadOnlyList<InterimParty> Parties, Chance Accepted, Chance OpenAfter, Chance OpenWithout)
{
    /// <summary>Nobody is touched by more than a twentieth of a point in 90 of 100 draws: what the case says of it is too little to tell who would accept.</summary>
    public bool Idle => Parties.All(p => p.Net is null or { P5: > -InterimParty.Touched, P95: < InterimParty.Touched });
}


/// <param name="Meanwhile">What the months of it are worth against the same months without, weighted by how short they are.</param>
/// <param name="Prospects">What it does to the value of going on without a deal afterwards.</param>
/// <param name="Chances">What the changed chance of the final deal is worth.</param>
/// <param name="Net">All together, with what it learns.</param>
public sealed record InterimParty(string Party, string Name, Spread? Meanwhile, Spread? Prospects, Spread? Chances, Spread? Learns, Spread? Net, Chance Accepts, string Why)
{
    /// <summary>Points below which a party counts as hardly touched.</summary>
    internal const double Touched = 0.05;

    /// <summary>Whether the agreement needs its consent.</summary>
    public bool Consents { get; init; } = true;
}
