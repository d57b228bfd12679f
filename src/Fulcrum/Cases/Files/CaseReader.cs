using System.Security.Cryptography;
using System.Text;
using Fulcrum.Cases.Binding;
using Fulcrum.Cases.Overlays;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Files;

/// <summary>From the texts of a case's files to the case: trees, overlays, binding, and the check of every reading.</summary>
internal static class CaseReader
{
    private const int HashDigits = 12;

    public static CaseReadResult Read(IReadOnlyList<FileText> texts, IReadOnlySet<string> unreadable, CaseReadOptions options, List<CaseProblem> problems) =>
        Read(Parse(texts, unreadable, problems), options);

    /// <summary>The trees of all files and the problems found on the way; read once, they serve any number of readings and changes.</summary>
    public static ParsedCase Parse(IReadOnlyList<FileText> texts, IReadOnlySet<string> unreadable, List<CaseProblem> problems)
    {
        var roots = new Dictionary<string, MapNode>(StringComparer.Ordinal);
        HashSet<string> broken = [.. unreadable];
        foreach (FileText text in texts.OrderBy(t => t.Path, StringComparer.Ordinal))
        {
            if (Root(text, problems) is { } root)
            {
                roots[text.Path] = root;
            }
            else
            {
                broken.Add(text.Path);
            }
        }
        var contents = texts.ToDictionary(t => t.Path, t => t.Text, StringComparer.Ordinal);
        if (!roots.TryGetValue(CaseFiles.Case, out MapNode? main))
        {
            if (!broken.Contains(CaseFiles.Case) && !problems.Any(p => p.Code is "file/no-folder" or "file/unreadable"))
            {
                problems.Add(FileProblems.NoCaseFile(problems.FirstOrDefault(p => p.Code == "file/misnamed" && p.Help.Contains(CaseFiles.Case, StringComparison.Ordinal))?.Place.File));
            }
            return new ParsedCase(null, "", problems, contents);
        }
        CaseTrees trees = Trees(main, roots, broken, problems);
        return new ParsedCase(trees, Hash(texts), problems, contents);
    }

    public static CaseReadResult Read(ParsedCase parsed, CaseReadOptions options)
    {
        List<CaseProblem> problems = [.. parsed.Problems];
        Case? bound = parsed.Trees is { } trees ? BindAll(trees, parsed, options, problems) : null;
        return Result(bound, options.Reading, problems, parsed.Texts);
    }

    internal static MapNode? Root(FileText text, List<CaseProblem> problems)
    {
        SyntaxTree tree = YamlReader.Read(text);
        problems.AddRange(tree.Problems);
        if (tree.Root is null or MapNode)
        {
            return tree.Root as MapNode;
        }
        problems.Add(tree.Root is ScalarNode scalar && YamlTraps.LooksLikeMissingSpace(scalar)
            ? YamlProblems.MissingSpace(scalar) : WordProblems.NotABlock(tree.Root, text.Path));
        return null;
    }

    internal static CaseTrees Trees(MapNode main, Dictionary<string, MapNode> roots, HashSet<string> broken, List<CaseProblem> problems)
    {
        List<(string, MapNode)> readings = [];
        foreach ((string path, MapNode root) in roots.Where(r => CaseFiles.IsReading(r.Key)).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            if (CaseFiles.HasReadingName(path))
            {
                readings.Add((CaseFiles.ReadingOf(path), root));
            }
            else
            {
                problems.Add(FileProblems.ReadingName(path));
            }
        }
        return new CaseTrees(main, roots.GetValueOrDefault(CaseFiles.Ledger), roots.GetValueOrDefault(CaseFiles.Evidence), roots.GetValueOrDefault(CaseFiles.Sources), readings)
        {
            ReadingsReadable = !broken.Contains(CaseFiles.Readings),
            LedgerReadable = !broken.Contains(CaseFiles.Ledger),
            EvidenceReadable = !broken.Contains(CaseFiles.Evidence),
            SourcesReadable = !broken.Contains(CaseFiles.Sources),
            UnreadableReadings = [.. broken.Where(b => CaseFiles.IsReading(b) && CaseFiles.HasReadingName(b)).Select(CaseFiles.ReadingOf).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Binds the base case, each reading on it, and what was asked for. Problems that a reading brings of its own are added once.</summary>
    private static Case? BindAll(CaseTrees trees, ParsedCase parsed, CaseReadOptions options, List<CaseProblem> problems)
    {
        string hash = parsed.Hash;
        (Case? plain, IReadOnlyList<CaseProblem> found) = parsed.Plain.Value;
        problems.AddRange(found);
        HashSet<(string, TextPlace, ReadingId?)> known = [.. problems.Select(p => (p.Code, p.Place, (ReadingId?)null))];
        Case? asked = plain;
        foreach ((string id, MapNode root) in trees.Readings)
        {
            if (root["set"]?.Value is MapNode set)
            {
                Case? read = Overlaid(trees, Entries(set), new ReadingId(id), hash, isChanged: false, known, problems);
                asked = options.Reading?.Value == id ? read : asked;
            }
            else if (options.Reading?.Value == id)
            {
                asked = plain is null ? null : plain with { AppliedReading = new ReadingId(id) };
            }
        }
        string[] ids = [.. trees.Readings.Select(r => r.Id)];
        if (options.Reading is { } wanted && trees.ReadingsReadable && !ids.Contains(wanted.Value) && !trees.UnreadableReadings.Contains(wanted.Value))
        {
            problems.Add(FileProblems.UnknownReading(wanted.Value, ids));
        }
        if (options.Sets.Count > 0)
        {
            MapNode? chosen = trees.Readings.FirstOrDefault(r => r.Id == options.Reading?.Value).Root?["set"]?.Value as MapNode;
            OverlayEntry[] entries = [.. chosen is null ? [] : Entries(chosen), .. options.Sets.Select(s => SetOf(s.Path, s.Text, problems)).OfType<OverlayEntry>()];
            asked = Overlaid(trees, entries, options.Reading, hash, isChanged: true, known, problems);
        }
        return asked;
    }

    private static Case? Overlaid(
        CaseTrees trees, IEnumerable<OverlayEntry> entries, ReadingId? applied, string hash, bool isChanged, HashSet<(string, TextPlace, ReadingId?)> known,
        List<CaseProblem> problems)
    {
        string prefix = isChanged ? "with the change: " : $"with reading {applied}: ";
        List<CaseProblem> own = [];
        CaseTrees overlaid = Overlay.Apply(trees, entries, own);
        (Case? bound, IReadOnlyList<CaseProblem> found) = CaseBinder.Bind(overlaid, applied, hash);
        foreach (CaseProblem problem in own.Concat(found).Where(IsNew))
        {
            // A problem that shows up at a line of the base case must say what brought it about.
            bool elsewhere = problem.Place.File is CaseFiles.Case or CaseFiles.Ledger;
            problems.Add(problem with { Message = elsewhere ? prefix + problem.Message : problem.Message, Reading = isChanged ? null : applied });
        }
        return own.Any(p => p.Severity == Severity.Error) ? null : bound;

        // A warning that several readings bring about is told once; an error for each of them, as none can be used.
        bool IsNew(CaseProblem p) =>
            !known.Contains((p.Code, p.Place, null)) && known.Add((p.Code, p.Place, p.Severity == Severity.Error ? applied : null));
    }

    private static IEnumerable<OverlayEntry> Entries(MapNode set) => set.Entries.Select(e => new OverlayEntry(e.Key, e.Value));

    private static OverlayEntry? SetOf(string path, string text, List<CaseProblem> problems)
    {
        SyntaxTree tree = YamlReader.Read(new FileText($"--set {path}", text));
        problems.AddRange(tree.Problems);
        var shown = new FileText("--set", $"{path}={text}");
        var at = new ScalarNode(shown, 0, path.Length, path, isQuoted: false);
        return tree.Root is null ? null : new OverlayEntry(at, tree.Root);
    }

    private static CaseReadResult Result(Case? bound, ReadingId? asked, List<CaseProblem> problems, IReadOnlyDictionary<string, string> texts)
    {
        CaseProblem[] sorted = [.. problems.Select(Attributed).OrderBy(p => p.Severity).ThenBy(p => p.Place.File, StringComparer.Ordinal)
            .ThenBy(p => p.Place.Line).ThenBy(p => p.Place.Column).ThenBy(p => p.Code, StringComparer.Ordinal)];
        CaseProblem[] errors = [.. sorted.Where(p => p.Severity == Severity.Error)];
        bool sound = errors.All(p => p.Reading is { } other && other != asked);
        ReadingId[] unusable = [.. errors.Select(p => p.Reading).OfType<ReadingId>().Distinct().OrderBy(r => r.Value, StringComparer.Ordinal)];
        CaseProblem[] told = sorted.Length <= ProblemAt.Most ? sorted : [.. sorted.Take(ProblemAt.Most), FileProblems.TooMany(sorted.Length - ProblemAt.Most)];
        return new CaseReadResult(sound ? bound : null, told) { Texts = texts, Unusable = unusable };
    }

    private static CaseProblem Attributed(CaseProblem problem) =>
        problem.Reading is null && CaseFiles.IsReading(problem.Place.File) ? problem with { Reading = new ReadingId(CaseFiles.ReadingOf(problem.Place.File)) } : problem;

    // Line breaks and byte-order marks do not count, so that the hash is the same on every machine.
    private static string Hash(IReadOnlyList<FileText> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (FileText text in texts.OrderBy(t => t.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{text.Path}\0{text.Text.Replace("\r\n", "\n", StringComparison.Ordinal)}\0"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashDigits];
    }
}
