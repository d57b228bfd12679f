using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Cases.Verifying;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Web.Desk;

/// <summary>A file before and after an edit; null where there is no file.</summary>
internal sealed record FileChange(string Name, byte[]? Before, byte[]? After);

/// <param name="Conflict">The file that was not what it should be; then nothing was written.</param>
/// <param name="Refused">Why the disk refused; then what had been written was taken back.</param>
internal sealed record EditOutcome(IReadOnlyList<string> Files, FileConflict? Conflict = null, string? Refused = null)
{
    public bool Ok => Conflict is null && Refused is null;
}

/// <param name="Wanted">What was to be written.</param>
/// <param name="Standing">What stands there instead of <paramref name="Base"/>.</param>
internal sealed record FileConflict(string Name, byte[]? Wanted, byte[]? Standing, byte[]? Base, string Version);

/// <summary>
/// Saves edits of one or several files, whole or not at all, each only over what it was made from; remembers them so that they can be undone and done again.
/// An undo is such a save too: where a file was changed by somebody else since, it is refused.
/// </summary>
internal sealed class EditLog
{
    private const int Most = 200;

    private readonly string _folder;
    private readonly EditHistory _history;
    private readonly Lock _lock = new();
    private readonly List<IReadOnlyList<FileChange>> _done;
    private readonly Stack<IReadOnlyList<FileChange>> _undone;

    /// <summary>Goes on with the steps of an earlier server on the same folder.</summary>
    public EditLog(string folder)
    {
        _folder = folder;
        _history = new EditHistory(folder);
        var (done, undone) = _history.Load();
        _done = [.. done.Where(IsOurs)];
        _undone = new Stack<IReadOnlyList<FileChange>>(undone.Where(IsOurs).Reverse());
    }

    public bool CanUndo => _done.Count > 0;

    public bool CanRedo => _undone.Count > 0;

    /// <summary>What <see cref="Undo"/> would take back; null when there is nothing.</summary>
    public IReadOnlyList<FileChange>? NextUndo
    {
        get
        {
            lock (_lock)
            {
                return _done.Count == 0 ? null : _done[^1];
            }
        }
    }

    public EditOutcome Save(IReadOnlyList<FileChange> changes)
    {
        lock (_lock)
        {
            EditOutcome outcome = Write(changes);
            if (outcome.Ok)
            {
                _undone.Clear();
                Remember(changes);
                _history.Keep(_done, _undone);
            }
            return outcome;
        }
    }

    /// <returns>Null when there is nothing to undo.</returns>
    public EditOutcome? Undo()
    {
        lock (_lock)
        {
            if (_done.Count == 0)
            {
                return null;
            }
            IReadOnlyList<FileChange> last = _done[^1];
            EditOutcome outcome = Write([.. last.Select(c => new FileChange(c.Name, c.After, c.Before))]);
            if (outcome.Ok)
            {
                _done.RemoveAt(_done.Count - 1);
                _undone.Push(last);
                _history.Keep(_done, _undone);
            }
            return outcome;
        }
    }

    /// <returns>Null when there is nothing to do again.</returns>
    public EditOutcome? Redo()
    {
        lock (_lock)
        {
            if (!_undone.TryPeek(out IReadOnlyList<FileChange>? next))
            {
                return null;
            }
            EditOutcome outcome = Write(next);
            if (outcome.Ok)
            {
                _undone.Pop();
                Remember(next);
                _history.Keep(_done, _undone);
            }
            return outcome;
        }
    }

    // The index lies in a folder that anybody may write to: only files that an edit of this program can be about are written by it.
    private static bool IsOurs(IReadOnlyList<FileChange> step) => step.All(c => CaseFolder.IsCaseFile(c.Name) || c.Name == ProposalsFile.Name
        || (c.Name.StartsWith(SourceTexts.Folder + "/", StringComparison.Ordinal) && Path.GetFileName(c.Name) == c.Name[(SourceTexts.Folder.Length + 1)..] && !c.Name.EndsWith("..", StringComparison.Ordinal)));

    private void Remember(IReadOnlyList<FileChange> changes)
    {
        _done.Add(changes);
        if (_done.Count > Most)
        {
            _done.RemoveAt(0);
        }
    }

    private EditOutcome Write(IReadOnlyList<FileChange> changes)
    {
        if (changes.Select(Conflict).FirstOrDefault(c => c is not null) is { } conflict)
        {
            return new EditOutcome([], conflict);
        }
        var written = new List<FileChange>();
        foreach (FileChange change in changes)
        {
            SaveResult result = Put(change.Name, change.After, Version(change.Before));
            if (!result.Ok)
            {
                written.ForEach(w => Put(w.Name, w.Before, Version(w.After)));
                return result.Outcome == SaveOutcome.ChangedMeanwhile
                    ? new EditOutcome([], Conflict(change) ?? new FileConflict(change.Name, change.After, null, change.Before, ""))
                    : new EditOutcome([], Refused: result.Why ?? "another program is saving the same file");
            }
            written.Add(change);
        }
        return new EditOutcome([.. changes.Select(c => c.Name)]);
    }

    private FileConflict? Conflict(FileChange change)
    {
        string path = At(change.Name);
        byte[]? standing = File.Exists(path) ? File.ReadAllBytes(path) : null;
        return Version(standing) == Version(change.Before) ? null : new FileConflict(change.Name, change.After, standing, change.Before, Version(standing).Hash);
    }

    private SaveResult Put(string name, byte[]? content, FileVersion expected)
    {
        string path = At(name);
        try
        {
            if (LeadsElsewhere(path, expected))
            {
                return new SaveResult(SaveOutcome.Refused, null, "a link leads out of the case folder");
            }
            if (content is not null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return AtomicFile.Write(path, content, expected);
            }
            if (FileVersion.At(path) != expected)
            {
                return new SaveResult(SaveOutcome.ChangedMeanwhile, null, null);
            }
            File.Delete(path);
            return new SaveResult(SaveOutcome.Saved, FileVersion.Absent, null);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Told like any other refusal, so that what was written before it is taken back.
            return new SaveResult(SaveOutcome.Refused, null, refused.Message);
        }
    }

    // A link to a file that was read lies inside the folder; a new file must not come about through a link, nor any in a folder that is one.
    private bool LeadsElsewhere(string path, FileVersion expected)
    {
        string parent = Path.GetDirectoryName(path)!;
        return (parent != _folder && new DirectoryInfo(parent).LinkTarget is not null) || (expected == FileVersion.Absent && new FileInfo(path).LinkTarget is not null);
    }

    private string At(string name) => Path.Combine(_folder, name.Replace('/', Path.DirectorySeparatorChar));

    private static FileVersion Version(byte[]? content) => content is null ? FileVersion.Absent : FileVersion.Of(content);
}
