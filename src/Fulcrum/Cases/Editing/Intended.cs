using System.Globalization;

namespace Fulcrum.Cases.Editing;

/// <summary>What a file should say after an edit, worked out on its content alone: the file as written is compared with it.</summary>
internal static class Intended
{
    public static EditValue Set(EditValue root, EditPath path, EditValue value) => At(root, path.Steps, _ => value);

    public static EditValue Add(EditValue root, EditPath block, string key, EditValue value) =>
        At(root, block.Steps, node => new EditValue.Map([.. node is EditValue.Map map ? map.Entries : [], (key, value)]));

    public static EditValue Append(EditValue root, EditPath list, EditValue value) =>
        At(root, list.Steps, node => new EditValue.List([.. ((EditValue.List)node).Items, value]));

    public static EditValue Remove(EditValue root, EditPath path)
    {
        string last = path.Steps[^1];
        return At(root, [.. path.Steps.SkipLast(1)], node => node switch
        {
            EditValue.Map map => new EditValue.Map([.. map.Entries.Where(e => e.Key != last)]),
            EditValue.List list => new EditValue.List([.. list.Items.Where((_, i) => i != Index(last))]),
            _ => node,
        });
    }

    private static EditValue At(EditValue node, IReadOnlyList<string> steps, Func<EditValue, EditValue> change)
    {
        if (steps.Count == 0)
        {
            return change(node);
        }
        IReadOnlyList<string> rest = [.. steps.Skip(1)];
        return node switch
        {
            EditValue.Map map => new EditValue.Map([.. map.Entries.Select(e => e.Key == steps[0] ? (e.Key, At(e.Value, rest, change)) : e)]),
            EditValue.List list => new EditValue.List([.. list.Items.Select((item, i) => i == Index(steps[0]) ? At(item, rest, change) : item)]),
            _ => node,
        };
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
