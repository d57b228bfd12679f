using System.Globalization;
using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Syntax;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange.Points;

/// <summary>One row of a CSV file.</summary>
internal sealed record CsvRow(string Name, TextPlace Place, string Line, IReadOnlyList<string> Cells) : INode;

/// <summary>Reads CSV (RFC 4180): cells between commas or, where the header has no comma, semicolons; double quotes around texts, doubled inside. Empty lines are left out.</summary>
internal static class CsvFile
{
    private const char Guard = '\'';

    /// <summary>A text that a spreadsheet would work out as a formula, with an apostrophe before it; any other as it is. Reading takes the apostrophe off again.</summary>
    public static string Guarded(string text) => IsFormula(text.TrimStart(Guard)) ? Guard + text : text;

    public static List<CsvRow> Read(FileText file)
    {
        string text = file.Text;
        string header = file.Line(1);
        char separator = !header.Contains(',', StringComparison.Ordinal) && header.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var rows = new List<CsvRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false, blank = true;
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    blank = false;
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(c);
                    blank = blank && char.IsWhiteSpace(c);
                }
            }
            else if (c == '"' && blank)
            {
                quoted = true;
                cell.Clear();
            }
            else if (c == separator || c is '\n' or '\r')
            {
                cells.Add(Unguarded(cell.ToString().Trim()));
                cell.Clear();
                blank = true;
                if (c != separator)
                {
                    Close(file, rows, cells, start);
                    cells = [];
                    start = i + 1;
                }
            }
            else
            {
                cell.Append(c);
                blank = blank && char.IsWhiteSpace(c);
            }
        }
        return rows;
    }

    private static string Unguarded(string text) => text.StartsWith(Guard) && IsFormula(text.TrimStart(Guard)) ? text[1..] : text;

    private static bool IsFormula(string text) => text.Length > 0 && (text[0] is '=' or '@' || (text[0] is '+' or '-' && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)));

    private static void Close(FileText file, List<CsvRow> rows, List<string> cells, int start)
    {
        if (cells.Any(c => c.Length > 0))
        {
            TextPlace place = file.PlaceOf(start);
            rows.Add(new CsvRow(cells[0], place, file.Line(place.Line), cells));
        }
    }
}
