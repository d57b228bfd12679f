using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Processes;

/// <summary>How two parties' stated positions moved in the ledger.</summary>
/// <param name="Offers">Positions stated by the party on issues that it cares about, openings among them.</param>
/// <param name="Given">Points that it came down in all, of its own; negative when it asked for more in the end.</param>
/// <param name="PerOffer">Points a later offer; likewise a month (null where all fall on one day).</param>
/// <param name="Answered">Of its concessions of a point or more, the share that followed a concession of the other since its own last offer; null without any.</param>
public sealed record PartyConcessions(PartyId Party, int Offers, double Given, double PerOffer, double? PerMonth, double? Answered);

/// <summary>Rates of concession and reciprocity between two parties, or why they are not told.</summary>
/// <param name="Correlation">Between a concession and the other's one just before, over successive turns without openings; null where one of both never varies.</param>
/// <param name="TooFew">Fewer than <see cref="LedgerOffers.Fewest"/> offers, or than <see cref="LedgerOffers.FewestByEach"/> by one of the two: nothing is told.</param>
public sealed record ConcessionRecord(int Offers, bool TooFew, IReadOnlyList<PartyConcessions> Parties, double? Correlation);

/// <summary>
/// Reads concessions off the ledger: each offer, demand or concession of an option is a party's position on that issue from then on. Its first offer or demand on an issue opens and gives nothing; what it concedes or accepts there without one is given up against its best. A position's
/// worth is the party's own points of the option, whether or not a deal could now contain it: what was ruled out since, or is refused by the other, was still asked for. Only what happened counts, echoes once.
/// </summary>
public static class LedgerOffers
{
    /// <summary>Fewer offers show nothing: a rate or a correlation over a handful of points is noise.</summary>
    public const int Fewest = 8;

    /// <summary>And fewer than this by one of the two show nothing of that one: many offers of one side alone are no exchange.</summary>
    public const int FewestByEach = 4;

    private static readonly MoveKind[] Positions = [MoveKind.Offer, MoveKind.Demand, MoveKind.Concede, MoveKind.Accept];

    public static ConcessionRecord Of(Case @case, CaseNumbers numbers, PartyId first, PartyId second)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(numbers);
        Move[] moves =
        [
            .. @case.Moves.Where(m => (m.By == first || m.By == second) && m.Issue is not null && m.Option is not null && Positions.Contains(m.Kind)
                    && m.Factuality is Factuality.Happened or Factuality.Ongoing && m.SameAs is null)
                .InOrder(),
        ];
        if (moves.Length < Fewest || Math.Min(moves.Count(m => m.By == first), moves.Count(m => m.By == second)) < FewestByEach)
        {
            return new ConcessionRecord(moves.Length, TooFew: true, [], null);
        }
        CaseLayout layout = CaseLayout.Of(@case);
        double[][][] points = OptionPoints.Of(layout, numbers);
        var asked = new[] { first, second }.ToDictionary(p => p, p => new Dictionary<IssueId, double>());
        var turns = new List<(PartyId By, DateOnly Day, double Down, bool Opens)>();
        foreach (Move move in moves)
        {
            int issue = layout.IssueOf[move.Issue!.Value], party = layout.PartyOf[move.By];
            double worth = points[issue][layout.Issues[issue].Issue.IndexOf(move.Option!.Value)][party];
            // What is conceded or accepted without an offer before is given up against the best; a first offer or demand only opens.
            bool opens = !asked[move.By].TryGetValue(move.Issue.Value, out double before) && move.Kind is MoveKind.Offer or MoveKind.Demand;
            before = asked[move.By].ContainsKey(move.Issue.Value) ? before : opens ? worth : Math.Max(worth, Best(layout.Issues[issue].Issue, points[issue], party));
            asked[move.By][move.Issue.Value] = worth;
            turns.Add((move.By, move.Date.Middle, before - worth, opens));
        }
        return new ConcessionRecord(moves.Length, TooFew: false, [Summary(first, turns), Summary(second, turns)], Correlation(turns));
    }

    private static PartyConcessions Summary(PartyId party, List<(PartyId By, DateOnly Day, double Down, bool Opens)> turns)
    {
        const double daysPerMonth = 365.25 / 12;
        (PartyId By, DateOnly Day, double Down, bool Opens)[] own = [.. turns.Where(t => t.By == party)];
        double given = own.Sum(t => t.Down);
        int later = own.Count(t => !t.Opens);
        int days = own.Length == 0 ? 0 : own[^1].Day.DayNumber - own[0].Day.DayNumber;
        int conceded = 0;
        int answers = 0;
        bool otherGave = false;
        foreach ((PartyId by, _, double down, _) in turns)
        {
            if (by != party)
            {
                otherGave |= down >= 1;
                continue;
            }
            conceded += down >= 1 ? 1 : 0;
            answers += down >= 1 && otherGave ? 1 : 0;
            otherGave = false;
        }
        return new PartyConcessions(
            party, own.Length, given, later == 0 ? 0 : given / later, days == 0 ? null : given / (days / daysPerMonth), conceded == 0 ? null : (double)answers / conceded);
    }

    private static double? Correlation(List<(PartyId By, DateOnly Day, double Down, bool Opens)> turns)
    {
        var pairs = turns.Zip(turns.Skip(1)).Where(p => p.First.By != p.Second.By && !p.First.Opens && !p.Second.Opens).Select(p => (X: p.First.Down, Y: p.Second.Down)).ToList();
        if (pairs.Count < 3)
        {
            return null;
        }
        (double mx, double my) = (pairs.Average(p => p.X), pairs.Average(p => p.Y));
        double xx = pairs.Sum(p => (p.X - mx) * (p.X - mx));
        double yy = pairs.Sum(p => (p.Y - my) * (p.Y - my));
        return xx <= 0 || yy <= 0 ? null : pairs.Sum(p => (p.X - mx) * (p.Y - my)) / Math.Sqrt(xx * yy);
    }

    // The best that a deal could ever bring; what only failure brings is asked for by nobody who has not said so.
    private static double Best(Issue issue, double[][] points, int party) => points.Where((_, o) => !issue.Options[o].OnlyNoDeal).Select(p => p[party]).DefaultIfEmpty(0).Max();
}
