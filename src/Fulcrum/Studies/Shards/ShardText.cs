using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fulcrum.Studies.Shards;

/// <summary>
/// The text of a shard file (docs/shards.md): a line with the format's version, the study, the shard, a line and its bins for every measure, a line for every
/// verdict, and the SHA-256 of everything before the last line. Whole numbers in decimal, doubles as their 16 hexadecimal digits.
/// </summary>
internal static class ShardText
{
    public const string Version = "fulcrum-shard 3";

    public static byte[] Of(Shard shard)
    {
        var text = new StringBuilder();
        text.Append(Version).Append('\n').Append("study ").Append(shard.Plan.Id).Append('\n');
        foreach (string line in shard.Plan.Lines)
        {
            text.Append(line).Append('\n');
        }
        text.Append(CultureInfo.InvariantCulture, $"shard {shard.Number} of {shard.Of} next {shard.Next}\n");
        foreach (Tally tally in shard.Tally.Measures)
        {
            TallySums sums = tally.Sums;
            text.Append(CultureInfo.InvariantCulture, $"tally {sums.Count} {sums.Absent} {sums.Below} {sums.Above} {sums.Sum} {sums.Squares} {Hex(sums.Least)} {Hex(sums.Most)} {tally.Histogram.Doublings}");
            foreach ((int bin, long count) in tally.Histogram.Bins)
            {
                text.Append(CultureInfo.InvariantCulture, $" {bin}:{count}");
            }
            text.Append('\n');
        }
        foreach ((long hits, long untold) in shard.Tally.Verdicts)
        {
            text.Append(CultureInfo.InvariantCulture, $"held {hits} {untold}\n");
        }
        byte[] body = Encoding.UTF8.GetBytes(text.ToString());
        return [.. body, .. Encoding.UTF8.GetBytes($"sha256 {Convert.ToHexStringLower(SHA256.HashData(body))}\n")];
    }

    /// <summary>The shard; or null and why the file is refused.</summary>
    /// <param name="plan">The study that it must be part of.</param>
    public static (Shard? Shard, string? Refusal) Read(byte[] content, StudyPlan plan)
    {
        if (Body(content, out string? refusal) is not { } lines)
        {
            return (null, refusal);
        }
        if (lines[0] != Version)
        {
            return (null, $"it is in the format '{lines[0]}', this program reads '{Version}'");
        }
        string[] study = [$"study {plan.Id}", .. plan.Lines];
        for (int i = 0; i < study.Length; i++)
        {
            // The second line only sums up the others, which say more.
            if (i > 0 && (i + 1 >= lines.Length || lines[i + 1] != study[i]))
            {
                return (null, $"it belongs to another study: '{(i + 1 < lines.Length ? lines[i + 1] : "")}' instead of '{study[i]}'");
            }
        }
        try
        {
            return (Rest(lines[(study.Length + 1)..], plan), null);
        }
        catch (Exception e) when (e is FormatException or OverflowException or IndexOutOfRangeException or ArgumentException)
        {
            return (null, "its counts cannot be read");
        }
    }

    private static string[]? Body(byte[] content, out string? refusal)
    {
        string text = Encoding.UTF8.GetString(content);
        int last = text.LastIndexOf("sha256 ", StringComparison.Ordinal);
        refusal = "it is cut off or damaged: its checksum does not fit";
        if (last <= 0 || !text.EndsWith('\n'))
        {
            return null;
        }
        byte[] body = Encoding.UTF8.GetBytes(text[..last]);
        bool fits = content.AsSpan().StartsWith(body) && text[last..] == $"sha256 {Convert.ToHexStringLower(SHA256.HashData(body))}\n";
        return fits ? text[..(last - 1)].Split('\n') : null;
    }

    private static Shard Rest(string[] lines, StudyPlan plan)
    {
        string[] place = lines[0].Split(' ');
        (int number, int of, long next) = (Int(place[1]), Int(place[3]), Long(place[5]));
        Tally[] tallies = [.. plan.Measures.Select((m, i) => TallyOf(lines[1 + i].Split(' '), m))];
        (long, long)[] verdicts = [.. plan.Verdicts.Select((_, i) => lines[1 + tallies.Length + i].Split(' ')).Select(held => (Long(held[1]), Long(held[2])))];
        (long first, long end) = plan.RangeOf(number, of);
        if (lines.Length != 1 + tallies.Length + verdicts.Length || number < 1 || number > of || next < first || next > end || tallies.Any(t => t.Count + t.Absent != next - first)
            || verdicts.Any(v => v.Item1 + v.Item2 > next - first))
        {
            throw new FormatException();
        }
        return new Shard(plan, number, of, next, new StudyTally(tallies, verdicts, next - first));
    }

    private static Tally TallyOf(string[] words, Measure measure)
    {
        var sums = new TallySums(
            Long(words[1]), Long(words[2]), Long(words[3]), Long(words[4]), Int128.Parse(words[5], CultureInfo.InvariantCulture), Int128.Parse(words[6], CultureInfo.InvariantCulture),
            FromHex(words[7]), FromHex(words[8]));
        int binsPerUnit = StudyPlan.BinsPerUnit(measure.Unit);
        return new Tally(binsPerUnit, measure.Doublings, sums, Histogram.Of(binsPerUnit, Int(words[9]), words[10..].Select(w => w.Split(':')).Select(b => KeyValuePair.Create(Int(b[0]), Long(b[1])))));
    }

    private static int Int(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static long Long(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Hex(double value) => BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture);

    private static double FromHex(string text) => BitConverter.UInt64BitsToDouble(ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
}
