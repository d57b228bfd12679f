using System.Security.Cryptography;
using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;

namespace Fulcrum.Web.Desk;

/// <summary>The case's files as they stood at one moment, and what they say. Immutable: another state of the folder is another snapshot.</summary>
internal sealed class CaseSnapshot
{
    private const int VersionDigits = 16;

    private CaseSnapshot(IReadOnlyDictionary<string, byte[]> files, IReadOnlyList<CaseProblem> ofFolder)
    {
        Files = files;
        Versions = files.ToDictionary(f => f.Key, f => FileVersion.Of(f.Value).Hash, StringComparer.Ordinal);
        Workbench = On(files);
        Read = Workbench.Check();
        Problems = [.. ofFolder, .. Read.Problems];
        Version = Hash(Versions);
    }

    public IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>Of each file, the hash of its bytes.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; }

    /// <summary>Changes with every byte of every file.</summary>
    public string Version { get; }

    /// <summary>Asks this state of the files, whatever happens on the disk meanwhile.</summary>
    public Workbench Workbench { get; }

    public CaseReadResult Read { get; }

    public IReadOnlyList<CaseProblem> Problems { get; }

    public Case? Case => Read.Case;

    /// <summary>Asks this state of the files about one reading alone: the others are not read again with every question.</summary>
    public Workbench ForOne(string? reading)
    {
        HashSet<string> kept = [.. Case?.Beliefs.Values.Select(b => b.Value) ?? [], reading ?? ""];
        return Case is null ? Workbench : On(Files.Where(f => !f.Key.StartsWith("readings/", StringComparison.Ordinal) || kept.Contains(Path.GetFileNameWithoutExtension(f.Key)))
            .ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal));
    }

    public static CaseSnapshot Of(string folder)
    {
        var problems = new List<CaseProblem>();
        IReadOnlyDictionary<string, byte[]> files = CaseFolder.Files(folder, problems);
        return new CaseSnapshot(files, problems);
    }

    /// <summary>The same case with some files otherwise, as if they had been saved; null takes a file away.</summary>
    public CaseSnapshot With(IEnumerable<(string Name, byte[]? Content)> changes)
    {
        var files = new SortedDictionary<string, byte[]>(Files.ToDictionary(f => f.Key, f => f.Value), StringComparer.Ordinal);
        foreach ((string name, byte[]? content) in changes)
        {
            if (content is null)
            {
                files.Remove(name);
            }
            else
            {
                files[name] = content;
            }
        }
        return new CaseSnapshot(files, []);
    }

    /// <summary>Whether the files on the disk are still these, without reading the case.</summary>
    public bool IsCurrent(string folder) =>
        Version == Hash(CaseFolder.Files(folder, new List<CaseProblem>()).ToDictionary(f => f.Key, f => FileVersion.Of(f.Value).Hash, StringComparer.Ordinal));

    public string VersionOf(string name) => Versions.GetValueOrDefault(name, FileVersion.Absent.Hash);

    public string? TextOf(string name) => Files.TryGetValue(name, out byte[]? content) ? Text(content) : null;

    public static string Text(byte[] content)
    {
        ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
        return Encoding.UTF8.GetString(content.AsSpan().StartsWith(mark) ? content.AsSpan(mark.Length) : content);
    }

    private static Workbench On(IReadOnlyDictionary<string, byte[]> files)
    {
        Func<CaseReadOptions, CaseReadResult> read = CaseFolder.Prepare(files);
        return new Workbench(request => read(new CaseReadOptions { Reading = request.Reading, Sets = [.. request.Changes.Select(c => (c.Path, c.Text))] }));
    }

    private static string Hash(IReadOnlyDictionary<string, string> versions)
    {
        string all = string.Join('\n', versions.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key} {v.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..VersionDigits];
    }
}
