using System.Text;
using Fulcrum.Cases.Files;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Editing;

/// <summary>
/// One YAML file of a case, to be changed without disturbing what its author wrote: comments, layout, line ends and every byte that an edit does not
/// concern stay as they are. Immutable: every edit gives a new editor. After an edit the file is read again and must say exactly what was asked for;
/// an edit for which that fails is refused, so that a file is never spoiled.
/// </summary>
public sealed class CaseEditor
{
    private readonly bool _byteOrderMark;
    private readonly FileVersion _read;

    private CaseEditor(FileText source, MapNode root, bool byteOrderMark, FileVersion read)
    {
        Source = source;
        Root = root;
        _byteOrderMark = byteOrderMark;
        _read = read;
    }

    /// <summary>The file's path inside the case folder, with '/'.</summary>
    public string File => Source.Path;

    /// <summary>The file as it would be saved, without a byte-order mark.</summary>
    public string Text => Source.Text;

    internal FileText Source { get; }

    internal MapNode Root { get; }

    /// <summary>Opens a file of a case folder; a file that is not there is empty and comes into being when it is saved.</summary>
    /// <param name="file">Path relative to the folder ('ledger.yaml', 'readings/north.yaml').</param>
    public static EditResult Open(string folder, string file)
    {
        if (Path.IsPathRooted(file) || file.Split('/', '\\').Contains(".."))
        {
            return EditResult.Failed(EditProblems.OutsideFolder(file));
        }
        try
        {
            string path = Path.Combine(folder, file);
            return System.IO.File.Exists(path) ? FromBytes(file, System.IO.File.ReadAllBytes(path)) : Read(file, "", byteOrderMark: false, FileVersion.Absent);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return EditResult.Failed(EditProblems.Unreadable(file, e.Message));
        }
    }

    public static EditResult FromBytes(string file, ReadOnlySpan<byte> content)
    {
        if (content.Length > CaseFiles.LargestBytes)
        {
            return EditResult.Failed(FileProblems.TooLarge(file));
        }
        if (!System.Text.Unicode.Utf8.IsValid(content))
        {
            return EditResult.Failed(EditProblems.NotUtf8(file));
        }
        bool mark = content.StartsWith(Encoding.UTF8.Preamble);
        return Read(file, Encoding.UTF8.GetString(mark ? content[Encoding.UTF8.Preamble.Length..] : content), mark, FileVersion.Of(content));
    }

    /// <summary>Opens a text that is not (yet) a file; saving it makes a file where none was.</summary>
    public static EditResult FromText(string file, string text) => Read(file, text, byteOrderMark: false, FileVersion.Absent);

    /// <summary>The file's bytes: those that were read when nothing was edited.</summary>
    public byte[] ToBytes() => [.. _byteOrderMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(Text)];

    /// <summary>Saves into the case folder, atomically and only over the version that was read.</summary>
    public SaveResult Save(string folder) => AtomicFile.Write(Path.Combine(folder, File), ToBytes(), _read);

    /// <summary>What stands at the path, or null.</summary>
    public EditValue? ValueAt(EditPath path) => Place.Find(Root, path) is { } place ? EditValue.Of(place.Node) : null;

    /// <summary>The characters that stand at the path, as their author wrote them; null where nothing stands.</summary>
    public string? WrittenAt(EditPath path) => Place.Find(Root, path) is { } place && place.Node.Start <= place.End ? Source.Text[place.Node.Start..place.End] : null;

    /// <summary>Puts another value where one stands.</summary>
    public EditResult Set(EditPath path, EditValue value)
    {
        if (path.Steps.Count == 0)
        {
            return EditResult.Failed(EditProblems.WholeFile(File));
        }
        return Place.Find(Root, path) is { } place
            ? Changed(path, TextChange.ToSet(place, value), Intended.Set(EditValue.Of(Root), path, value))
            : EditResult.Failed(EditProblems.NoSuchPlace(File, path));
    }

    /// <summary>Adds a key at the end of a block of keys, or to a key that has no value yet.</summary>
    public EditResult Add(EditPath block, string key, EditValue value)
    {
        if (Place.Find(Root, block) is not { } place)
        {
            return EditResult.Failed(EditProblems.NoSuchPlace(File, block));
        }
        bool empty = place.Node is ScalarNode { IsEmpty: true } scalar && scalar.Start == scalar.End;
        if (place.Node is not MapNode && !empty)
        {
            return EditResult.Failed(EditProblems.NotABlock(place.Node, block));
        }
        if (place.Node is MapNode map && map[key] is { } taken)
        {
            return EditResult.Failed(EditProblems.Exists(taken.Key, block.Then(key)));
        }
        return Changed(block.Then(key), TextChange.ToAdd(place, key, value), Intended.Add(EditValue.Of(Root), block, key, value));
    }

    /// <summary>Adds an item at the end of a list.</summary>
    public EditResult Append(EditPath list, EditValue value)
    {
        if (Place.Find(Root, list) is not { } place)
        {
            return EditResult.Failed(EditProblems.NoSuchPlace(File, list));
        }
        return place.Node is ListNode
            ? Changed(list, TextChange.ToAppend(place, value), Intended.Append(EditValue.Of(Root), list, value))
            : EditResult.Failed(EditProblems.NotAList(place.Node, list));
    }

    /// <summary>Removes a key with its value, or an item of a list. Comments above it stay; one behind it on its own line goes with it.</summary>
    public EditResult Remove(EditPath path)
    {
        if (path.Steps.Count == 0)
        {
            return EditResult.Failed(EditProblems.WholeFile(File));
        }
        return Place.Find(Root, path) is { } place
            ? Changed(path, TextChange.ToRemove(place), Intended.Remove(EditValue.Of(Root), path))
            : EditResult.Failed(EditProblems.NoSuchPlace(File, path));
    }

    private EditResult Changed(EditPath path, TextChange change, EditValue intended)
    {
        EditResult result = Read(File, change.ApplyTo(Text), _byteOrderMark, _read);
        return result.Editor is { } editor && EditValue.Of(editor.Root).Equals(intended)
            ? result
            : EditResult.Failed(EditProblems.WouldDisturb(File, path));
    }

    private static EditResult Read(string file, string text, bool byteOrderMark, FileVersion read)
    {
        var source = new FileText(file, text);
        SyntaxTree tree = YamlReader.Read(source);
        if (tree.Problems.Count == 0 && tree.Root is MapNode root)
        {
            return new EditResult(new CaseEditor(source, root, byteOrderMark, read), []);
        }
        return tree.Problems.Count > 0 ? new EditResult(null, tree.Problems) : EditResult.Failed(EditProblems.NotABlock(tree.Root!, EditPath.Root));
    }
}

/// <summary>The file after an edit, or why it was not made.</summary>
public sealed record EditResult(CaseEditor? Editor, IReadOnlyList<CaseProblem> Problems)
{
    public bool Ok => Editor is not null;

    internal static EditResult Failed(CaseProblem problem) => new(null, [problem]);

    /// <summary>Goes on with another edit, unless this one failed.</summary>
    public EditResult Then(Func<CaseEditor, EditResult> next) => Editor is null ? this : next(Editor);
}
