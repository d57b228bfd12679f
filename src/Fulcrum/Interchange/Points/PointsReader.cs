using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cases.Syntax;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange.Points;

/// <summary>
/// A table of deals: a header with a column for the deal's name (left out where every column is numbers) and one a party; each row a deal with its points. The row called 'no-deal' says
/// what each has without one; where it is missing, each has its least.
/// </summary>
internal static class PointsReader
{
    public const string NoDeal = "no-deal";

    private const int MostDeals = 100_000;
    private const int MostParties = 64;

    public static ForeignNegotiation? Read(IReadOnlyList<FileText> files, string name, List<CaseProblem> problems)
    {
        if (files.Count != 1)
        {
            problems.Add(InterchangeProblems.TwoDomains(files.Count > 1 ? files[1].Path : name, files.Count > 0 ? files[0].Path : name));
            return null;
        }
        List<CsvRow> rows = CsvFile.Read(files[0]);
        if (rows.Count < 2)
        {
            problems.Add(InterchangeProblems.NoHeader(rows.Count > 0 ? rows[0] : new CsvRow(name, new TextPlace(files[0].Path, 1, 1), files[0].Line(1), [])));
            return null;
        }
        CsvRow header = rows[0];
        bool named = !rows.Skip(1).All(r => IsNumber(r.Cells[0]));
        int first = named ? 1 : 0;
        int parties = header.Cells.Count - first;
        if (parties < 1 || rows.Count - 1 > MostDeals)
        {
            problems.Add(parties < 1 ? InterchangeProblems.NoHeader(header) : InterchangeProblems.Unsupported(header, $"a table of more than {MostDeals} deals"));
            return null;
        }
        if (parties > MostParties)
        {
            problems.Add(InterchangeProblems.TooManyParties(header, MostParties));
            return null;
        }
        double[][]? points = HasDeals(rows, named, problems) ? Points(rows, first, header.Cells.Count, problems) : null;
        return points is null ? null : Negotiation(files[0], name, rows, points, named, first, problems);
    }

    private static bool HasDeals(List<CsvRow> rows, bool named, List<CaseProblem> problems)
    {
        CsvRow[] without = named ? [.. rows.Skip(1).Where(r => IsNoDeal(r.Cells[0]))] : [];
        if (without.Length > 1)
        {
            problems.Add(InterchangeProblems.NoDealTwice(without[1]));
        }
        else if (without.Length == rows.Count - 1)
        {
            problems.Add(InterchangeProblems.OnlyNoDeal(without[0]));
        }
        return without.Length <= 1 && without.Length < rows.Count - 1;
    }

    private static double[][]? Points(List<CsvRow> rows, int first, int columns, List<CaseProblem> problems)
    {
        int before = problems.Count;
        var points = new List<double[]>();
        foreach (CsvRow row in rows.Skip(1))
        {
            if (row.Cells.Count != columns)
            {
                problems.Add(InterchangeProblems.WrongColumns(row, row.Cells.Count, columns));
                continue;
            }
            points.Add([.. row.Cells.Skip(first).Select((cell, p) => NumberText.Read(row, rows[0].Cells[first + p], cell, problems) ?? 0)]);
        }
        return problems.Count == before ? [.. points] : null;
    }

    private static ForeignNegotiation Negotiation(FileText file, string title, List<CsvRow> rows, double[][] points, bool named, int first, List<CaseProblem> problems)
    {
        string[] names = [.. rows.Skip(1).Select((r, i) => named ? r.Cells[0] : $"deal {(i + 1).ToString(CultureInfo.InvariantCulture)}")];
        int without = Array.FindIndex(names, IsNoDeal);
        if (without < 0)
        {
            problems.Add(InterchangeProblems.NoReservation(rows[0]));
        }
        int[] deals = [.. Enumerable.Range(0, names.Length).Where(i => i != without)];
        var issue = new ForeignIssue("deal", [new ForeignOption(NoDeal, OnlyNoDeal: true), .. deals.Select(d => new ForeignOption(names[d]))], null);
        var parties = new List<ForeignParty>();
        for (int p = 0; p < points[0].Length; p++)
        {
            double least = points.Min(row => row[p]);
            double[] values = [without < 0 ? least : points[without][p], .. deals.Select(d => points[d][p])];
            ForeignParty party = Scaling.Party(rows[0], rows[0].Cells[first + p], [1], [new ForeignValues.Table(values)], 0, [], problems);
            parties.Add(party with { NoDeal = new ForeignNoDeal.Points(party.Value([issue], [0])) });
        }
        return new ForeignNegotiation(title, $"From a table of deals: {file.Path}", [issue], parties);
    }

    private static bool IsNoDeal(string name) => name.Equals(NoDeal, StringComparison.OrdinalIgnoreCase);

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
