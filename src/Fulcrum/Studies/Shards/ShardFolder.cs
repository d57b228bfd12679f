using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;

namespace Fulcrum.Studies.Shards;

/// <summary>The folder of a study: one file for every shard, each saved whole or not at all.</summary>
public static class ShardFolder
{
    /// <summary>The shard as its file has it, or a fresh one where there is none yet; null and the problem when the file is refused.</summary>
    public static (Shard? Shard, CaseProblem? Problem) Open(string folder, StudyPlan plan, int number, int of)
    {
        string name = Shard.NameOf(number, of);
        string path = Path.Combine(folder, name);
        try
        {
            if (!File.Exists(path))
            {
                return (Shard.Fresh(plan, number, of), null);
            }
            (Shard? shard, string? refusal) = ShardText.Read(File.ReadAllBytes(path), plan);
            return shard is null ? (null, ShardProblems.Refused(name, refusal!))
                : shard.Number != number || shard.Of != of ? (null, ShardProblems.Misnamed(name, shard.FileName)) : (shard, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, ShardProblems.Refused(name, e.Message));
        }
    }

    /// <summary>Null when it was saved; else why not.</summary>
    public static CaseProblem? Save(string folder, Shard shard)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return ShardProblems.NotSaved(shard.FileName, e.Message);
        }
        SaveResult saved = AtomicFile.Write(Path.Combine(folder, shard.FileName), ShardText.Of(shard));
        return saved.Outcome == SaveOutcome.Saved ? null : ShardProblems.NotSaved(shard.FileName, saved.Why ?? "another program is saving it");
    }

    /// <summary>
    /// Saves the shard, unless the folder now belongs to another study, or another process at work on the same part has saved more of it: its shard is then the one
    /// to go on from. Null and the problem when it could not be saved.
    /// </summary>
    internal static (Shard? Further, CaseProblem? Problem) Keep(string folder, Shard shard)
    {
        if (StudyFile.Claim(folder, shard.Plan) is { } claimed)
        {
            return (null, claimed);
        }
        // What cannot be read is no more than what is saved over it.
        if (Open(folder, shard.Plan, shard.Number, shard.Of).Shard is { } there && there.Next > shard.Next)
        {
            return (there, null);
        }
        return Save(folder, shard) is { } notSaved ? (null, notSaved) : (shard, null);
    }

    /// <summary>Every shard file, and what stands in the way of adding them up. Nothing is left out silently.</summary>
    public static ShardReading ReadAll(string folder, StudyPlan plan)
    {
        List<Shard> shards = [];
        List<CaseProblem> problems = [];
        foreach (string name in Names(folder, problems))
        {
            if (NumbersOf(name) is not var (number, of) || number < 1 || number > of)
            {
                problems.Add(ShardProblems.Misnamed(name, null));
                continue;
            }
            (Shard? shard, CaseProblem? problem) = Open(folder, plan, number, of);
            if (shard is null)
            {
                problems.Add(problem!);
            }
            else
            {
                shards.Add(shard);
            }
        }
        return new ShardReading([.. shards.OrderBy(s => s.Of).ThenBy(s => s.Number)], problems);
    }

    private static string[] Names(string folder, List<CaseProblem> problems)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "shard-*.txt").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(ShardProblems.NoFolder(folder, e.Message));
            return [];
        }
    }

    private static (int Number, int Of)? NumbersOf(string name)
    {
        string[] words = Path.GetFileNameWithoutExtension(name).Split('-');
        return words is ["shard", var number, "of", var of]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out int m)
            && name == Shard.NameOf(n, m) ? (n, m) : null;
    }
}

/// <param name="Shards">Those that could be read.</param>
/// <param name="Problems">Files refused, each by name.</param>
public sealed record ShardReading(IReadOnlyList<Shard> Shards, IReadOnlyList<CaseProblem> Problems);
