using System.Numerics;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>
/// All deals of a situation, without listing them: a deal takes one choice from every block, and a party's value of it is its constant plus the sum of the
/// points of the choices. Issues that depend on each other stand in one block. Every list of points has one entry per party, in the order of <paramref name="Parties"/>.
/// </summary>
/// <param name="Constants">Points each party has in every deal (levers announced or given away).</param>
public sealed record DealSpace(IReadOnlyList<PartyId> Parties, IReadOnlyList<DealBlock> Blocks, IReadOnlyList<double> Constants)
{
    /// <summary>How many deals there are; 1 for no blocks.</summary>
    public BigInteger Count => Blocks.Aggregate(BigInteger.One, (product, block) => product * block.Count);

    /// <summary>In points: for every deal there is one of listed choices that gives each party at most this much less. 0 when every choice that can matter is listed.</summary>
    public double Gap => Blocks.Sum(block => block.Gap);

    /// <summary>What a deal is worth to each party.</summary>
    /// <exception cref="ArgumentException">Not one choice per block.</exception>
    public double[] ValuesOf(Deal deal)
    {
        ArgumentNullException.ThrowIfNull(deal);
        if (deal.Choices.Count != Blocks.Count)
            throw new ArgumentException($"A deal of this space makes {Blocks.Count} choices, not {deal.Choices.Count}.", nameof(deal));
        double[] values = [.. Constants];
        for (int b = 0; b < Blocks.Count; b++)
        {
            IReadOnlyList<double> points = Blocks[b].Choices[deal.Choices[b]].Points;
            for (int i = 0; i < values.Length; i++)
                values[i] += points[i];
        }
        return values;
    }
}

/// <summary>One issue, several issues that depend on each other, or one optional lever.</summary>
/// <param name="Choices">None at all where everything has been taken off the table: then no deal is open.</param>
/// <param name="Key">Stable name; blocks and choices are ordered by key where an order is needed, so that the order in the file changes nothing.</param>
public sealed record DealBlock(string Key, IReadOnlyList<DealChoice> Choices)
{
    /// <summary>Of a very large block only the efficient choices are listed: how many there are; null where all are listed.</summary>
    public BigInteger? OutOf { get; init; }

    /// <summary>How many choices there are, listed or not.</summary>
    public BigInteger Count => OutOf ?? Choices.Count;

    /// <summary>In points: for every choice that is not listed a listed one gives each party at most this much less. 0 when all that can matter are listed.</summary>
    public double Gap { get; init; }
}

/// <summary>One choice of a block.</summary>
/// <param name="Points">What it is worth to each party, weights included; any real numbers.</param>
/// <param name="Needs">Bit i set: the consent of party i is needed by every deal with this choice.</param>
/// <param name="Terms">What it means in the case: option by issue, and the levers it includes.</param>
public sealed record DealChoice(string Key, IReadOnlyList<double> Points, ulong Needs, DealTerms Terms)
{
    /// <summary>
    /// Bit i set: party i will not sign a deal with this choice (a red line), so no deal with it can have the consent of party i. Choices refused by a party
    /// of every coalition are left out of the block instead.
    /// </summary>
    public ulong RefusedBy { get; init; }
}

/// <summary>What a choice stands for in the case.</summary>
public sealed record DealTerms(IReadOnlyList<(IssueId Issue, OptionId Option)> Options, LeverId? Lever, bool LeverIncluded)
{
    public static readonly DealTerms None = new([], null, false);

    /// <summary>Levers that bring about options of this choice; their holders' consent is needed.</summary>
    public IReadOnlyList<LeverId> DeliveredBy { get; init; } = [];
}

/// <summary>
/// A bargaining situation: the deals, what each party has without one, whose consent is needed, and how hard each bargains.
/// </summary>
/// <param name="NoDeal">r_i: what party i gets when it itself refuses.</param>
/// <param name="Claims">Bargaining weights, 0 or more; a party of claim 0 must only not be worse off.</param>
/// <param name="Coalitions">The sets of parties (bit masks) whose consent makes a deal, minimal ones only; one mask in the usual case of unanimity.</param>
public sealed record BargainingProblem(DealSpace Space, IReadOnlyList<double> NoDeal, IReadOnlyList<double> Claims, IReadOnlyList<ulong> Coalitions);
