using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>A deal on one line.</summary>
internal static class DealLines
{
    /// <summary>Every term, and the levers that it includes.</summary>
    public static string Whole(SolvedDeal deal) => string.Join("; ", [.. deal.Terms.Select(Term), .. deal.LeverNames.Select(l => $"with {l}")]);

    /// <summary>Only what differs from another deal of the same case.</summary>
    public static string Against(SolvedDeal other, SolvedDeal deal) => string.Join("; ",
        [.. deal.Terms.Except(other.Terms).Select(Term), .. deal.LeverNames.Except(other.LeverNames).Select(l => $"with {l}"), .. other.LeverNames.Except(deal.LeverNames).Select(l => $"without {l}")]);

    private static string Term(SingleDealTerm term) => $"{term.IssueName}: {term.OptionName}";
}
