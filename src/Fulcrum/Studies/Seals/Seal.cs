using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum.Studies.Seals;

/// <summary>A statement that will turn out true or false, with the chance that was given to it.</summary>
/// <param name="Id">Without spaces.</param>
public sealed record SealedChance(string Id, double Probability, string Says)
{
    /// <summary>What the statement owes to the case's rankings alone; null where they leave nothing open, and for a claim of the user's own.</summary>
    public RankedSupport? Ranked { get; init; }
}

/// <summary>A number that will be known, with the range in which it was expected with chance 0.9.</summary>
public sealed record SealedRange(string Id, double Low, double High);

/// <summary>Predictions fixed on a day, with the hash of all that they were made from.</summary>
/// <param name="Content">SHA-256 over the case's files.</param>
/// <param name="AsOf">The date at which the case's numbers hold; a seal made later knows more than it admits and is a retrodiction.</param>
public sealed record Seal(
    string Title, string Content, string Reading, DateOnly AsOf, DateOnly SealedOn, ulong Seed, int Draws, string Version, IReadOnlyList<SealedChance> Chances, IReadOnlyList<SealedRange> Ranges)
{
    public const string Format = "fulcrum-seal 1";

    /// <summary>Days between the case's date and the seal that are still called foresight.</summary>
    public const int MostDaysLate = 7;

    /// <summary>The predicted time had begun before the seal: what happened meanwhile may have been known.</summary>
    public bool IsRetrodiction => SealedOn.DayNumber - AsOf.DayNumber > MostDaysLate;

    /// <summary>The seal as text: lines, the last the SHA-256 of those before.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{Format}\ntitle {Title}\ncontent {Content}\nreading {Reading}\nas-of {AsOf:yyyy-MM-dd}\nsealed {SealedOn:yyyy-MM-dd}\n");
            text.Append(CultureInfo.InvariantCulture, $"seed {Seed}\ndraws {Draws}\nversion {Version}\n");
            foreach (SealedChance c in Chances)
            {
                text.Append(CultureInfo.InvariantCulture, $"chance {c.Id} {c.Probability:R} {c.Says}\n");
                if (c.Ranked is { } ranked)
                {
                    text.Append(CultureInfo.InvariantCulture, $"ranked {c.Id} {ranked.Line}\n");
                }
            }
            foreach (SealedRange r in Ranges)
            {
                text.Append(CultureInfo.InvariantCulture, $"range {r.Id} {r.Low:R} {r.High:R}\n");
            }
            string body = text.ToString();
            return $"{body}sha256 {HashOf(body)}\n";
        }
    }

    /// <summary>The seal; or null and why it is refused.</summary>
    public static (Seal? Seal, string? Refusal) Read(string text)
    {
        int last = text.LastIndexOf("sha256 ", StringComparison.Ordinal);
        if (last <= 0 || text[last..] != $"sha256 {HashOf(text[..last])}\n")
        {
            return (null, "the seal is broken: its text is not what was sealed");
        }
        string[] lines = text[..(last - 1)].Split('\n');
        if (lines[0] != Format)
        {
            return (null, $"it is in the format '{lines[0]}', this program reads '{Format}'");
        }
        try
        {
            string One(string name) => lines.First(l => l.StartsWith(name + " ", StringComparison.Ordinal))[(name.Length + 1)..];
            DateOnly Day(string name) => DateOnly.ParseExact(One(name), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            string[][] Rows(string name, int words) => [.. lines.Where(l => l.StartsWith(name + " ", StringComparison.Ordinal)).Select(l => l.Split(' ', words))];
            double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
            return (new Seal(
                One("title"), One("content"), One("reading"), Day("as-of"), Day("sealed"), ulong.Parse(One("seed"), CultureInfo.InvariantCulture), int.Parse(One("draws"), CultureInfo.InvariantCulture),
                One("version"), [.. Rows("chance", 4).Select(w => new SealedChance(w[1], Number(w[2]), w[3]) { Ranked = RankedOf(lines, w[1]) })], [.. Rows("range", 4).Select(w => new SealedRange(w[1], Number(w[2]), Number(w[3])))]), null);
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or InvalidOperationException or OverflowException)
        {
            return (null, "its lines cannot be read");
        }
    }

    private static RankedSupport? RankedOf(string[] lines, string id) =>
        lines.Select(l => l.Split(' ', 3)).FirstOrDefault(w => w.Length == 3 && w[0] == "ranked" && w[1] == id) is [_, _, var line] ? RankedSupport.Read(line) : null;

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
