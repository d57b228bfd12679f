using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Reading.Tests;

/// <summary>One act as a person coded it; a field may allow several answers, '-' is none.</summary>
internal sealed record CodedRow(int Paragraph, string[] Actors, string[] Kinds, string[] Targets, string[] Factualities, string[] Dates, string[] Speakers, string Line);

/// <summary>How many of the found acts are right, and how many of the coded ones were found.</summary>
internal sealed record CodedScore(int Right, int Found, int Coded)
{
    public double Precision => (double)Right / Math.Max(1, Found);

    public double Recall => (double)Right / Math.Max(1, Coded);

    public double F1 => 2.0 * Right / Math.Max(1, Found + Coded);

    public static CodedScore operator +(CodedScore a, CodedScore b) => new(a.Right + b.Right, a.Found + b.Found, a.Coded + b.Coded);
}

/// <summary>
/// A text written for the purpose, with the acts that a reader of it coded before any program had read it. The file holds 'party id: names' lines (a case's parties; none: the shipped
/// list serves), the text, and one row an act: paragraph | actor | move | target | factuality | date | speaker, with commas between answers that all count as right.
/// </summary>
internal sealed class CodedText
{
    private readonly string name;
    private readonly string[] parties;
    private readonly string text;

    private CodedText(string name, string content)
    {
        this.name = name;
        string[] parts = ("\n" + content).Split("\n---\n");
        parties = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        text = parts[1];
        Rows = [.. parts[2].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Row)];
    }

    public IReadOnlyList<CodedRow> Rows { get; }

    public static IReadOnlyList<CodedText> In(string folder) =>
        [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(f => new CodedText(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f)))];

    public ReadingResult Read(bool withCase = true)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("fulcrum-coded-");
        try
        {
            return Read(folder.FullName, withCase);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private ReadingResult Read(string folder, bool withCase)
    {
        string article = Path.Combine(folder, name + ".txt");
        File.WriteAllText(article, text);
        if (!withCase || parties.Length == 0)
        {
            return ArticleReader.Read([article]);
        }
        string cases = Path.Combine(folder, "case");
        Directory.CreateDirectory(cases);
        File.WriteAllText(Path.Combine(cases, "case.yaml"), "fulcrum: 1\ncase: Coded\nstarts: 2026-01-01\nas-of: 2033-01-01\nparties:\n" + string.Concat(parties.Select(Party)));
        return ArticleReader.Read([article], new ReadingOptions(CaseFolder.Read(cases, new CaseReadOptions()).Case ?? throw new InvalidDataException(name)));
    }

    /// <summary>Right are the most pairs of one found and one coded act that agree; an act of several targets counts once. Mere statements were not coded: found ones are left out of the count.</summary>
    public CodedScore Score(IReadOnlyList<ProposedMove[]> found, Func<CodedRow, ProposedMove[], bool> same) =>
        Pairs(found, same) is var pairs
            ? new(pairs.Count(p => p >= 0), found.Where((act, i) => act[0].Kind != MoveKind.State || pairs.Contains(i)).Count(), Rows.Count) : throw new InvalidOperationException();

    public static IReadOnlyList<ProposedMove[]> Acts(ReadingResult result) =>
        [.. result.Moves.GroupBy(m => (m.Paragraph, m.Actor, m.Kind, m.Trigger, m.Quote)).Select(g => g.ToArray())];

    public static bool Base(CodedRow row, ProposedMove[] act) =>
        row.Paragraph == act[0].Paragraph && row.Actors.Contains(act[0].Actor) && row.Kinds.Contains(ReadingWords.Of(act[0].Kind));

    public static bool Target(CodedRow row, ProposedMove[] act) => Base(row, act) && act.All(m => row.Targets.Contains(m.Target ?? "-"));

    public static bool Real(CodedRow row, ProposedMove[] act) => Target(row, act) && row.Factualities.Contains(ReadingWords.Of(act[0].Factuality));

    public static bool Speaker(CodedRow row, ProposedMove[] act) => Base(row, act) && row.Speakers.Contains(act[0].Speaker);

    /// <summary>A coded month or year holds the day that was read; a row without a date asks for nothing.</summary>
    public static bool Date(CodedRow row, ProposedMove[] act) =>
        Base(row, act) && (row.Dates is ["-"] || row.Dates.Any(d => act[0].First is { } first && first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).StartsWith(d, StringComparison.Ordinal)));

    /// <summary>For each coded row the act that it is paired with, or -1.</summary>
    public int[] Pairs(IReadOnlyList<ProposedMove[]> found, Func<CodedRow, ProposedMove[], bool> same)
    {
        int[] owner = [.. found.Select(_ => -1)], paired = [.. Rows.Select(_ => -1)];
        for (int row = 0; row < Rows.Count; row++)
        {
            Augment(row, new bool[found.Count]);
        }
        for (int act = 0; act < found.Count; act++)
        {
            if (owner[act] >= 0)
            {
                paired[owner[act]] = act;
            }
        }
        return paired;

        bool Augment(int row, bool[] seen)
        {
            for (int act = 0; act < found.Count; act++)
            {
                if (!seen[act] && same(Rows[row], found[act]))
                {
                    seen[act] = true;
                    if (owner[act] < 0 || Augment(owner[act], seen))
                    {
                        owner[act] = row;
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static string Party(string line)
    {
        string[] halves = line["party ".Length..].Split(':', 2, StringSplitOptions.TrimEntries);
        return $"  {halves[0]}: {{role: principal, also: [{string.Join(", ", halves[1].Split(", ").Select(n => $"\"{n}\""))}]}}\n";
    }

    private static CodedRow Row(string line)
    {
        string[] fields = line.Split('|', StringSplitOptions.TrimEntries);
        string[] Any(int field) => fields[field].Split(',');
        return new CodedRow(int.Parse(fields[0], CultureInfo.InvariantCulture), Any(1), Any(2), Any(3), Any(4), Any(5), Any(6), line);
    }
}
