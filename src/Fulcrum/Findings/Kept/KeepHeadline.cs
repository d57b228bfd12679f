using Fulcrum.Cases;
using Fulcrum.Commitments;

namespace Fulcrum.Findings.Kept;

/// <summary>Of whom it is said that they would keep a deal, who was not asked, and what the deal leaves open.</summary>
internal static class KeepHeadline
{
    /// <summary>'Neither A nor B would gain by breaking this deal in 9 of 10 draws.' A deal that ends nothing is not called kept: a breach takes nothing from it.</summary>
    public static string Text(KeepAnswer answer)
    {
        string[] names = [.. answer.Breakers.Select(b => b.Name)];
        return EndsNothing(answer)
            ? $"This deal leaves open what it would have to end ({Left(answer)}), so that a breach takes little or nothing from anybody; that {Subject(names)} gain by one {answer.Kept.InDraws} does not say that a settlement would be kept."
            : $"{Wording.Capital(Subject(names))} gain by breaking this deal {Wording.Frequency(answer.Kept)}.";
    }

    /// <summary>Who was not asked and why, and what the deal leaves open beside what it ends; empty where there is nothing to say.</summary>
    public static string Limits(Case @case, KeepAnswer answer)
    {
        PartyId[] silent = [.. answer.NotAsked.Select(p => new PartyId(p))];
        string Named(IEnumerable<PartyId> parties) => Wording.List([.. parties.Select(p => @case.Party(p).Name)]);
        PartyId[] unfollowed = [.. silent.Where(p => @case.NoDeal?.AfterBreachOf(p) is null)], others = [.. silent.Except(unfollowed)];
        return string.Join(' ', new[]
        {
            unfollowed.Length == 0 ? "" : $"Not asked: {Named(unfollowed)}, as the case does not say what follows a breach by {(unfollowed.Length == 1 ? "it" : "them")}.",
            others.Length == 0 ? "" : $"Not asked: {Named(others)}, as the case does not say what a breach would bring {(others.Length == 1 ? "it" : "them")}.",
            answer.LeavesOpen.Count == 0 || EndsNothing(answer) ? "" : $"The deal leaves open: {Left(answer)}.",
        }.Where(s => s.Length > 0));
    }

    /// <summary>For 'a deal that ... break': those who were asked.</summary>
    public static string WhoWouldBreak(KeepAnswer answer) => answer.Breakers.Count switch
    {
        1 => $"{answer.Breakers[0].Name} would not",
        2 => "neither would",
        _ => "none of them would",
    };

    /// <summary>Ids of those who sign the deal, or give something in it, and for whom the case does not say enough to ask whether they would break it; in its order.</summary>
    public static string[] NotAsked(KeepInput input) =>
        [.. input.Case.Parties
            .Where(p => p.Role == PartyRole.Principal || input.Case.Consent.All.Contains(p.Id) || input.Case.Consent.Of.Contains(p.Id) || input.Levers.Any(l => input.Case.Lever(l).Holder == p.Id))
            .Where(p => !BreachDeriving.CanBreak(input.Case, p.Id)).Select(p => p.Id.Value)];

    /// <summary>The issues whose end would settle the matter and that the deal leaves as they are.</summary>
    public static string[] LeavesOpen(KeepInput input) =>
        [.. input.Case.Issues.Where((issue, k) => issue.Ends && input.Options[k] == issue.StatusQuo).Select(i => i.Id.Value)];

    private static bool EndsNothing(KeepAnswer answer) => answer.LeavesOpen.Count > 0 && answer.LeavesOpen.Count == answer.Ending;

    private static string Left(KeepAnswer answer) =>
        string.Join("; ", answer.Deal.Where(t => answer.LeavesOpen.Contains(t.Issue)).Select(t => $"{t.IssueName}: {t.OptionName}"));

    private static string Subject(string[] names) => names.Length switch
    {
        1 => $"{names[0]} would not",
        2 => $"neither {names[0]} nor {names[1]} would",
        _ => $"none of {Wording.List(names)} would",
    };
}
