using System.Security.Cryptography;
using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum.Studies.Shards;

/// <summary>ranks.txt: what the verdicts of a study owe to rankings. The same for every shard, so that whoever finishes first writes it.</summary>
internal static class RanksFile
{
    public const string Name = "ranks.txt";

    private const string Version = "fulcrum-ranks 1";

    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <summary>Null when it was saved; else why not.</summary>
    public static CaseProblem? Write(string folder, StudyPlan plan, IReadOnlyList<RankedSupport> supports)
    {
        string body = string.Concat(new[] { Version, $"study {plan.Id}" }.Concat(supports.Select(s => s.Line)).Select(line => line + "\n"));
        SaveResult saved = AtomicFile.Write(Path.Combine(folder, Name), Encoding.UTF8.GetBytes(body + Sum(body)));
        return saved.Outcome == SaveOutcome.Saved ? null : ShardProblems.NotSaved(Name, saved.Why ?? "another program is saving it");
    }

    /// <summary>One a verdict of the plan; null when there is no such file for this study.</summary>
    public static IReadOnlyList<RankedSupport>? Read(string folder, StudyPlan plan)
    {
        try
        {
            string text = Exists(folder) ? File.ReadAllText(Path.Combine(folder, Name)) : "";
            int last = text.LastIndexOf("sha256 ", StringComparison.Ordinal);
            string[] lines = last > 0 && text[last..] == Sum(text[..last]) ? text[..(last - 1)].Split('\n') : [];
            return lines.Length == 2 + plan.Verdicts.Count && lines[0] == Version && lines[1] == $"study {plan.Id}" ? [.. lines.Skip(2).Select(RankedSupport.Read)] : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    private static string Sum(string body) => $"sha256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}\n";
}
