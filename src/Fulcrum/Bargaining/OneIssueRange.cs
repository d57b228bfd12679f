namespace Fulcrum.Bargaining;

/// <summary>The bargaining range where a deal is one issue and two parties divide it: what one gains the other loses (Fearon 1995, International Organization 49, 379-414).</summary>
internal static class OneIssueRange
{
    // A sum of points that is the same but for rounding.
    private const double Rounding = 1e-6;

    /// <summary>
    /// The part of the issue that both would rather have agreed than fail, of what lies between its ends: 0..1, negative where no division is acceptable to both. What failing is
    /// worth beyond an end counts as that end. NaN where the problem is not one issue divided between two.
    /// </summary>
    public static double Of(BargainingProblem problem)
    {
        int[] two = problem.Coalitions.Count == 1 ? [.. Enumerable.Range(0, problem.Space.Parties.Count).Where(i => (problem.Coalitions[0] >> i & 1) != 0)] : [];
        if (two.Length != 2 || problem.Space.Blocks.Count != 1 || problem.Space.Blocks[0].Gap > 0 || problem.Space.Blocks[0].Choices.Any(c => c.RefusedBy != 0 || (c.Needs & ~problem.Coalitions[0]) != 0))
        {
            return double.NaN;
        }
        (double First, double Second)[] worth = [.. problem.Space.Blocks[0].Choices.Select(c => (Of(problem, c, two[0]), Of(problem, c, two[1])))];
        if (worth.Length < 2)
        {
            return double.NaN;
        }
        double whole = worth[0].First + worth[0].Second, least = worth.Min(w => w.First), most = worth.Max(w => w.First);
        return most - least < Rounding || worth.Any(w => Math.Abs(w.First + w.Second - whole) > Rounding)
            ? double.NaN
            : (Math.Min(most, whole - problem.NoDeal[two[1]]) - Math.Max(least, problem.NoDeal[two[0]])) / (most - least);
    }

    private static double Of(BargainingProblem problem, DealChoice choice, int party) => problem.Space.Constants[party] + choice.Points[party];
}
