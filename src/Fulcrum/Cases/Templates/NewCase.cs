using System.Text;
using Fulcrum.Cases.Editing;
using Fulcrum.Cases.Schemas;

namespace Fulcrum.Cases.Templates;

/// <summary>Starts a case folder: a small, commented, invented case that already analyses, with the schemas that let an editor help.</summary>
public static class NewCase
{
    /// <summary>The hidden folder of a new case that its files name as the place of their schemas.</summary>
    public const string SchemaFolder = ".schemas";

    private const string Starter = "starter/";

    /// <summary>The files of the small case, by path relative to the folder, in ordinal order.</summary>
    public static IReadOnlyList<(string Path, string Text)> StarterFiles()
    {
        var assembly = typeof(NewCase).Assembly;
        var files = new List<(string, string)>();
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Starter, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            files.Add((name[Starter.Length..].Replace('\\', '/'), reader.ReadToEnd().ReplaceLineEndings("\n")));
        }
        return [.. files.OrderBy(f => f.Item1, StringComparer.Ordinal)];
    }

    /// <summary>Writes the small case into a folder, which must be empty or not yet exist.</summary>
    public static NewCaseResult Write(string folder) => Write(folder, StarterFiles());

    /// <summary>Writes other files (a draft made from articles, say) as a new case, with the schemas. Nothing is written into a folder that holds something.</summary>
    /// <param name="files">By path relative to the folder, with '/'.</param>
    public static NewCaseResult Write(string folder, IReadOnlyList<(string Path, string Text)> files)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                return new NewCaseResult([], NewCaseProblems.NotEmpty(folder));
            }
            (string Path, string Text)[] all = [.. files, .. CaseSchemas.All().Select(s => ($"{SchemaFolder}/{s.Name}", s.Text))];
            foreach (var (path, text) in all)
            {
                string target = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                if (AtomicFile.Write(target, Encoding.UTF8.GetBytes(text), FileVersion.Absent) is { Ok: false } failed)
                {
                    return new NewCaseResult([], NewCaseProblems.NotWritten(folder, failed.Why ?? "the file appeared in the meantime"));
                }
            }
            return new NewCaseResult([.. files.Select(f => f.Path)], null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new NewCaseResult([], NewCaseProblems.NotWritten(folder, e.Message));
        }
    }
}

/// <summary>What starting a case gave: the files written (without the schemas), or why none were.</summary>
public sealed record NewCaseResult(IReadOnlyList<string> Files, CaseProblem? Problem)
{
    public bool Ok => Problem is null;
}
