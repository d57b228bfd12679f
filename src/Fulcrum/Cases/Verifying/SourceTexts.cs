namespace Fulcrum.Cases.Verifying;

/// <summary>
/// The texts at hand: the files of the case's <c>sources/</c> folder and of further folders that the user names, recognised by content hash whatever
/// they are called. Files that cannot serve as texts are left out, each with a warning.
/// </summary>
public sealed class SourceTexts
{
    /// <summary>The folder inside a case in which its texts lie.</summary>
    public const string Folder = "sources";

    /// <summary>Larger files are left out: 64 MiB.</summary>
    public const long MostBytes = 64L << 20;

    /// <summary>More files than this are not looked at, so that a folder named by mistake does not take hours.</summary>
    public const int MostFiles = 10_000;

    private const int DeepestFolder = 8;

    private readonly Dictionary<string, SourceText> _byHash = new(StringComparer.OrdinalIgnoreCase);

    private SourceTexts(IReadOnlyList<SourceText> texts, IReadOnlyList<CaseProblem> problems)
    {
        Texts = texts;
        Problems = problems;
        foreach (SourceText text in texts)
        {
            _byHash.TryAdd(text.Hash, text);
        }
    }

    /// <summary>In the order of the folders, then ordinal by file name; the same content appears once.</summary>
    public IReadOnlyList<SourceText> Texts { get; }

    public IReadOnlyList<CaseProblem> Problems { get; }

    /// <summary>The text of a source, or null when it is not at hand or the source states no hash.</summary>
    public SourceText? Of(Source source) => source.TextHash is { } hash ? WithHash(hash) : null;

    /// <summary>The text with this hash ('sha256:' may be left out), or null.</summary>
    public SourceText? WithHash(string hash) =>
        _byHash.GetValueOrDefault(hash.Contains(':', StringComparison.Ordinal) ? hash : "sha256:" + hash);

    /// <summary>Reads the texts of a case: its own <c>sources/</c> folder, then <paramref name="folders"/> in the order given.</summary>
    public static SourceTexts Find(string caseFolder, params IReadOnlyList<string> folders)
    {
        var texts = new List<SourceText>();
        var problems = new List<CaseProblem>();
        string own = Path.Combine(caseFolder, Folder);
        if (new DirectoryInfo(own).LinkTarget is not null)
        {
            problems.Add(EvidenceProblems.TextIsLink(Folder));
        }
        else if (Directory.Exists(own))
        {
            ReadFolder(own, texts, problems);
        }
        else if (File.Exists(own))
        {
            problems.Add(EvidenceProblems.TextUnreadable(Folder, "it is a file, where a folder should be"));
        }
        foreach (string folder in folders)
        {
            if (Directory.Exists(folder))
            {
                ReadFolder(folder, texts, problems);
            }
            else
            {
                problems.Add(EvidenceProblems.FolderMissing(folder));
            }
        }
        return new SourceTexts([.. texts.DistinctBy(t => t.Hash)], problems);
    }

    /// <summary>Texts that are already in memory; for callers that hold them elsewhere.</summary>
    public static SourceTexts From(IEnumerable<SourceText> texts) => new([.. texts.DistinctBy(t => t.Hash)], []);

    private static void ReadFolder(string folder, List<SourceText> texts, List<CaseProblem> problems)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = DeepestFolder,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        string[] files;
        try
        {
            files = [.. Directory.EnumerateFiles(folder, "*", options).Take(MostFiles + 1)];
            problems.AddRange(new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => e.LinkTarget is not null)
                .Select(e => e.Name).Order(StringComparer.Ordinal).Select(EvidenceProblems.TextIsLink));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(EvidenceProblems.TextUnreadable(folder, e.Message));
            return;
        }
        if (files.Length > MostFiles)
        {
            problems.Add(EvidenceProblems.TooManyFiles(folder, MostFiles));
        }
        foreach (string file in files.Take(MostFiles).OrderBy(f => f, StringComparer.Ordinal))
        {
            ReadFile(file, Path.GetRelativePath(folder, file).Replace('\\', '/'), texts, problems);
        }
    }

    private static void ReadFile(string file, string name, List<SourceText> texts, List<CaseProblem> problems)
    {
        try
        {
            long size = new FileInfo(file).Length; // 0 for a pipe, which is never opened: reading it would wait for ever
            if (size > MostBytes)
            {
                problems.Add(EvidenceProblems.TextTooLarge(name, MostBytes));
            }
            else if (TextHash.Decode(size == 0 ? [] : File.ReadAllBytes(file)) is { } text)
            {
                texts.Add(new SourceText(name, text));
            }
            else
            {
                problems.Add(EvidenceProblems.TextNotUtf8(name));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(EvidenceProblems.TextUnreadable(name, e.Message));
        }
    }
}
