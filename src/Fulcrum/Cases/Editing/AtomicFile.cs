using System.Globalization;
using System.Text.RegularExpressions;

namespace Fulcrum.Cases.Editing;

/// <summary>
/// Saves a file so that at every moment, also after a kill or a loss of power, it holds its old or its new content: the new content is written aside
/// in the same folder, flushed to the disk and renamed over the old.
/// </summary>
/// <remarks>
/// While somebody saves, their aside file is open and locked. A saver first puts down its own aside file and then looks for others: a locked one
/// means that another program is saving, so it steps back; one that nobody holds was left by a program that was killed, and is removed. Since every
/// saver announces itself before it looks, two savers never both compare the version and rename. The lock is shared with readers, who would otherwise
/// fail in the moment after the rename.
/// </remarks>
public static partial class AtomicFile
{
    private const string AsideSuffix = ".aside";
    private const int MostAttempts = 40;
    private const int LongestPause = 40;

    /// <summary>Writes the content, whoever wrote the file last when <paramref name="expected"/> is null; otherwise only over that version.</summary>
    public static SaveResult Write(string path, ReadOnlySpan<byte> content, FileVersion? expected = null)
    {
        try
        {
            string target = Target(path);
            for (int attempt = 0; attempt < MostAttempts; attempt++)
            {
                if (TryWrite(target, content, expected, attempt) is { } result)
                {
                    return result;
                }
                // Different savers step back for different times, so that they do not meet for ever.
                Thread.Sleep(1 + Math.Min(LongestPause, attempt * (1 + (Environment.ProcessId + Environment.CurrentManagedThreadId) % 7) / 2));
            }
            return new SaveResult(SaveOutcome.Busy, null, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new SaveResult(SaveOutcome.Refused, null, Why(e.Message));
        }
    }

    /// <summary>Removes what killed programs left beside the file. Saving does the same by itself.</summary>
    public static void RemoveStaleAsides(string path) => AnotherIsSaving(Target(path), except: null);

    // Null: another program is saving, or took this one's aside file for a stale one; try again.
    private static SaveResult? TryWrite(string target, ReadOnlySpan<byte> content, FileVersion? expected, int attempt)
    {
        string aside = AsideName(target, attempt);
        FileStream stream;
        try
        {
            stream = new FileStream(aside, Aside(target));
        }
        catch (IOException) when (File.Exists(aside))
        {
            AnotherIsSaving(target, except: null);
            return null;
        }
        bool renamed = false;
        try
        {
            if (AnotherIsSaving(target, aside))
            {
                return null;
            }
            if (expected is { } version && FileVersion.At(target) != version)
            {
                return new SaveResult(SaveOutcome.ChangedMeanwhile, null, null);
            }
            stream.Write(content);
            stream.Flush(flushToDisk: true);
            renamed = Rename(stream, aside, target);
            return renamed ? new SaveResult(SaveOutcome.Saved, FileVersion.Of(content), null) : null;
        }
        finally
        {
            stream.Dispose();
            if (!renamed)
            {
                File.Delete(aside);
            }
        }
    }

    // Unbuffered: on a full disk nothing is left to be written when it is closed, which would fail once more and leave the file lying there. Nobody
    // reads it who may not read the file whose place it takes.
    private static FileStreamOptions Aside(string target)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            options.UnixCreateMode = File.GetUnixFileMode(target) | UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return options;
    }

    // Unix renames an open file, so the lock is held to the end. Windows does not: there a rename that fails is tried again from the start.
    private static bool Rename(FileStream stream, string aside, string target)
    {
        if (OperatingSystem.IsWindows())
        {
            stream.Dispose();
        }
        else if (File.Exists(target))
        {
            File.SetUnixFileMode(aside, File.GetUnixFileMode(target));
        }
        try
        {
            File.Move(aside, target, overwrite: true);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static bool AnotherIsSaving(string target, string? except)
    {
        bool another = false;
        string folder = Path.GetDirectoryName(target)!;
        foreach (string aside in Directory.EnumerateFiles(folder, $".{Path.GetFileName(target)}.*{AsideSuffix}").Where(a => a != except))
        {
            another |= !RemovedAsStale(aside);
        }
        return another;
    }

    private static bool RemovedAsStale(string aside)
    {
        try
        {
            using var probe = new FileStream(aside, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // The platform's reason, about the file that was to be saved rather than the one written aside.
    private static string Why(string message)
    {
        int path = message.EndsWith('\'') ? message.IndexOf(" : '", StringComparison.Ordinal) : -1;
        return AsidePath().Replace(path > 0 ? message[..path] : message, "$1");
    }

    [GeneratedRegex(@"\.([^/\\']+)\.\d+-\d+-\d+\.aside")]
    private static partial Regex AsidePath();

    private static string AsideName(string target, int attempt) => Path.Combine(
        Path.GetDirectoryName(target)!,
        string.Create(CultureInfo.InvariantCulture, $".{Path.GetFileName(target)}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}-{attempt}{AsideSuffix}"));

    // Through a link the file that it leads to is saved; the link stays.
    private static string Target(string path)
    {
        string full = Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
    }
}
