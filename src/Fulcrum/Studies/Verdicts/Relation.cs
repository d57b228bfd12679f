namespace Fulcrum.Studies.Verdicts;

/// <summary>How two numbers stand to each other, where both are known to a millionth of a point only: closer than that they are equal.</summary>
internal static class Relation
{
    /// <summary>The certified gap of a solution, in points.</summary>
    private const double Certified = 1e-6;

    /// <summary>The scale of points; numbers in other units (money, months) are known as well in proportion.</summary>
    private const double Scale = 100;

    /// <param name="relation">&gt;=, &lt;=, &gt;, &lt;, = or !=.</param>
    public static bool Holds(double left, string relation, double right)
    {
        double difference = left - right;
        bool equal = left == right || Math.Abs(difference) <= Certified * Math.Max(1, Math.Max(Math.Abs(left), Math.Abs(right)) / Scale);
        return relation switch
        {
            ">=" => equal || difference > 0,
            "<=" => equal || difference < 0,
            ">" => !equal && difference > 0,
            "<" => !equal && difference < 0,
            "=" => equal,
            _ => !equal,
        };
    }
}
