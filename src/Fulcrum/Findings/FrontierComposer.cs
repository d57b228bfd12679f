using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Findings;

/// <summary>The efficient deals in the words of the case.</summary>
public static class FrontierComposer
{
    /// <param name="deals">Most deals of a point that are listed, at least one.</param>
    public static FrontierAnswer Compose(Case @case, BargainingProblem problem, EfficientFrontier frontier, int deals = 1)
    {
        var order = problem.Space.Parties.ToList();
        PartyId[] compared = [.. frontier.Parties];
        int[] shown = [.. @case.Parties.Select(p => Array.IndexOf(compared, p.Id)).Where(i => i >= 0)];
        FrontierParty[] parties = [.. shown.Select(i => new FrontierParty(
            compared[i].Value, @case.Party(compared[i]).Name, problem.NoDeal[order.IndexOf(compared[i])], frontier.Epsilon[i], frontier.Tolerance[i]))];
        FrontierRow[] rows = [.. frontier.Points.Select(point => new FrontierRow(
            [.. shown.Select(i => point.Utilities[i])], point.Open, point.Lottery, point.Count, [.. point.Deals().Take(Math.Max(1, deals)).Select(d => DealWords.Of(@case, problem.Space, 1, d))]))];
        Array.Sort(rows, (x, y) => Descending(x.Utilities, y.Utilities));
        return new FrontierAnswer(problem.Space.Count.ToString(CultureInfo.InvariantCulture), parties, frontier.Exact, rows, Notes(@case, problem, frontier));
    }

    private static string[] Notes(Case @case, BargainingProblem problem, EfficientFrontier frontier)
    {
        var notes = new List<string>();
        if (problem.NoDeal.All(double.IsNaN))
        {
            notes.Add("The case states no course without agreement, so that it is not known which of these deals are open.");
        }
        if (frontier.Size == 0)
        {
            notes.Add("No deal can be signed: some issue has no option that everyone needed could sign.");
        }
        if (problem.Space.Gap > 0)
        {
            notes.Add("Issues that depend on each other allow too many combinations to go through: the list is the best found, and may fall short by the points stated.");
        }
        else if (!frontier.AllSigners)
        {
            notes.Add("Parties outside the coalition act and refuse in so many combinations that not every set of them was gone through: the list may fall short by the points stated. "
                + "It becomes exact when some red lines or acts of parties that matter little are left out.");
        }
        else if (!frontier.Exact)
        {
            notes.Add("There are more efficient deals than the limit: the list is thinned, and may fall short of one that was left out by the points stated.");
        }
        if (problem.Coalitions.Count > 1)
        {
            var order = problem.Space.Parties;
            IEnumerable<string> members = Enumerable.Range(0, order.Count).Where(i => (problem.Coalitions[0] >> i & 1) != 0).Select(i => @case.Party(order[i]).Name);
            notes.Add($"Several coalitions could sign; these deals are those of {string.Join(", ", members)}.");
        }
        return [.. notes];
    }

    private static int Descending(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        for (int i = 0; i < x.Count; i++)
        {
            int c = y[i].CompareTo(x[i]);
            if (c != 0)
            {
                return c;
            }
        }
        return 0;
    }
}
