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
    /// <summary>What it is made of; null where nothing is known about it.</summary>
    internal VerdictForm? Form { get; init; }
}

/// <summary>What a statement is made of, so that its word over rankings may be proven from its parts; null stands for a part of which nothing is known.</summary>
internal abstract record VerdictForm
{
    private VerdictForm() { }

    /// <param name="Measures">The results that it speaks of.</param>
    public sealed record Compared(LinearComparison Comparison, IReadOnlyList<string> Measures) : VerdictForm;

    /// <summary>A fact or share standing alone.</summary>
    public sealed record Fact(string Measure) : VerdictForm;

    /// <param name="Both">'and'; else 'or'.</param>
    public sealed record Joined(bool Both, VerdictForm? Left, VerdictForm? Right) : VerdictForm;

    public sealed record Not(VerdictForm? Part) : VerdictForm;
}

/// <summary>An expression whose value is a number.</summary>
/// <param name="Value">NaN where a measure in it does not exist.</param>
public sealed record MeasuredNumber(string Text, IReadOnlyList<string> Measures, Func<ReadOnlyMemory<double>, double> Value);

/// <summary>What is wrong with an expression, and where in it.</summary>
/// <param name="At">Place of the first character that is wrong, from 0.</param>
/// <param name="Length">Characters, at least 1.</param>
public sealed record ExpressionProblem(string Code, int At, int Length, string Message, string Help);
