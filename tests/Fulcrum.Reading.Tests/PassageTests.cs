using System.Globalization;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Reading.Tests;

/// <summary>
/// Each file in Passages/ is a specification: a text, a line of three dashes, and the rows that must be read out of it, one a line:
/// actor > target | move | factuality | speaker | when. A row that begins with 'not ' must not be read. '*' matches anything.
/// </summary>
public sealed class PassageTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Passages"), "*.txt").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Passage_as_written_gives_its_rows(string file)
    {
        string[] halves = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Passages", file)).Split("\n---\n");
        string article = Path.Combine(TemporaryFolders.New(), file);
        File.WriteAllText(article, halves[0]);

        string[] rows = [.. ArticleReader.Read([article], new ReadingOptions(Published: new DateOnly(2031, 5, 14))).Moves.Select(Row)];

        foreach (string expected in halves[1].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            bool unwanted = expected.StartsWith("not ", StringComparison.Ordinal);
            string pattern = unwanted ? expected[4..] : expected;
            rows.Any(r => Matches(r, pattern)).ShouldBe(!unwanted, $"{expected}\nread were:\n{string.Join('\n', rows)}");
        }
    }

    private static string Row(ProposedMove m) => string.Create(CultureInfo.InvariantCulture,
        $"{m.Actor} > {m.Target ?? "-"} | {ReadingWords.Of(m.Kind)} | {ReadingWords.Of(m.Factuality)} | {m.Speaker} | {m.When ?? "-"}");

    private static bool Matches(string row, string pattern)
    {
        string[] have = row.Split('|', StringSplitOptions.TrimEntries), want = pattern.Split('|', StringSplitOptions.TrimEntries);
        return want.Zip(have).All(p => p.First == "*" || p.First == p.Second || (p.First.EndsWith("> *", StringComparison.Ordinal) && p.Second.StartsWith(p.First[..^1], StringComparison.Ordinal)));
    }
}
