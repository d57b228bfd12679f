using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Findings;

/// <summary>What was solved and sampled for a map of two parties' deals.</summary>
/// <param name="Frontier">Efficient for the two and for <paramref name="Consent"/> together.</param>
/// <param name="Solutions">One settlement a concept, with what readers call it.</param>
public sealed record ZoneMapInput(
    Case Case, BargainingProblem Problem, PartyId X, PartyId Y, IReadOnlyList<PartyId> Consent, DealSample Sample, EfficientFrontier Frontier, Settlement Predicted,
    IReadOnlyList<(string Name, Settlement Settlement)> Solutions, AgreementZone Zone, Opening? Opening);

/// <summary>Draws the map of two parties' deals in the words of the case.</summary>
public static class ZoneMapComposer
{
    /// <param name="cells">Columns and rows of the density.</param>
    /// <param name="most">Most points of the frontier, and most deals to look at one by one.</param>
    public static ZoneMap Compose(ZoneMapInput input, int cells, int most)
    {
        var order = input.Problem.Space.Parties.ToList();
        int x = order.IndexOf(input.X), y = order.IndexOf(input.Y);
        IReadOnlyDictionary<string, string> Options(Deal deal) => QuickComposer.Options(input.Case, input.Problem.Space, deal);
        ZonePoint[] frontier = [.. Thinned(Best(input), most).Select(p => new ZonePoint(p.X, p.Y, Options(p.Deal)))];
        return new ZoneMap(
            input.Case.AppliedReading?.Value,
            [.. input.Case.Parties.Where(p => p.Weights is not null).Select(p => new ZoneParty(p.Id.Value, p.Name))],
            input.X.Value, input.Y.Value, [.. input.Consent.Select(p => p.Value)],
            new ZonePlace(input.Problem.NoDeal[x], input.Problem.NoDeal[y]),
            input.Problem.Space.Count.ToString(CultureInfo.InvariantCulture), input.Sample.Tried,
            Density(input, x, y, cells, frontier), frontier,
            input.Predicted.IsOpen
                ? new ZoneSettlement(input.Predicted.Utilities[x], input.Predicted.Utilities[y],
                    [.. input.Predicted.Mixture.Select(m => new ZoneShare(m.Share, m.Utilities[x], m.Utilities[y], Options(m.Deal)))])
                : null,
            [.. input.Solutions.Where(s => s.Settlement.IsOpen).Select(s => new ZoneSolution(
                s.Name, s.Settlement.Utilities[x], s.Settlement.Utilities[y], s.Settlement.Mixture.Count == 1 ? Options(s.Settlement.Mixture[0].Deal) : null))],
            new QuickZone(input.Zone.Single, input.Zone.Lottery, input.Zone.Margin),
            Opening(input),
            [.. Thinned([.. input.Sample.Deals.Select(d => (d.Values[x], d.Values[y], d.Deal))], most).Select(p => new ZonePoint(p.X, p.Y, Options(p.Deal)))]);
    }

    /// <summary>Of the deals that leave the further parties no worse off, those that none beats for the two; by falling x. Every deal is matched on the wider frontier by one as good for all, so none is missed.</summary>
    private static List<(double X, double Y, Deal Deal)> Best(ZoneMapInput input)
    {
        PartyId[] compared = [.. input.Frontier.Parties];
        var order = input.Problem.Space.Parties.ToList();
        int x = Array.IndexOf(compared, input.X), y = Array.IndexOf(compared, input.Y);
        (int Place, double Least)[] needed = [.. input.Consent.Select(c => (Array.IndexOf(compared, c), input.Problem.NoDeal[order.IndexOf(c)]))];
        var best = new List<(double, double, Deal)>();
        double highest = double.NegativeInfinity;
        foreach (FrontierPoint point in input.Frontier.Points.Where(p => needed.All(n => p.Utilities[n.Place] >= n.Least - input.Frontier.Tolerance[n.Place]))
            .OrderByDescending(p => p.Utilities[x]).ThenByDescending(p => p.Utilities[y]))
        {
            if (point.Utilities[y] > highest)
            {
                highest = point.Utilities[y];
                best.Add((point.Utilities[x], point.Utilities[y], point.First));
            }
        }
        return best;
    }

    private static IEnumerable<(double X, double Y, Deal Deal)> Thinned(List<(double X, double Y, Deal Deal)> all, int most) =>
        all.Count <= most ? all : Enumerable.Range(0, most).Select(i => all[(int)((long)i * (all.Count - 1) / (most - 1))]);

    private static ZoneDensity Density(ZoneMapInput input, int x, int y, int cells, IReadOnlyList<ZonePoint> frontier)
    {
        double[] xs = [.. input.Sample.Deals.Select(d => d.Values[x]), .. frontier.Select(f => f.X)], ys = [.. input.Sample.Deals.Select(d => d.Values[y]), .. frontier.Select(f => f.Y)];
        (double lowX, double highX) = Ends(xs);
        (double lowY, double highY) = Ends(ys);
        int Cell(double value, double low, double high) => Math.Clamp((int)((value - low) / (high - low) * cells), 0, cells - 1);
        var counts = new int[cells * cells];
        foreach ((_, double[] values) in input.Sample.Deals)
        {
            counts[Cell(values[y], lowY, highY) * cells + Cell(values[x], lowX, highX)]++;
        }
        return new ZoneDensity(cells, cells, lowX, highX, lowY, highY, counts);
    }

    private static (double Low, double High) Ends(double[] values)
    {
        double low = values.Length == 0 ? 0 : values.Min(), high = values.Length == 0 ? 100 : values.Max();
        return high > low ? (low, high) : (low - 1, high + 1);
    }

    private static ZoneText[] Opening(ZoneMapInput input)
    {
        if (input.Zone.Single)
        {
            return [];
        }
        var order = input.Problem.Space.Parties.ToList();
        IEnumerable<ZoneText> moves = input.Opening is { Moves.Count: > 0 } opening
            ? [new ZoneText("These lever moves would open it together: " + string.Join(", ", opening.Moves.Select(m => $"'{input.Case.Lever(m.Lever).Name}' to {Wording.StandingName(m.To)}")) + ".")]
            : [];
        IEnumerable<ZoneText> less = input.Case.Parties
            .Select(p => (p.Name, Needed: order.IndexOf(p.Id) is var i and >= 0 && input.Zone.NeededChange.Count > i ? input.Zone.NeededChange[i] : double.PositiveInfinity))
            .Where(p => double.IsFinite(p.Needed) && p.Needed > 0)
            .Select(p => new ZoneText($"It would open if {p.Name} had {Wording.Enough(p.Needed)} less when talks fail."));
        return [.. moves, .. less];
    }
}
