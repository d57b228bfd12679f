using System.IO.Compression;
using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Files;

namespace Fulcrum;

/// <summary>How much a replication package may hold. What counts is what is unpacked, not what the zip says of itself.</summary>
/// <param name="File">Bytes of the zip itself.</param>
/// <param name="Table">Bytes of the draws, and of the counts.</param>
/// <param name="Total">Bytes of everything unpacked.</param>
/// <param name="Entries">Files in it.</param>
internal sealed record ReplicationLimits(long File = 256 << 20, long Table = 256 << 20, long Total = 320 << 20, int Entries = 4096)
{
    /// <summary>As many as may be asked of an analysis.</summary>
    public const int MostDraws = 10_000_000;
}

/// <summary>What stands in a replication package: a zip with the files of one case, the settings, the draws and the counts, and nothing else.</summary>
internal sealed record ReplicationPackage(IReadOnlyDictionary<string, byte[]> Case, string Plan, string Draws, string Counts)
{
    public const string CaseFolderName = "case/", DrawsName = "draws.csv", CountsName = "expected.txt", PlanName = "replication.txt", ReadmeName = "README.txt";

    private static readonly string[] Needed = [PlanName, DrawsName, CountsName];

    // Before every file of a zip's list of contents.
    private static readonly byte[] ListEntry = [0x50, 0x4B, 0x01, 0x02];

    /// <summary>Unpacks a package within the limits; nothing of it is written anywhere.</summary>
    public static Answer<ReplicationPackage> Read(byte[] package, ReplicationLimits limits, CancellationToken cancellation)
    {
        if (package.Length > limits.File)
        {
            return Refused(ReplicationProblems.TooLarge("", limits.File));
        }
        // Counted before the list is read: a list of millions would fill the memory.
        if (package.AsSpan().Count(ListEntry) > limits.Entries)
        {
            return Refused(ReplicationProblems.TooManyFiles(limits.Entries));
        }
        try
        {
            using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
            return Unpack(zip, limits, cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException or IOException)
        {
            return Refused(ReplicationProblems.NoPackage(e.Message));
        }
    }

    private static Answer<ReplicationPackage> Unpack(ZipArchive zip, ReplicationLimits limits, CancellationToken cancellation)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        long left = limits.Total;
        foreach (ZipArchiveEntry entry in zip.Entries.Where(e => !IsFolder(e)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsOurs(entry.FullName) || files.ContainsKey(entry.FullName))
            {
                return Refused(ReplicationProblems.FileName(entry.FullName, files.ContainsKey(entry.FullName)));
            }
            long most = Math.Min(left, entry.FullName is DrawsName or CountsName ? limits.Table : CaseFiles.LargestBytes);
            if (Bytes(entry, most) is not { } content)
            {
                return Refused(ReplicationProblems.TooLarge(entry.FullName, most));
            }
            left -= content.Length;
            files[entry.FullName] = content;
        }
        return Needed.FirstOrDefault(n => !files.ContainsKey(n)) is { } missing
            ? Refused(ReplicationProblems.NoPackage($"it has no {missing}"))
            : new Answer<ReplicationPackage>(
                new ReplicationPackage(
                    files.Where(f => f.Key.StartsWith(CaseFolderName, StringComparison.Ordinal)).ToDictionary(f => f.Key[CaseFolderName.Length..], f => f.Value, StringComparer.Ordinal),
                    Encoding.UTF8.GetString(files[PlanName]), Encoding.UTF8.GetString(files[DrawsName]), Encoding.UTF8.GetString(files[CountsName])),
                []);
    }

    private static Answer<ReplicationPackage> Refused(CaseProblem problem) => new(null, [problem]);

    // Programs that pack a folder list the folder itself too.
    private static bool IsFolder(ZipArchiveEntry entry) => entry is { Length: 0, FullName: CaseFolderName or CaseFolderName + CaseFiles.Readings + "/" };

    private static bool IsOurs(string name) =>
        name is PlanName or DrawsName or CountsName or ReadmeName || (name.StartsWith(CaseFolderName, StringComparison.Ordinal) && CaseFolder.IsCaseFile(name[CaseFolderName.Length..]));

    // Null when there is more than may be.
    private static byte[]? Bytes(ZipArchiveEntry entry, long most)
    {
        using Stream stream = entry.Open();
        using var content = new MemoryStream();
        byte[] part = new byte[1 << 16];
        for (int read; (read = stream.Read(part)) > 0;)
        {
            if (content.Length + read > most)
            {
                return null;
            }
            content.Write(part, 0, read);
        }
        return content.ToArray();
    }
}
