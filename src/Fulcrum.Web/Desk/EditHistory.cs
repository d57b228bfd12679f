using System.Security.Cryptography;
using System.Text.Json;
using Fulcrum.Cases.Editing;
using Fulcrum.Web.Serving;

namespace Fulcrum.Web.Desk;

/// <summary>
/// The steps that can be undone and done again, kept in '.fulcrum/undo' of the case folder so that they outlive the server: an index, and each content once, under
/// its hash. The folder keeps itself out of version control. What cannot be read is forgotten; what cannot be written is only not remembered.
/// </summary>
internal sealed class EditHistory(string folder)
{
    private const string Index = "steps.json";

    /// <summary>Steps that are kept beyond the server's life.</summary>
    private const int Most = 50;

    private readonly string _place = Path.Combine(folder, ".fulcrum", "undo");

    public (IReadOnlyList<IReadOnlyList<FileChange>> Done, IReadOnlyList<IReadOnlyList<FileChange>> Undone) Load()
    {
        try
        {
            Steps? steps = File.Exists(At(Index)) && !LeadsElsewhere ? JsonSerializer.Deserialize<Steps>(File.ReadAllBytes(At(Index)), ApiJson.Settings) : null;
            return steps is null ? ([], []) : (Contents(steps.Done), Contents(steps.Undone));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            return ([], []);
        }
    }

    public void Keep(IReadOnlyList<IReadOnlyList<FileChange>> done, IEnumerable<IReadOnlyList<FileChange>> undone)
    {
        try
        {
            if (LeadsElsewhere)
            {
                return;
            }
            IReadOnlyList<FileChange>[] before = [.. done.TakeLast(Most)], after = [.. undone.Take(Most)];
            MakePlace();
            Once(Path.Combine(folder, ".fulcrum", ".gitignore"), "*\n"u8.ToArray());
            HashSet<string> kept = [Index];
            foreach (byte[] content in before.Concat(after).SelectMany(s => s).SelectMany(c => new[] { c.Before, c.After }).OfType<byte[]>())
            {
                string name = Name(content);
                if (kept.Add(name))
                {
                    Once(At(name), content);
                }
            }
            AtomicFile.Write(At(Index), JsonSerializer.SerializeToUtf8Bytes(new Steps(Names(before), Names(after)), ApiJson.Settings));
            foreach (string file in Directory.EnumerateFiles(_place).Where(f => !kept.Contains(Path.GetFileName(f))))
            {
                File.Delete(file);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The disk is full or the folder is read-only: the steps live as long as the server does.
        }
    }

    // Contents of files that only their owner may read stay with the owner.
    private void MakePlace()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_place);
        }
        else
        {
            Directory.CreateDirectory(_place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private bool LeadsElsewhere => new[] { Path.GetDirectoryName(_place)!, _place }.Any(p => new DirectoryInfo(p).LinkTarget is not null);

    private static void Once(string path, byte[] content)
    {
        if (!File.Exists(path))
        {
            AtomicFile.Write(path, content);
        }
    }

    private static Change[][] Names(IReadOnlyList<FileChange>[] steps) =>
        [.. steps.Select(s => s.Select(c => new Change(c.Name, c.Before is null ? null : Name(c.Before), c.After is null ? null : Name(c.After))).ToArray())];

    private IReadOnlyList<FileChange>[] Contents(IReadOnlyList<IReadOnlyList<Change>> steps) =>
        [.. steps.Select(s => s.Select(c => new FileChange(c.Name, Content(c.Before), Content(c.After))).ToArray())];

    private byte[]? Content(string? name)
    {
        if (name is null)
        {
            return null;
        }
        byte[] content = name.All(c => char.IsAsciiHexDigitLower(c)) ? File.ReadAllBytes(At(name)) : throw new JsonException(name);
        return Name(content) == name ? content : throw new JsonException(name);
    }

    private string At(string name) => Path.Combine(_place, name);

    private static string Name(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private sealed record Steps(IReadOnlyList<IReadOnlyList<Change>> Done, IReadOnlyList<IReadOnlyList<Change>> Undone);

    private sealed record Change(string Name, string? Before, string? After);
}
