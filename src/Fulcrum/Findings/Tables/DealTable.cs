using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Tables;

/// <summary>The predicted deal and the agreement zone.</summary>
internal static class DealTable
{
    /// <summary>Smaller shares of a mixture are rounding.</summary>
    private const double Noticeable = 1e-6;

    public static PredictedDeal Deal(DrawTable table)
    {
        DrawResult[] open = table.Draws.Where(d => d.OptionShares is not null).ToArray();
        return open.Length == 0
            ? new PredictedDeal(0, [], [], Single(table))
            : new PredictedDeal(open.Length, table.Case.Issues.Select((issue, i) => Shares(issue, i, open)).ToArray(), Levers(table.Case, open), Single(table));
    }

    private static IssueShares Shares(Issue issue, int index, DrawResult[] open) => new(
        issue.Id.Value, issue.Name,
        issue.Options.Select((option, o) => new OptionShare(
            option.Id.Value, option.Name, open.Average(d => d.OptionShares![index][o]), o == issue.StatusQuo, option.ContraryTo,
            Likelihood.ModalWord(Chance.Over(open, d => d.OptionShares![index][o] > Noticeable)))).ToArray());

    private static LeverShare[] Levers(Case @case, DrawResult[] open) =>
        @case.Levers
            .Select((lever, l) => (lever, l))
            // A lever that delivers an option is told by that option's own share.
            .Where(pair => pair.lever.Delivers.Count == 0)
            .Select(pair => new LeverShare(pair.lever.Id.Value, pair.lever.Name, open.Average(d => d.LeverShares?[pair.l] ?? 0)))
            .Where(share => share.Share > 0)
            .ToArray();

    // The most frequent single deal; of equally frequent ones the first by its option ids, so that the order of the file changes nothing.
    private static SingleDeal? Single(DrawTable table)
    {
        DrawResult[] open = table.Draws.Where(d => d.SingleOptions is not null).ToArray();
        if (open.Length == 0)
        {
            return null;
        }
        var best = open
            .GroupBy(d => string.Join('\n', KeysOf(table.Case, d.SingleOptions!)), StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First();
        int[] options = best.First().SingleOptions!;
        SingleDealTerm[] terms = table.Case.Issues
            .Select((issue, i) => new SingleDealTerm(issue.Id.Value, issue.Name, issue.Options[options[i]].Id.Value, issue.Options[options[i]].Name))
            .ToArray();
        return new SingleDeal(terms, new Chance(best.Count(), open.Length));
    }

    private static IEnumerable<string> KeysOf(Case @case, int[] options) =>
        @case.Issues.Select((issue, i) => $"{issue.Key}={issue.Options[options[i]].Key}").Order(StringComparer.Ordinal);

    public static ZoneAnswer Zone(DrawTable table)
    {
        AgreementZone? middle = table.Input.MiddleZone;
        bool openAtMiddle = middle?.Single ?? table.Input.Middle?.ZoneSingle ?? false;
        string[] blockers = middle is { Single: false } ? middle.Blockers.Select(b => b.Value).ToArray() : [];
        return new ZoneAnswer(
            table.Chance(d => d.ZoneSingle), table.Chance(d => d.ZoneLottery), table.Spread(d => d.Margin), openAtMiddle, blockers, Openings(table, middle))
        {
            BlockedBy = table.Input.Blockers.Count == 0 ? [] : table.Case.Parties
                .Select(p => new PartyBlocks(p.Id.Value, p.Name, Chance.Over(table.Input.Blockers, b => b.Contains(p.Id))))
                .Where(b => b.Chance.Hits > 0).OrderByDescending(b => b.Chance.Hits).ThenBy(b => b.Party, StringComparer.Ordinal).ToArray(),
            OpeningMoves = table.Input.OpeningMoves?.Moves.Select(m => OpeningMove(table.Case, m.Lever, m.To)).ToArray() ?? [],
        };
    }

    private static OpeningMove OpeningMove(Case @case, LeverId id, Standing to)
    {
        Lever lever = @case.Lever(id);
        return new OpeningMove(id.Value, lever.Name, @case.Party(lever.Holder).Name, Wording.StandingName(to));
    }

    private static ZoneOpening[] Openings(DrawTable table, AgreementZone? middle) =>
        middle is not { Single: false }
            ? []
            : table.Valued
                .Where(p => p < middle.NeededChange.Count && middle.NeededChange[p] > 0)
                .Select(p => new ZoneOpening(table.Id(p), table.Name(p), double.IsFinite(middle.NeededChange[p]) ? middle.NeededChange[p] : null))
                .ToArray();
}
