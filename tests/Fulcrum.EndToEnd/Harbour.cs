namespace Fulcrum.EndToEnd;

/// <summary>A small made-up case with everything in it, and copies of it that a test may spoil.</summary>
internal sealed class Harbour : IDisposable
{
    public const string Folder = "tests/Fulcrum.EndToEnd/Samples/harbour";

    private Harbour(string copy) => Copy = copy;

    public string Copy { get; }

    public static Harbour CopyOf()
    {
        string copy = Directory.CreateTempSubdirectory("fulcrum-").FullName;
        string from = Repository.At(Folder.Split('/'));
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string to = Path.Combine(copy, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        return new Harbour(copy);
    }

    public Harbour With(string file, string old, string now)
    {
        string path = Path.Combine(Copy, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(old, now, StringComparison.Ordinal));
        return this;
    }

    public void Dispose() => Directory.Delete(Copy, recursive: true);
}
