using System.Text;

namespace Fulcrum.Cases;

/// <summary>A problem as plain text: place, code and message; the line with a marker; what to do.</summary>
public static class CaseProblemText
{
    private const int WidestLine = 100;
    private const int LeadBeforeMarker = 40;

    public static string Render(CaseProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var text = new StringBuilder();
        string severity = problem.Severity == Severity.Error ? "error" : "warning";
        text.Append(Printable($"{problem.Place}: {severity}: {problem.Code}: {problem.Message}")).Append('\n');
        if (problem.Line is not null)
        {
            AppendLine(text, problem, problem.Line);
        }
        return text.Append("  help: ").Append(Printable(problem.Help)).Append('\n').ToString();
    }

    // Of a very long line only the part around the marker is shown.
    private static void AppendLine(StringBuilder text, CaseProblem problem, string line)
    {
        int column = Math.Clamp(problem.Place.Column - 1, 0, line.Length);
        int from = line.Length <= WidestLine ? 0 : Math.Max(0, Math.Min(column - LeadBeforeMarker, line.Length - WidestLine));
        int length = Math.Min(WidestLine, line.Length - from);
        string number = problem.Place.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string margin = new(' ', number.Length);
        int marker = Math.Clamp(problem.Length, 1, Math.Max(1, length - (column - from)));
        text.Append("  ").Append(number).Append(" | ").Append(Printable(line.Substring(from, length))).Append('\n');
        text.Append("  ").Append(margin).Append(" | ").Append(' ', column - from).Append('^', marker).Append('\n');
    }

    // Foreign text must not reach a terminal's control sequences; one column stays one column.
    private static string Printable(string text) => string.Concat(text.Select(c => c == '\t' ? ' ' : char.IsControl(c) ? '\uFFFD' : c));
}
