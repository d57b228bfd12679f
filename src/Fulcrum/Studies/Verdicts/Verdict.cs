namespace Fulcrum.Studies.Verdicts;

/// <summary>
/// A statement about the results of a draw. A comparison with a number that does not exist in a draw (the settlement where no deal is open) is neither
/// true nor false there; what follows from it either way still counts ('zone or X' is true in a draw with an open zone, whatever X).
/// </summary>
/// <param name="Id">Its name in the case, or the expression itself.</param>
/// <param name="Says">For readers.</param>
/// <param name="Text">The expression as written.</param>
/// <param name="Measures">The measures it needs, each once, in the order of their first mention.</param>
/// <param name="Holds">From the measures' values to: holds, does not hold, or (null) cannot be told.</param>
public sealed record Verdict(string Id, string Says, string Text, IReadOnlyList<string> Measures, Func<ReadOnlyMemory<double>, bool?> Holds)
{
    /// <summary>Set when the whole statement is one comparison of sums.</summary>
    internal LinearComparison? Comparison { get; init; }
}

/// <summary>An expression whose value is a number.</summary>
/// <param name="Value">NaN where a measure in it does not exist.</param>
public sealed record MeasuredNumber(string Text, IReadOnlyList<string> Measures, Func<ReadOnlyMemory<double>, double> Value);

/// <summary>What is wrong with an expression, and where in it.</summary>
/// <param name="At">Place of the first character that is wrong, from 0.</param>
/// <param name="Length">Characters, at least 1.</param>
public sealed record ExpressionProblem(string Code, int At, int Length, string Message, string Help);
