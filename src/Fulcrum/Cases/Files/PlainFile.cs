using System.Formats.Tar;

namespace Fulcrum.Cases.Files;

/// <summary>Tells a file from a pipe, a device or a socket, which have no length: reading one would wait for ever, or never end.</summary>
public static class PlainFile
{
    /// <summary>Why what is none is not read.</summary>
    public const string Other = "it is a pipe, a device or a socket, not a plain file";

    /// <summary>Bytes of a plain file, of a link those of what it leads to; null for what is none.</summary>
    /// <param name="path">Of something that exists and is no folder.</param>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked at.</exception>
    public static long? Length(string path)
    {
        string real = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        if (!File.Exists(real))
        {
            return null; // as the end of a shell's <(...), which has a name that leads nowhere
        }
        long length = new FileInfo(real).Length;
        return length > 0 || OperatingSystem.IsWindows() || IsEmptyFile(real) ? length : null;
    }

    private static bool IsEmptyFile(string real)
    {
        try
        {
            // Of what has no length only an archive's entry says what it is, and an empty file costs nothing to put into one.
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
            {
                writer.WriteEntry(real, "it");
            }
            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType == TarEntryType.RegularFile;
        }
        catch (Exception e) when (e is IOException && e is not FileNotFoundException)
        {
            return false; // archives hold no sockets
        }
    }
}
