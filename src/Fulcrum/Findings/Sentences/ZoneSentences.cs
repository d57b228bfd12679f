using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings.Tables;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Sentences;

/// <summary>Whether a deal is open, and whether the same was true when none was made.</summary>
internal static class ZoneSentences
{
    /// <summary>The reality check speaks when a deal was open in at least this share of the draws on every earlier date.</summary>
    private const double OpenAllAlong = 0.5;

    public static Draft Zone(DrawTable table, ZoneAnswer zone)
    {
        RestingOn resting = RestingOn.Of(table, "the room for a deal", d => d.Margin);
        return new Draft(
            FindingKind.Zone, Text(table.Case, zone),
            Draft.Join(RestsOn(table.Input), resting.Text, Blocked(zone), string.Join(" ", table.Input.Stress.Select(s => $"{Wording.Capital(s.Name)}: {s.Open.InDraws}.")), Closed(table.Case, zone)),
            resting.MarksWith(table.Input.RestsOn.Count > 0 ? ["?"] : []),
            table.Input.RestsOn.Select(r => r.Path).Concat(resting.Supports).Distinct(StringComparer.Ordinal).ToArray());
    }

    private static string Blocked(ZoneAnswer zone) =>
        zone.BlockedBy.Count == 0 ? "" : $"Where none is open, in the way stands {string.Join("; ", zone.BlockedBy.Select(b => $"{b.Name} {b.Chance.InDraws}"))}.";

    private static string Text(Case @case, ZoneAnswer zone)
    {
        string who = Whose(@case);
        string open = zone.Single.Hits == 0
            ? $"No single deal leaves {who} at least as well off as failing talks, in any of the draws made"
            : $"A single deal that leaves {who} at least as well off as failing talks is open {Wording.Frequency(zone.Single)}";
        string mixture = zone.Lottery.Hits > zone.Single.Hits ? $"; a mixture of deals {zone.Lottery.InDraws}" : "";
        return $"{open}{mixture}.";
    }

    /// <summary>Whose consent a deal needs, as the object of a sentence.</summary>
    public static string Whose(Case @case)
    {
        string all = @case.Consent.All.Count == 0 ? "" : Wording.List(@case.Consent.All.Select(p => @case.Party(p).Name).ToArray());
        if (@case.Consent.AtLeast == 0 || @case.Consent.Of.Count == 0)
        {
            return all.Length > 0 ? all : "everyone whose consent is needed";
        }
        string some = FormattableString.Invariant($"{@case.Consent.AtLeast} of {Wording.List(@case.Consent.Of.Select(p => @case.Party(p).Name).ToArray())}");
        return all.Length == 0 ? $"at least {some}" : $"{all} and at least {some}";
    }

    private static string RestsOn(AnalysisInput input)
    {
        TellingNumber[] flips = input.RestsOn.Where(r => r.Flips).ToArray();
        return flips.Length > 0 ? $"{(flips.Length == 1 ? "One number" : "Each of these numbers")} without a source can turn it alone, at one end of its range: {string.Join(", ", flips.Select(r => r.Path))}."
            : input.RestsOn.Count > 0 ? $"Without a source and most telling: {string.Join(", ", input.RestsOn.Select(r => r.Path))}; none of them turns it alone."
            : "";
    }

    private static string Closed(Case @case, ZoneAnswer zone)
    {
        if (zone.OpenAtMidRange)
        {
            return "";
        }
        string blockers = zone.Blockers.Count == 0 ? "" : $"With every number at its middle no deal is open because of {Wording.List(zone.Blockers.Select(b => @case.Party(new PartyId(b)).Name).ToArray())}.";
        string opens = string.Join("; ", zone.Opens.Where(o => o.Points is not null).Select(o => $"{o.Name} by {Wording.Enough(o.Points!.Value)}"));
        string moves = Wording.List(zone.OpeningMoves.Select(m => $"{m.Holder} moving '{m.Name}' to {m.To}").ToArray());
        return Draft.Join(blockers, zone.OpeningMoves.Count == 0 ? "" : $"The fewest lever moves that open it: {moves}.", opens.Length == 0 ? "" : $"It would open if one of these had this much less without a deal: {opens}.");
    }

    /// <summary>Null when a deal was not open all along, or there is no ledger to replay.</summary>
    public static Draft? RealityCheck(DrawTable table, IReadOnlyList<TimelinePoint> timeline)
    {
        TimelinePoint[] earlier = timeline.Where(t => t.Date < table.Input.Plan.AsOf).ToArray();
        if (table.Case.Moves.Count == 0 || earlier.Length == 0 || earlier.Any(t => t.Open.Share < OpenAllAlong))
        {
            return null;
        }
        RestingOn resting = RestingOn.Of(table, "the room for a deal", d => d.Margin);
        Chance least = earlier.MinBy(t => t.Open.Hits)!.Open;
        return new Draft(
            FindingKind.RealityCheck,
            $"The same assumptions say that a deal was open on {EarlierDates(table)} since {Wording.Day(earlier[0].Date)}, when none was made: at the least favourable date {Wording.Frequency(least)}.",
            "Do not read an open deal as a forecast: either something that the case leaves out stood in the way, or a number on which it rests is wrong.",
            resting.MarksWith(table.Input.RestsOn.Count > 0 ? ["?"] : []), [.. table.Input.RestsOn.Select(r => r.Path).Concat(resting.Supports).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>What 'open all along' is said of: every date, or those that were looked at.</summary>
    public static string EarlierDates(DrawTable table)
    {
        CasePlan plan = table.Input.Plan;
        return plan.Dates.Count == plan.AllDates ? "every earlier date of the ledger"
            : $"each of the {plan.Dates.Count - 1} earlier dates looked at, of {plan.AllDates - 1} in the ledger";
    }

    public static Draft? Deal(DrawTable table, PredictedDeal? deal)
    {
        if (deal is null || deal.OpenDraws == 0)
        {
            return null;
        }
        RestingOn resting = LeastSettled(table, deal);
        string terms = string.Join("; ", deal.Issues.Select(i => i.Options.MaxBy(o => o.Share) is { } top ? $"{i.Name}: {top.Name} {Share(top.Share)}" : ""));
        return new Draft(
            FindingKind.PredictedDeal, $"Where a deal is open, the bargaining solution most often contains - {terms} (average share of the mixture, of 100).",
            "What the parties' stated preferences and alternatives would support, not a forecast."
            + (resting.Text.Length == 0 ? " It rests on every weight, value and no-deal number; 'fulcrum sensitivity' tells which of them move it most." : $" {resting.Text}"),
            resting.MarksWith(), resting.Supports);
    }

    // Of all issues the one whose leading option's share differs most from draw to draw says best what the deal hangs on.
    private static RestingOn LeastSettled(DrawTable table, PredictedDeal deal)
    {
        (int Issue, int Option) Leading(IssueShares shares, int issue) => (issue, Enumerable.Range(0, shares.Options.Count).MaxBy(o => shares.Options[o].Share));
        double Spread((int Issue, int Option) at) =>
            table.Draws.Where(d => d.OptionShares is not null).Average(d => Math.Abs(d.OptionShares![at.Issue][at.Option] - deal.Issues[at.Issue].Options[at.Option].Share));
        (int issue, int option) = deal.Issues.Select(Leading).MaxBy(Spread);
        return RestingOn.Of(
            table, $"the share of '{deal.Issues[issue].Options[option].Name}' ({deal.Issues[issue].Name}), which differs most from draw to draw,", d => d.OptionShares?[issue][option] ?? double.NaN);
    }

    private static string Share(double share) => Wording.Points(Math.Clamp(100 * share, 1, 99));
}
