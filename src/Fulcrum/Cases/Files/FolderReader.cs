using Fulcrum.Cases.Problems;

namespace Fulcrum.Cases.Files;

/// <summary>Takes a case's files from the disk. Links that lead out of the folder are refused.</summary>
internal static class FolderReader
{
    private const int MostLinks = 40;

    public static IReadOnlyDictionary<string, byte[]> Read(string folder, List<CaseProblem> problems)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        try
        {
            if (!Directory.Exists(folder))
            {
                problems.Add(FileProblems.NoFolder(folder));
                return files;
            }
            string root = Real(Path.GetFullPath(folder));
            foreach (string path in Paths(root, problems))
            {
                if (ReadFile(root, path, problems) is { } content)
                {
                    files[path] = content;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(FileProblems.Unreadable(folder, e.Message));
        }
        return files;
    }

    private static List<string> Paths(string root, List<CaseProblem> problems)
    {
        List<string> paths = [];
        string[] names = [.. Directory.EnumerateFiles(root).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
        paths.AddRange(CaseFiles.Fixed.Where(names.Contains));
        problems.AddRange(CaseFiles.Fixed.Where(f => Directory.Exists(Path.Combine(root, f))).Select(FileProblems.FolderInPlace));
        problems.AddRange(names.Select(CaseFiles.Misnamed).OfType<CaseProblem>());
        string readings = Path.Combine(root, CaseFiles.Readings);
        if (!Directory.Exists(readings))
        {
            problems.AddRange(names.Where(n => n == CaseFiles.Readings).Select(FileProblems.FileInPlace));
            return paths;
        }
        if (!IsInside(root, readings))
        {
            problems.Add(FileProblems.OutsideFolder(CaseFiles.Readings));
            return paths;
        }
        foreach (string name in Directory.EnumerateFiles(readings).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal))
        {
            string path = $"{CaseFiles.Readings}/{name}";
            if (CaseFiles.IsReading(path))
            {
                paths.Add(path);
            }
            else if (name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(FileProblems.Misnamed(path, Path.ChangeExtension(path, ".yaml")));
            }
        }
        return paths;
    }

    private static byte[]? ReadFile(string root, string path, List<CaseProblem> problems)
    {
        string full = Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
        try
        {
            if (!IsInside(root, full))
            {
                problems.Add(FileProblems.OutsideFolder(path));
                return null;
            }
            long? length = PlainFile.Length(full);
            if (length is null or > CaseFiles.LargestBytes)
            {
                problems.Add(length is null ? FileProblems.NoPlainFile(path) : FileProblems.TooLarge(path));
                return null;
            }
            return File.ReadAllBytes(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Add(FileProblems.Unreadable(path, e.Message));
            return null;
        }
    }

    private static bool IsInside(string root, string path)
    {
        string real = Real(path);
        return real.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    /// <summary>The path with every link on the way followed.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    private static string Real(string path)
    {
        string current = Path.GetPathRoot(path) ?? "";
        var left = new Stack<string>(Parts(path).AsEnumerable().Reverse());
        int links = 0;
        while (left.TryPop(out string? part))
        {
            string next = Path.GetFullPath(Path.Combine(current, part));
            string? target = new FileInfo(next).LinkTarget;
            if (target is null)
            {
                current = next;
                continue;
            }
            if (++links > MostLinks)
            {
                throw new IOException("the links lead in a circle");
            }
            string absolute = Path.GetFullPath(target, current);
            current = Path.GetPathRoot(absolute) ?? "";
            foreach (string piece in Parts(absolute).AsEnumerable().Reverse())
            {
                left.Push(piece);
            }
        }
        return current;
    }

    private static string[] Parts(string path) =>
        path[(Path.GetPathRoot(path)?.Length ?? 0)..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
}
