using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>
/// The deal that the concept predicts: shares of each option, averaged over the draws in which a deal is open; and the best single deal beside it.
/// </summary>
/// <param name="OpenDraws">Draws over which the shares are averages; with 0 the lists are empty.</param>
/// <param name="Levers">Levers that are an optional term, with the average share of the mixture that includes them.</param>
public sealed record PredictedDeal(int OpenDraws, IReadOnlyList<IssueShares> Issues, IReadOnlyList<LeverShare> Levers, SingleDeal? Single);

public sealed record IssueShares(string Issue, string Name, IReadOnlyList<OptionShare> Options);

/// <param name="Share">0..1, averaged.</param>
/// <param name="Modal">Over the draws with an open deal: 'necessarily' in it, 'possibly', 'never'. Of the draws made, not a proof.</param>
public sealed record OptionShare(string Option, string Name, double Share, bool StatusQuo, string? ContraryTo, string Modal = "possibly");

public sealed record LeverShare(string Lever, string Name, double Share);

/// <summary>The single deal that is the best one in most draws.</summary>
/// <param name="Best">In how many of the draws with an open single deal it is the best.</param>
public sealed record SingleDeal(IReadOnlyList<SingleDealTerm> Terms, Chance Best);

public sealed record SingleDealTerm(string Issue, string IssueName, string Option, string OptionName);

/// <summary>Whether a deal is open. <paramref name="Single"/> is the headline: some single deal leaves everyone whose consent is needed no worse off.</summary>
/// <param name="Margin">Largest worst-party gain over single deals, points; negative where closed.</param>
/// <param name="OpenAtMidRange">The same question with every number at its middle.</param>
/// <param name="Blockers">At mid-range, when closed: without whose consent a deal would be open.</param>
/// <param name="Opens">At mid-range, when closed: what would open it.</param>
public sealed record ZoneAnswer(
    Chance Single, Chance Lottery, Spread? Margin, bool OpenAtMidRange, IReadOnlyList<string> Blockers, IReadOnlyList<ZoneOpening> Opens)
{
    /// <summary>Who blocks, over the draws without an open deal that were looked at.</summary>
    public IReadOnlyList<PartyBlocks> BlockedBy { get; init; } = [];

    /// <summary>At mid-range, when closed: the fewest lever moves that open it together.</summary>
    public IReadOnlyList<OpeningMove> OpeningMoves { get; init; } = [];
}

public sealed record PartyBlocks(string Party, string Name, Chance Chance);

/// <param name="To">The standing to which its holder would move it.</param>
public sealed record OpeningMove(string Lever, string Name, string Holder, string To);

/// <param name="Points">By how much the party's no-deal value would have to fall, others unchanged; null when that alone cannot open it.</param>
public sealed record ZoneOpening(string Party, string Name, double? Points);
