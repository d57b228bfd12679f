using Fulcrum.Cases.Files;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases;

/// <summary>Reads a case folder into a <see cref="Case"/> or all its problems (docs/case-format.md). What stands in the files never throws.</summary>
public static class CaseFolder
{
    /// <summary>Reads case.yaml, ledger.yaml, evidence.yaml, sources.yaml and readings/*.yaml. Nothing outside the folder is opened.</summary>
    /// <exception cref="ArgumentException">The folder's path is empty.</exception>
    public static CaseReadResult Read(string folder, CaseReadOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(options);
        List<CaseProblem> problems = [];
        IReadOnlyDictionary<string, byte[]> files = FolderReader.Read(folder, problems);
        return FromBytes(files, options, problems);
    }

    /// <summary>The contents of a case's files as they stand on the disk, by path relative to the folder; links that lead out of it are left out and reported.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files(string folder, ICollection<CaseProblem> problems)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(problems);
        List<CaseProblem> found = [];
        IReadOnlyDictionary<string, byte[]> files = FolderReader.Read(folder, found);
        found.ForEach(problems.Add);
        return files;
    }

    /// <summary>Whether a path names a file of a case: case.yaml, ledger.yaml, evidence.yaml, sources.yaml, readings/NAME.yaml.</summary>
    public static bool IsCaseFile(string path) => CaseFiles.IsCaseFile(path) && (!CaseFiles.IsReading(path) || CaseFiles.HasReadingName(path));

    /// <summary>Reads a case from file contents, by path relative to the folder ('readings/north.yaml'). Other paths are left alone.</summary>
    public static CaseReadResult FromBytes(IReadOnlyDictionary<string, byte[]> files, CaseReadOptions options) => FromBytes(files, options, []);

    /// <summary>As <see cref="FromBytes(IReadOnlyDictionary{string, byte[]}, CaseReadOptions)"/> for one state of the files and many questions: the files are parsed once. Safe to call from many threads.</summary>
    public static Func<CaseReadOptions, CaseReadResult> Prepare(IReadOnlyDictionary<string, byte[]> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        ParsedCase parsed = Parse(files, []);
        return options => CaseReader.Read(parsed, options);
    }

    /// <summary>Reads a case from texts, by path relative to the folder ('readings/north.yaml'). Other paths are left alone.</summary>
    public static CaseReadResult FromTexts(IReadOnlyDictionary<string, string> files, CaseReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        return CaseReader.Read([.. files.Where(f => CaseFiles.IsCaseFile(f.Key)).Select(f => new FileText(f.Key, f.Value))], new HashSet<string>(), options, []);
    }

    private static CaseReadResult FromBytes(IReadOnlyDictionary<string, byte[]> files, CaseReadOptions options, List<CaseProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        return CaseReader.Read(Parse(files, problems), options);
    }

    private static ParsedCase Parse(IReadOnlyDictionary<string, byte[]> files, List<CaseProblem> problems)
    {
        List<FileText> texts = [];
        HashSet<string> unreadable = [.. problems.Where(p => p.Severity == Severity.Error).Select(p => p.Place.File)];
        foreach ((string path, byte[] content) in files.Where(f => CaseFiles.IsCaseFile(f.Key)))
        {
            if (Utf8.Decode(path, content, problems) is { } text)
            {
                texts.Add(text);
            }
            else
            {
                unreadable.Add(path);
            }
        }
        return CaseReader.Parse(texts, unreadable, problems);
    }
}
