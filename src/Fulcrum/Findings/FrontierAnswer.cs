using System.Numerics;

namespace Fulcrum.Findings;

/// <summary>The efficient single deals of a case with every number at its middle.</summary>
/// <param name="Deals">How many deals there are, as a decimal string (it may exceed any number type).</param>
/// <param name="Parties">Whose points are compared.</param>
/// <param name="Exact">False when the list was thinned; then <see cref="FrontierParty.Epsilon"/> says what that may lose.</param>
public sealed record FrontierAnswer(string Deals, IReadOnlyList<FrontierParty> Parties, bool Exact, IReadOnlyList<FrontierRow> Points, IReadOnlyList<string> Notes);

/// <param name="NoDeal">Points if talks fail; NaN where the case states no course without agreement, and no deal is then called open.</param>
/// <param name="Epsilon">Points by which the list may fall short of an efficient deal; 0 when exact.</param>
/// <param name="Tolerance">Points below which two values count as equal.</param>
public sealed record FrontierParty(string Party, string Name, double NoDeal, double Epsilon, double Tolerance);

/// <summary>Efficient deals of equal values.</summary>
/// <param name="Utilities">One per compared party.</param>
/// <param name="Open">Whether it leaves no compared party worse off than without a deal.</param>
/// <param name="Lottery">Whether no mixture of deals dominates it; null unless asked for.</param>
/// <param name="Count">How many deals have these values.</param>
/// <param name="Deals">The first of them by keys: as many as were asked for, at least one.</param>
public sealed record FrontierRow(IReadOnlyList<double> Utilities, bool Open, bool? Lottery, BigInteger Count, IReadOnlyList<SolvedDeal> Deals)
{
    /// <summary>The first of <see cref="Deals"/>.</summary>
    public SolvedDeal First => Deals[0];
}
