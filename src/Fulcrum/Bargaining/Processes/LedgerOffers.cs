using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Processes;

/// <summary>How two parties' stated positions moved in the ledger.</summary>
/// <param name="Offers">Positions stated by the party on issues that it cares about.</param>
/// <param name="Given">Points that it came down in all, of its own; negative when it asked for more in the end.</param>
/// <param name="PerOffer">Points a later offer; likewise a month (null where all fall on one day).</param>
/// <param name="Answered">Of its concessions of a point or more, the share that followed a concession of the other since its own last offer; null without any.</param>
public sealed record PartyConcessions(PartyId Party, int Offers, double Given, double PerOffer, double? PerMonth, double? Answered);

/// <summary>Rates of concession and reciprocity between two parties, or why they are not told.</summary>
/// <param name="Correlation">Between a concession and the other's one just before, over successive turns; null where one of both never varies.</param>
/// <param name="TooFew">Fewer than <see cref="LedgerOffers.Fewest"/> offers, or than <see cref="LedgerOffers.FewestByEach"/> by one of the two: nothing is told.</param>
public sealed record ConcessionRecord(int Offers, bool TooFew, IReadOnlyList<PartyConcessions> Parties, double? Correlation);

/// <summary>
/// Reads concessions off the ledger: each offer, demand or concession of an option is a party's position on that issue from then on; where it has stated none, it is taken to ask for its best. A position's
/// worth is the party's own points of it. Only what happened counts, echoes once.
/// </summary>
public static class LedgerOffers
{
    /// <summary>Fewer offers show nothing: a rate or a correlation over a handful of points is noise.</summary>
    public const int Fewest = 8;

    /// <summary>And fewer than this by one of the two show nothing of that one: many offers of one side alone are no exchange.</summary>
    public const int FewestByEach = 4;

    private static readonly MoveKind[] Positions = [MoveKind.Offer, MoveKind.Demand, MoveKind.Concede, MoveKind.Accept];

    public static ConcessionRecord Of(Case @case, BargainingProblem problem, PartyId first, PartyId second)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(problem);
        Move[] moves =
        [
            .. @case.Moves.Where(m => (m.By == first || m.By == second) && m.Issue is not null && m.Option is not null && Positions.Contains(m.Kind)
                    && m.Factuality is Factuality.Happened or Factuality.Ongoing && m.SameAs is null)
                .OrderBy(m => m.Date.Middle).ThenBy(m => m.Key, StringComparer.Ordinal),
        ];
        if (moves.Length < Fewest || Math.Min(moves.Count(m => m.By == first), moves.Count(m => m.By == second)) < FewestByEach)
        {
            return new ConcessionRecord(moves.Length, TooFew: true, [], null);
        }
        var asked = new[] { first, second }.ToDictionary(p => p, p => new Dictionary<IssueId, double>());
        var turns = new List<(PartyId By, DateOnly Day, double Down)>();
        foreach (Move move in moves)
        {
            double worth = Worth(problem, move.By, move.Issue!.Value, move.Option!.Value) ?? 0;
            double before = asked[move.By].TryGetValue(move.Issue.Value, out double stated) ? stated : Best(problem, move.By, move.Issue.Value);
            asked[move.By][move.Issue.Value] = worth;
            turns.Add((move.By, move.Date.Middle, before - worth));
        }
        return new ConcessionRecord(moves.Length, TooFew: false, [Summary(first, turns), Summary(second, turns)], Correlation(turns));
    }

    private static PartyConcessions Summary(PartyId party, List<(PartyId By, DateOnly Day, double Down)> turns)
    {
        const double daysPerMonth = 365.25 / 12;
        (PartyId By, DateOnly Day, double Down)[] own = [.. turns.Where(t => t.By == party)];
        double given = own.Sum(t => t.Down);
        int days = own.Length == 0 ? 0 : own[^1].Day.DayNumber - own[0].Day.DayNumber;
        int conceded = 0;
        int answers = 0;
        bool otherGave = false;
        foreach ((PartyId by, _, double down) in turns)
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
            party, own.Length, given, own.Length == 0 ? 0 : given / own.Length, days == 0 ? null : given / (days / daysPerMonth), conceded == 0 ? null : (double)answers / conceded);
    }

    private static double? Correlation(List<(PartyId By, DateOnly Day, double Down)> turns)
    {
        var pairs = turns.Zip(turns.Skip(1)).Where(p => p.First.By != p.Second.By).Select(p => (X: p.First.Down, Y: p.Second.Down)).ToList();
        if (pairs.Count < 3)
        {
            return null;
        }
        (double mx, double my) = (pairs.Average(p => p.X), pairs.Average(p => p.Y));
        double xx = pairs.Sum(p => (p.X - mx) * (p.X - mx));
        double yy = pairs.Sum(p => (p.Y - my) * (p.Y - my));
        return xx <= 0 || yy <= 0 ? null : pairs.Sum(p => (p.X - mx) * (p.Y - my)) / Math.Sqrt(xx * yy);
    }

    private static double? Worth(BargainingProblem problem, PartyId party, IssueId issue, OptionId option) =>
        Choices(problem, issue).Where(c => c.Terms.Options.Any(o => o.Issue == issue && o.Option == option)).Select(c => (double?)c.Points[Place(problem, party)]).Max();

    private static double Best(BargainingProblem problem, PartyId party, IssueId issue) => Choices(problem, issue).Select(c => c.Points[Place(problem, party)]).DefaultIfEmpty(0).Max();

    private static IEnumerable<DealChoice> Choices(BargainingProblem problem, IssueId issue) =>
        problem.Space.Blocks.SelectMany(b => b.Choices).Where(c => c.Terms.Options.Any(o => o.Issue == issue));

    private static int Place(BargainingProblem problem, PartyId party) => problem.Space.Parties.ToList().IndexOf(party);
}
