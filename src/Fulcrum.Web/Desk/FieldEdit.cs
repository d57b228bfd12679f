using System.Text.Json;
using System.Text.Json.Serialization;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;

namespace Fulcrum.Web.Desk;

/// <summary>One place of one file to be set, added or removed; everything around it stays as its author wrote it.</summary>
/// <param name="Path">The way down the keys: dotted, or a list of keys where a key holds dots. A last step '-' adds to a list.</param>
/// <param name="Value">YAML as somebody would type it, a number, or JSON; null removes.</param>
/// <param name="Text">Instead of a value: words that are written as they are, in quotes where YAML needs them.</param>
internal sealed record FieldEdit(string File, JsonElement Path, JsonElement? Value = null, string? Text = null)
{
    private const string AtEnd = "-";

    [JsonIgnore]
    public EditPath Place => EditPath.Of(Steps());

    /// <summary>What is to be written, in words; null where the place is to be removed.</summary>
    [JsonIgnore]
    public string? Words => Text ?? (Value is not { } value || value.ValueKind == JsonValueKind.Null ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText());

    public EditResult ApplyTo(CaseEditor editor)
    {
        EditPath place = Place;
        if (place.Steps.Count == 0)
        {
            return editor.Remove(place);
        }
        if (Text is null && (Value is null || Value.Value.ValueKind == JsonValueKind.Null))
        {
            return editor.Remove(place);
        }
        (EditValue? value, IReadOnlyList<CaseProblem> problems) = Text is { } words ? (EditValue.Of(words), []) : Of(Value!.Value);
        if (value is null)
        {
            return new EditResult(null, problems);
        }
        return place.Steps[^1] == AtEnd ? editor.Append(Parent(place), value) : editor.ValueAt(place) is not null ? editor.Set(place, value) : AddAt(editor, place, value);
    }

    // The part of the way that is missing is made with it.
    private static EditResult AddAt(CaseEditor editor, EditPath place, EditValue value)
    {
        EditPath parent = Parent(place);
        EditValue added = value;
        string key = place.Steps[^1];
        while (parent.Steps.Count > 0 && editor.ValueAt(parent) is null)
        {
            added = new EditValue.Map([(key, added)]);
            key = parent.Steps[^1];
            parent = Parent(parent);
        }
        return editor.Add(parent, key, added);
    }

    private static EditPath Parent(EditPath place) => EditPath.Of([.. place.Steps.Take(place.Steps.Count - 1)]);

    private string[] Steps()
    {
        if (Path.ValueKind == JsonValueKind.Array)
        {
            return [.. Path.EnumerateArray().Select(s => s.ValueKind == JsonValueKind.String ? s.GetString()! : s.GetRawText())];
        }
        string dotted = Path.ValueKind == JsonValueKind.String ? Path.GetString()! : Path.GetRawText();
        // The keys of a reading's overrides are dotted paths themselves.
        const string Overrides = "set.";
        return dotted.Length == 0 ? []
            : File.StartsWith("readings/", StringComparison.Ordinal) && dotted.StartsWith(Overrides, StringComparison.Ordinal) ? ["set", dotted[Overrides.Length..]]
            : dotted.Split('.');
    }

    private static (EditValue?, IReadOnlyList<CaseProblem>) Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => EditValue.Parse(value.GetString()!),
        JsonValueKind.True => (EditValue.Of("yes"), []),
        JsonValueKind.False => (EditValue.Of("no"), []),
        JsonValueKind.Object or JsonValueKind.Array => (Structure(value), []),
        _ => (EditValue.Of(value.GetRawText()), []),
    };

    private static EditValue Structure(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new EditValue.Map([.. value.EnumerateObject().Select(p => (p.Name, Structure(p.Value)))]),
        JsonValueKind.Array => new EditValue.List([.. value.EnumerateArray().Select(Structure)]),
        JsonValueKind.String => EditValue.Of(value.GetString()!),
        JsonValueKind.True => EditValue.Of("yes"),
        JsonValueKind.False => EditValue.Of("no"),
        JsonValueKind.Null => new EditValue.Nothing(),
        _ => EditValue.Of(value.GetRawText()),
    };
}
