using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Findings;

/// <summary>What would open a closed zone, or bring an offer, in the words of the case.</summary>
public static class OpeningComposer
{
    public static OpeningAnswer Compose(Case @case, BargainingProblem problem, AgreementZone zone, OpeningLeversResult levers)
    {
        var order = problem.Space.Parties.ToList();
        ulong needed = problem.Coalitions.Aggregate(0UL, (all, c) => all | c);
        OpeningParty[] parties = [.. @case.Parties.Select(p =>
        {
            int i = order.IndexOf(p.Id);
            double change = zone.NeededChange[i];
            bool isNeeded = (needed >> i & 1) != 0;
            return new OpeningParty(p.Id.Value, p.Name, isNeeded, null, problem.NoDeal[i], !isNeeded ? null : zone.Single ? 0 : double.IsFinite(change) ? change : null);
        })];
        List<string> sentences = zone.Single ? ["A deal is open already."] : [Closed(parties), Moves(@case, levers.Best, levers.Complete, "open a deal")];
        return new OpeningAnswer(
            zone.Single, Finite(zone.Margin), parties, Moved(@case, levers.Best), levers.Complete, Finite(levers.Best?.Margin), null, null, sentences);
    }

    public static OpeningAnswer Compose(Case @case, OfferGapResult gap)
    {
        var order = gap.Space.Parties.ToList();
        OpeningParty[] parties = [.. @case.Parties.Select(p =>
        {
            int i = order.IndexOf(p.Id);
            bool needed = gap.Needed.Contains(p.Id);
            return new OpeningParty(p.Id.Value, p.Name, needed, gap.Values[i], gap.NoDeal[i], needed ? Math.Max(0, -gap.Gains[i]) : null);
        })];
        OpeningChange[]? changes = gap.Terms is null ? null : [.. gap.Terms.Select(t => Change(@case, gap, order, t))];
        var sentences = new List<string>();
        if (gap.Refusing.Count > 0)
        {
            sentences.Add($"The offer holds a term beyond the red line of {Wording.List([.. @case.Parties.Where(p => gap.Refusing.Contains(p.Id)).Select(p => p.Name)])}, whose consent it needs.");
        }
        if (gap.Stands || parties.Any(p => p.Short is > 1e-9))
        {
            sentences.Add(Falls(parties, gap.Stands));
        }
        if (!gap.Stands)
        {
            sentences.Add(changes is null
                ? NotNear(gap)
                : $"{Count(changes.Length, "change of terms", "changes of terms")} would bring it: {string.Join("; ", changes.Select(c => c.Text))}.{Unsettled(gap, changes.Length)}");
            sentences.Add(Moves(@case, gap.Levers, gap.LeversComplete, "bring the offer as it stands"));
        }
        return new OpeningAnswer(
            gap.Stands, gap.Refusing.Count > 0 ? null : Finite(parties.Where(p => p.Needed).Min(p => p.Offer!.Value - p.NoDeal)), parties, Moved(@case, gap.Levers), gap.LeversComplete, Finite(gap.Levers?.Margin),
            changes, changes is null ? null : Finite(gap.Margin), sentences)
        {
            TooFewChanges = gap.TooFew,
            MarginGap = changes is null ? null : Finite(gap.MarginGap),
        };
    }

    private static string Closed(OpeningParty[] parties)
    {
        string[] alone = [.. parties.Where(p => p.Short is > 0).OrderBy(p => p.Short).Select(p => $"{Wording.Enough(p.Short!.Value)} less for {p.Name}")];
        return alone.Length == 0
            ? "No deal is open, and no change of one party's no-deal value alone would open one."
            : $"No deal is open. It would open if failing to agree were worth {string.Join(", or ", alone)}.";
    }

    private static string Falls(OpeningParty[] parties, bool stands)
    {
        string[] falls = [.. parties.Where(p => p.Short is > 1e-9).OrderByDescending(p => p.Short).Select(p => $"{Size(p.Short!.Value)} short for {p.Name}")];
        return stands ? "The offer leaves nobody needed worse off than failing to agree." : $"The offer is {string.Join(", and ", falls)}.";
    }

    private static string NotNear(OfferGapResult gap) => gap switch
    {
        { NoneBring: true } => "No change of its terms brings it: no deal leaves everyone needed at least as well off as failing to agree.",
        { TooFew: 0 } => "No change of its terms was found that brings it; whether any does could not be settled.",
        _ => $"{NoneOfUpTo(gap.TooFew)} brings it; whether more would could not be settled.",
    };

    private static string NoneOfUpTo(int changes) => changes == 1 ? "No single change of its terms" : $"None of up to {Count(changes, "change", "changes").ToLowerInvariant()} of its terms";

    // What is not proven of the changes found.
    private static string Unsettled(OfferGapResult gap, int changes)
    {
        string fewer = gap.TooFew < changes - 1
            ? $" Whether fewer would could not be settled{(gap.TooFew == 0 ? "" : $", but {Count(gap.TooFew, "change is", "changes are").ToLowerInvariant()} too few")}."
            : "";
        string better = gap.MarginGap switch
        {
            0 => "",
            double.PositiveInfinity => " Whether others of as many leave the worst-off better could not be settled.",
            _ => $" Others of as many could leave the worst-off better by {Wording.Enough(gap.MarginGap)} at most.",
        };
        return fewer + better;
    }

    private static string Moves(Case @case, Opening? opening, bool complete, string does) => opening switch
    {
        null when complete || @case.Levers.Count == 0 => $"No lever moves would {does}.",
        null => $"No lever moves were found that would {does}.",
        { Moves.Count: 0 } => $"No lever needs to move to {does}.",
        _ => $"{Count(opening.Moves.Count, "lever move", "lever moves")} would {does}: {string.Join("; ", opening.Moves.Select(m => $"{@case.Lever(m.Lever).Name} {StandingWord(m.To)}"))}.",
    };

    private static OpeningLeverMove[]? Moved(Case @case, Opening? opening) => opening is null
        ? null
        : [.. opening.Moves.Select(m => new OpeningLeverMove(m.Lever.Value, @case.Lever(m.Lever).Name, @case.Lever(m.Lever).Holder.Value, StandingWord(m.To)))];

    private static OpeningChange Change(Case @case, OfferGapResult gap, List<PartyId> order, TermChange change)
    {
        DealBlock block = gap.Space.Blocks[change.Block];
        DealTerms now = block.Choices[change.Choice].Terms, was = block.Choices[gap.Offer.Choices[change.Block]].Terms;
        double[] points = [.. @case.Parties.Select(p => change.Points[order.IndexOf(p.Id)])];
        if (now.Lever is { } lever)
        {
            return new OpeningChange($"{(now.LeverIncluded ? "with" : "without")} {@case.Lever(lever).Name}", new Dictionary<string, string>(), lever.Value, now.LeverIncluded, points);
        }
        var changed = now.Options.Where(o => was.Options.All(w => w != o)).ToList();
        string text = changed.Count == 0
            ? $"{@case.Issue(now.Options[0].Issue).Name} brought about by {string.Join(", ", now.DeliveredBy.Select(l => @case.Lever(l).Name).DefaultIfEmpty("the parties"))}"
            : string.Join(", ", changed.Select(o => $"{@case.Issue(o.Issue).Name}: {OptionName(@case, o)} instead of {OptionName(@case, was.Options.First(w => w.Issue == o.Issue))}"));
        return new OpeningChange(text, now.Options.ToDictionary(o => o.Issue.Value, o => o.Option.Value), null, false, points);
    }

    private static string OptionName(Case @case, (IssueId Issue, OptionId Option) term) => @case.Issue(term.Issue).Options[@case.Issue(term.Issue).IndexOf(term.Option)].Name;

    private static string StandingWord(Standing standing) => standing switch
    {
        Standing.Reserve => "in reserve",
        Standing.Announced => "announced",
        Standing.InForce => "in force",
        Standing.GivenAway => "given away",
        _ => "gone",
    };

    private static string Count(int count, string one, string many) => count switch
    {
        1 => $"One {one}",
        2 => $"Two {many}",
        3 => $"Three {many}",
        4 => $"Four {many}",
        5 => $"Five {many}",
        6 => $"Six {many}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} {many}"),
    };

    private static string Size(double points) => points < 1 ? "less than a point" : Wording.Count((int)Math.Round(points, MidpointRounding.ToEven), "point", "points");

    private static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;
}
