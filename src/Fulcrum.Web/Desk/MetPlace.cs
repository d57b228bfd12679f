using Fulcrum.Cases.Editing;

namespace Fulcrum.Web.Desk;

/// <summary>A place that somebody else changed between the state that a page shows and the edit that it sends.</summary>
/// <param name="Yours">What was to be written; null where it was to be removed.</param>
/// <param name="Theirs">What stands there now; null where nothing does.</param>
/// <param name="Base">What stood there when the page was shown; null where that is not known any more.</param>
internal sealed record MetPlace(string File, IReadOnlyList<string> Path, string? Yours, string? Theirs, string? Base)
{
    /// <summary>Null where the place stands as it did: then the edit cannot undo what somebody else did elsewhere in the file.</summary>
    public static MetPlace? Of(CaseSnapshot? seen, CaseSnapshot now, FieldEdit edit)
    {
        if (seen is not null && seen.VersionOf(edit.File) == now.VersionOf(edit.File))
        {
            return null;
        }
        EditPath place = Watched(edit.Place);
        (CaseEditor? before, CaseEditor? after) = (At(seen, edit.File), At(now, edit.File));
        bool same = before is not null && after is not null && Equals(before.ValueAt(place), after.ValueAt(place));
        return same ? null : new MetPlace(edit.File, edit.Place.Steps, edit.Words, Words(after, edit.Place), Words(before, edit.Place));
    }

    // Places in a list are counted, so there the whole list must stand as it did; what is added at a list's end meets nothing but the list itself.
    private static EditPath Watched(EditPath place)
    {
        int counted = place.Steps.ToList().FindIndex(s => s.All(char.IsAsciiDigit));
        int steps = counted >= 0 ? counted : place.Steps.Count;
        return EditPath.Of([.. place.Steps.Take(steps)]);
    }

    private static CaseEditor? At(CaseSnapshot? state, string file) =>
        state is null ? null : (state.Files.TryGetValue(file, out byte[]? content) ? CaseEditor.FromBytes(file, content) : CaseEditor.FromText(file, "")).Editor;

    private static string? Words(CaseEditor? editor, EditPath place) => editor?.ValueAt(place) switch
    {
        null => null,
        EditValue.Text text => text.Value,
        _ => editor.WrittenAt(place),
    };
}
