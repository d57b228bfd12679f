[assembly: AssemblyFixture(typeof(Fulcrum.EndToEnd.TemporaryFolders))]

namespace Fulcrum.EndToEnd;

/// <summary>Folders for tests that need one for a moment; all of them are removed when the last test has ended.</summary>
public sealed class TemporaryFolders : IDisposable
{
    private static readonly Lazy<DirectoryInfo> Root = new(() => Directory.CreateTempSubdirectory("fulcrum-tests-"));
    private static int last;

    /// <summary>An empty folder of its own.</summary>
    public static string New() => Root.Value.CreateSubdirectory($"{Interlocked.Increment(ref last)}").FullName;

    public void Dispose()
    {
        if (Root.IsValueCreated)
        {
            Root.Value.Delete(recursive: true);
        }
    }
}
