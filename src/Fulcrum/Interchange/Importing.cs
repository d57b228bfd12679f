using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Files;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;
using Fulcrum.Interchange.Genius;
using Fulcrum.Interchange.GeniusWeb;
using Fulcrum.Interchange.Negmas;
using Fulcrum.Interchange.Points;

namespace Fulcrum.Interchange;

/// <summary>Reads other people's files as a Fulcrum case. What stands in them never throws: every defect is a problem with its place.</summary>
public static class Importing
{
    private const int MostFiles = 200;

    /// <summary>The format of a file or folder by its name's ending (for a folder, by what lies in it); null for a case folder and for what is not known.</summary>
    public static ForeignFormat? Recognise(string path)
    {
        try
        {
            if (!Directory.Exists(path))
            {
                return File.Exists(path) ? ByEnding(path) : null;
            }
            if (File.Exists(Path.Combine(path, CaseFiles.Case)))
            {
                return null;
            }
            ForeignFormat[] found = [.. Directory.EnumerateFiles(path).Take(MostFiles).Select(ByEnding).OfType<ForeignFormat>().Distinct().Order()];
            return found.Length == 0 ? null : found[0];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads a file, or the folder that holds a domain with its profiles.</summary>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static ImportResult Read(ForeignFormat format, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        List<CaseProblem> problems = [];
        IReadOnlyList<FileText> files = ForeignFiles.Read(format, path, MostFiles, problems);
        string name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        return problems.Any(p => p.Severity == Severity.Error) ? new ImportResult([], problems) : FromTexts(format, name, files, problems);
    }

    /// <summary>Reads files from their texts, by name; they count in ordinal order of their names.</summary>
    /// <param name="name">The case's title where the files give none.</param>
    public static ImportResult FromTexts(ForeignFormat format, string name, IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return FromTexts(format, name, [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new FileText(f.Key, f.Value))], []);
    }

    internal static ForeignFormat? ByEnding(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".xml" => ForeignFormat.Genius,
        ".json" => ForeignFormat.GeniusWeb,
        ".yml" or ".yaml" => ForeignFormat.Negmas,
        ".csv" => ForeignFormat.Csv,
        _ => null,
    };

    private static ImportResult FromTexts(ForeignFormat format, string name, IReadOnlyList<FileText> files, List<CaseProblem> problems)
    {
        ForeignNegotiation? negotiation = format switch
        {
            ForeignFormat.Genius => GeniusReader.Read(files, name, problems),
            ForeignFormat.GeniusWeb => GeniusWebReader.Read(files, name, problems),
            ForeignFormat.Negmas => NegmasReader.Read(files, name, problems),
            _ => PointsReader.Read(files, name, problems),
        };
        string? text = negotiation is null || problems.Any(p => p.Severity == Severity.Error) ? null : CaseWriter.Write(negotiation);
        if (text is not null && Encoding.UTF8.GetByteCount(text) > CaseFiles.LargestBytes)
        {
            problems.Add(InterchangeProblems.TooLargeCase(name));
            text = null;
        }
        return new ImportResult(text is null ? [] : [(CaseFiles.Case, text)], Told(problems));
    }

    // Errors first; beyond a thousand nobody reads.
    private static CaseProblem[] Told(List<CaseProblem> problems)
    {
        CaseProblem[] ordered = [.. problems.OrderBy(p => p.Severity)];
        return ordered.Length <= ProblemAt.Most ? ordered : [.. ordered.Take(ProblemAt.Most), FileProblems.TooMany(ordered.Length - ProblemAt.Most)];
    }
}

/// <summary>The files of the case that was read, by path relative to its folder (none when a problem is an error), and all problems, errors first.</summary>
public sealed record ImportResult(IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<CaseProblem> Problems)
{
    public bool Ok => Files.Count > 0;
}
