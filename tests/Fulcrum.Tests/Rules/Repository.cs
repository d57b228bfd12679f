using System.Runtime.CompilerServices;

namespace Fulcrum.Tests.Rules;

/// <summary>Where the repository lies, found from this file's own place.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The folder of shared material beside the repository, or null on a machine that has none.</summary>
    public static string? Shared { get; } = Directory.Exists(Path.Combine(Root, "..", "shared")) ? Path.GetFullPath(Path.Combine(Root, "..", "shared")) : null;

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    public static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(At(folder.Split('/')), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}node_modules{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string Find([CallerFilePath] string here = "")
    {
        // The path at compile time; deterministic builds may map it, so fall back to walking up from the running program.
        foreach (string? start in new[] { Path.GetDirectoryName(here), AppContext.BaseDirectory })
        {
            for (DirectoryInfo? at = start is null ? null : new DirectoryInfo(start); at is not null; at = at.Parent)
            {
                if (File.Exists(Path.Combine(at.FullName, "Fulcrum.slnx")))
                {
                    return at.FullName;
                }
            }
        }
        throw new InvalidOperationException("The repository's root was not found.");
    }
}
