using System.Globalization;

namespace Fulcrum.Studies.Verdicts;

/// <summary>The results that an expression may speak of.</summary>
/// <param name="First">First day for results with a date.</param>
public sealed record MeasureVocabulary(IReadOnlyList<Measure> Measures, DateOnly First, DateOnly Last);

/// <summary>
/// Reads statements and numbers over results (docs/guide/verdicts.md):
/// statement = either ("or" either)*; either = part ("and" part)*; part = "not" part | "(" statement ")" | sum relation sum | fact or share;
/// sum = product (("+" | "-") product)*; product = factor (("*" | "/") factor)*; factor = "-" factor | number | measure | "(" sum ")".
/// </summary>
public static class VerdictReader
{
    /// <summary>The verdict, or null and what is wrong.</summary>
    public static (Verdict? Verdict, ExpressionProblem? Problem) Read(string id, string says, string text, MeasureVocabulary vocabulary)
    {
        var parser = new ExpressionParser(text, vocabulary);
        Func<ReadOnlyMemory<double>, bool?>? holds = parser.Statement();
        return holds is null ? (null, parser.Problem) : (new Verdict(id, says, text, parser.Measures, holds) { Form = parser.Form }, null);
    }

    /// <summary>The number, or null and what is wrong.</summary>
    public static (MeasuredNumber? Number, ExpressionProblem? Problem) ReadNumber(string text, MeasureVocabulary vocabulary)
    {
        var parser = new ExpressionParser(text, vocabulary);
        Func<ReadOnlyMemory<double>, double>? value = parser.Number();
        return value is null ? (null, parser.Problem) : (new MeasuredNumber(text, parser.Measures, value), null);
    }

    /// <summary>A measure's name cut at its date.</summary>
    public static (string Name, string? Day) Split(string measure) =>
        measure.IndexOf('@', StringComparison.Ordinal) is var at and >= 0 ? (measure[..at], measure[(at + 1)..]) : (measure, null);

    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
