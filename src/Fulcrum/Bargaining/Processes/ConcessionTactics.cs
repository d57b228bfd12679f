namespace Fulcrum.Bargaining.Processes;

/// <summary>
/// Monotone concession by the clock (Faratin, Sierra and Jennings 1998): each party's target falls from its best deal to no deal by the last round, and it offers the deal that is best for the other among
/// those that meet its target; where the two offers meet or cross, the deal half-way between them is agreed on.
/// </summary>
internal static class ConcessionTactics
{
    /// <param name="deals">As for <see cref="Zeuthen"/>.</param>
    /// <param name="firstPace">1: even steps; below 1: firm until late; above 1: yields early. Likewise the second.</param>
    /// <returns>Offers round by round as places in the list, both at once; and the place agreed on, or null where the rounds end without.</returns>
    public static (List<(int First, int Second)> Steps, int? Agreed) Run(IReadOnlyList<(double First, double Second)> deals, int rounds, double firstPace, double secondPace)
    {
        var steps = new List<(int, int)>();
        for (int round = 0; round < rounds; round++)
        {
            double time = rounds == 1 ? 1 : (double)round / (rounds - 1);
            double firstTarget = deals[^1].First * (1 - Math.Pow(time, 1 / firstPace));
            double secondTarget = deals[0].Second * (1 - Math.Pow(time, 1 / secondPace));
            int first = 0;
            while (deals[first].First < firstTarget - Slack)
            {
                first++;
            }
            int second = deals.Count - 1;
            while (deals[second].Second < secondTarget - Slack)
            {
                second--;
            }
            steps.Add((first, second));
            // Offers that meet or cross: each is content with the other's, and the deal is the one half-way along the list between them.
            if (first <= second)
            {
                return (steps, first + (second - first) / 2);
            }
        }
        return (steps, null);
    }

    private const double Slack = 1e-9;
}
