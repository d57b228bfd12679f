using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;

namespace Fulcrum.Studies.Shards;

/// <summary>study.txt: which study a folder is for, so that its shards can be followed and added up without the case.</summary>
public static class StudyFile
{
    public const string Name = "study.txt";

    private const string Version = "fulcrum-study 1";

    /// <summary>Writes the plan, or makes sure that the folder is for this study; null, or what stands in the way.</summary>
    public static CaseProblem? Claim(string folder, StudyPlan plan)
    {
        string path = Path.Combine(folder, Name);
        try
        {
            Directory.CreateDirectory(folder);
            if (!File.Exists(path))
            {
                SaveResult saved = AtomicFile.Write(path, Text(plan));
                if (!saved.Ok && !File.Exists(path))
                {
                    return ShardProblems.NotSaved(Name, saved.Why ?? "another program is saving it");
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return ShardProblems.NotSaved(Name, e.Message);
        }
        (StudyPlan? there, CaseProblem? problem) = Read(folder);
        return there is null ? problem : Difference(there, plan) is { } difference ? ShardProblems.AnotherStudy(folder, difference) : null;
    }

    public static (StudyPlan? Plan, CaseProblem? Problem) Read(string folder)
    {
        try
        {
            string text = File.ReadAllText(Path.Combine(folder, Name));
            int last = text.LastIndexOf("sha256 ", StringComparison.Ordinal);
            if (last <= 0 || text[last..] != Sum(text[..last]))
            {
                return (null, ShardProblems.NoPlan(folder, "its checksum does not fit"));
            }
            string[] lines = text[..(last - 1)].Split('\n');
            return lines[0] == Version ? (PlanOf(lines[1..]), null) : (null, ShardProblems.NoPlan(folder, $"its format is '{lines[0]}', this program reads '{Version}'"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException or ArgumentException)
        {
            return (null, ShardProblems.NoPlan(folder, e.Message));
        }
    }

    private static byte[] Text(StudyPlan plan)
    {
        string body = $"{Version}\n{string.Join('\n', plan.Lines)}\n{string.Concat(plan.Verdicts.Select(v => $"says {v.Id} {v.Says}\n"))}";
        return Encoding.UTF8.GetBytes(body + Sum(body));
    }

    private static string Sum(string body) => $"sha256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}\n";

    private static string? Difference(StudyPlan there, StudyPlan asked)
    {
        string[] was = [.. there.Lines], now = [.. asked.Lines];
        int at = Enumerable.Range(0, Math.Max(was.Length, now.Length)).FirstOrDefault(i => i >= was.Length || i >= now.Length || was[i] != now[i], -1);
        return at < 0 ? null : $"'{(at < was.Length ? was[at] : "nothing more")}' there, '{(at < now.Length ? now[at] : "nothing more")}' asked for";
    }

    private static StudyPlan PlanOf(string[] lines)
    {
        int draws = Array.FindIndex(lines, l => l.StartsWith("draws ", StringComparison.Ordinal));
        var says = Rows(lines[draws..], "says").ToDictionary(w => w[1], w => w[2], StringComparer.Ordinal);
        return new StudyPlan(
            [.. lines[..draws].Select(l => l.Split(' ', 2)).Select(w => new StudySetting(w[0], w[1]))],
            long.Parse(lines[draws].AsSpan("draws ".Length), NumberStyles.None, CultureInfo.InvariantCulture),
            [.. Rows(lines[draws..], "measure").Select(w => MeasureOf(w[1], w[2].Split(' ')))],
            [.. Rows(lines[draws..], "verdict").Select(w => new StudyVerdict(w[1], says[w[1]], w[2]))]);
    }

    private static Measure MeasureOf(string name, string[] counted) => new(name, Enum.Parse<MeasureUnit>(counted[0]))
    {
        Doublings = counted.Length > 1 ? int.Parse(counted[1], NumberStyles.None, CultureInfo.InvariantCulture) : 0,
    };

    private static IEnumerable<string[]> Rows(string[] lines, string kind) =>
        lines.Where(l => l.StartsWith(kind + " ", StringComparison.Ordinal)).Select(l => l.Split(' ', 3));
}
