using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>The answer to 'credibility': which threats and promises their holders would carry out, against what is believed; and what beliefs do to the room for a deal.</summary>
public sealed record CredibilityAnswer(
    string Title, string? Reading, string ReadingName, DateOnly AsOf, IReadOnlyList<UndertakingAnswer> Undertakings, IReadOnlyList<HolderRecord> Records, BeliefAnswer? Beliefs,
    IReadOnlyList<KeptSentence> Sentences, KeptMethod Method)
{
    /// <summary>Names of levers that change failure or a breach for everybody, of which the case does not say what that means to their holder.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}

/// <param name="Id">Of the sentence about it, where it is flagged.</param>
/// <param name="Kind">threat, answer to a breach, or promise.</param>
/// <param name="To">Whose refusal or breach it answers; null for a promise, and where it answers anybody's.</param>
/// <param name="Stated">How far the case says that it is believed, and the mark of that number; in full where it says nothing (<see cref="BeliefStated"/>).</param>
/// <param name="Derived">In how many draws the holder's own payoffs let it act; null where the case states no cost, stake or cost of backing down.</param>
/// <param name="Net">What acting costs it beyond its stake and the cost of backing down; <paramref name="Cost"/>: without the cost of backing down.</param>
/// <param name="Flagged">The two differ by a quarter or more.</param>
/// <param name="Devices">What would close the gap, where it is believed more than its holder would act, and acting is not in its interest at the median.</param>
public sealed record UndertakingAnswer(
    string Id, string Lever, string Name, string Holder, string HolderName, string Kind, string? To, Spread? Stated, string Mark, Chance? Derived, Spread? Cost, Spread? Net, bool Flagged,
    IReadOnlyList<string> Devices)
{
    /// <summary>Whether the case says how far it is believed; without a word it counts as believed in full.</summary>
    public bool BeliefStated { get; init; }

    /// <summary>It is stated as believed more than its holder's own payoffs let it act.</summary>
    internal bool Overbelieved { get; init; }
}

/// <summary>What became of a party's threats and promises in the ledger.</summary>
/// <param name="CarriedOutShare">Posterior of the share carried out (Jeffreys prior), over those that were decided; null where none was.</param>
public sealed record HolderRecord(string Party, string Name, int Made, int CarriedOut, int Withdrawn, int Open, ShareBroken? CarriedOutShare);

/// <param name="Margin">What the one who gains least gains in the deal that is best for it, in points of its own 100; negative: nothing is open.</param>
/// <param name="Open">A deal is open in the case, and <paramref name="BelievedOpen"/> with each party's own values.</param>
/// <param name="MutualOptimism">Every believer thinks better of its no-deal than the case does.</param>
/// <param name="ClosedByBeliefs">Open in the case and closed in the parties' own values.</param>
public sealed record BeliefAnswer(
    Chance Open, Chance BelievedOpen, Spread? Margin, Spread? BelievedMargin, Chance MutualOptimism, Chance ClosedByBeliefs, IReadOnlyList<BelieverAnswer> Believers,
    IReadOnlyList<PerceivedLeverage> Leverage)
{
    /// <summary>Where the case is one issue that two divide; else null.</summary>
    public DividedRange? Range { get; init; }
}

/// <summary>Of 100 parts of an issue, those that both parties to it would rather have than fail (Fearon 1995); negative where there are none.</summary>
public sealed record DividedRange(string Issue, string Name, Spread InCase, Spread Believed);

/// <param name="Optimism">Points by which it thinks better of its no-deal than the case does; <paramref name="Optimistic"/>: in how many draws by a point or more.</param>
/// <param name="Bluff">Change of the other principals' hands if everyone believed what it believes of its own no-deal.</param>
/// <param name="OpensIfCorrected">Of the draws closed by beliefs: open if it alone came to see things as the case does; null where none is closed.</param>
public sealed record BelieverAnswer(string Party, string Name, string ReadingId, string Reading, Spread? Optimism, Chance Optimistic, IReadOnlyList<PartyPoints> Bluff, Chance? OpensIfCorrected);

/// <summary>A lever's credibility in the case and in the eyes of a party at which it is aimed.</summary>
public sealed record PerceivedLeverage(string Lever, string Name, string Audience, string AudienceName, string Actual, string Perceived);
