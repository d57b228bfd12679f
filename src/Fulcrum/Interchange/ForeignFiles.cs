using Fulcrum.Cases;
using Fulcrum.Cases.Files;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Interchange;

/// <summary>Opens the foreign files of a negotiation: one file, or those of its format directly in a folder, in ordinal order of their names.</summary>
internal static class ForeignFiles
{
    public static IReadOnlyList<FileText> Read(ForeignFormat format, string path, int most, List<CaseProblem> problems)
    {
        try
        {
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                problems.Add(InterchangeProblems.NoFile(path));
                return [];
            }
            string[] files = Directory.Exists(path)
                ? [.. Directory.EnumerateFiles(path).Where(f => Importing.ByEnding(f) == format).OrderBy(f => Path.GetFileName(f), StringComparer.Ordinal).Take(most + 1)]
                : [path];
            if (files.Length > most)
            {
                problems.Add(InterchangeProblems.TooManyFiles(path, most));
                return [];
            }
            if (files.Length == 0)
            {
                problems.Add(InterchangeProblems.NoProfiles(path));
            }
            return [.. files.Select(f => One(f, problems)).OfType<FileText>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(InterchangeProblems.Unreadable(path, e.Message));
            return [];
        }
    }

    private static FileText? One(string path, List<CaseProblem> problems)
    {
        string name = Path.GetFileName(path);
        long? length = PlainFile.Length(path);
        if (length is null or > CaseFiles.LargestBytes)
        {
            problems.Add(length is null ? FileProblems.NoPlainFile(name) : InterchangeProblems.TooLarge(name));
            return null;
        }
        return Utf8.Decode(name, File.ReadAllBytes(path), problems);
    }
}
