using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Editing;

/// <summary>One stretch of a file's text and what takes its place: the smallest change that makes an edit.</summary>
internal sealed record TextChange(int Start, int End, string Written)
{
    public string ApplyTo(string text) => string.Concat(text.AsSpan(0, Start), Written, text.AsSpan(End));

    public static TextChange ToSet(Place place, EditValue value)
    {
        string written = place.Entry is null ? YamlWriter.Inline(value) : YamlWriter.AfterKey(value);
        int start = place.Node.Start;
        int end = place.End;
        if (place.Entry is { } entry)
        {
            // A value on lines of its own moves up to its key, unless a comment stands between.
            int colon = Place.AfterColon(entry.Key);
            bool apart = start <= colon || !place.Node.Source.Text.AsSpan(colon, start - colon).ContainsAnyExcept(" \t\r\n");
            bool sameLine = start > colon && place.Node.Source.Text.AsSpan(colon, start - colon).IndexOfAny('\r', '\n') < 0;
            if (apart && !sameLine)
            {
                return new TextChange(colon, Math.Max(colon, end), written.Length == 0 ? "" : " " + written);
            }
        }
        return new TextChange(start, Math.Max(start, end), written);
    }

    public static TextChange ToAdd(Place block, string key, EditValue value)
    {
        Layout layout = Layout.Of(block.Node.Source);
        if (block.Node is MapNode { IsFlow: true } flow)
        {
            return InBrackets(block, flow.Entries.Count, YamlWriter.Entry(key, value));
        }
        if (block.Node is not MapNode { Entries.Count: > 0 } map)
        {
            return block.Entry is { } entry ? UnderKey(block, entry, key, value, layout) : AtEndOfFile(layout, YamlWriter.Lines(key, value, 0, layout.Break));
        }
        int indent = layout.Column(map.Entries[0].Key.Start);
        string lines = YamlWriter.Lines(key, value, indent, layout.Break);
        bool remarksFollow = block.Container is null && layout.HasTextAfter(block.End);
        return remarksFollow ? AtEndOfFile(layout, lines) : AfterLast(block, map.Entries.Count, layout, new string(' ', indent) + lines);
    }

    public static TextChange ToAppend(Place list, EditValue value)
    {
        var node = (ListNode)list.Node;
        if (node.IsFlow)
        {
            return InBrackets(list, node.Items.Count, YamlWriter.Inline(value));
        }
        Layout layout = Layout.Of(node.Source);
        return AfterLast(list, node.Items.Count, layout, new string(' ', layout.Column(list.Child(0).Begin)) + "- " + YamlWriter.Inline(value));
    }

    public static TextChange ToRemove(Place place)
    {
        Place container = place.Container!;
        int count = container.Node is MapNode map ? map.Entries.Count : ((ListNode)container.Node).Items.Count;
        bool flow = container.Node is MapNode { IsFlow: true } or ListNode { IsFlow: true };
        if (count == 1 && !flow && container.Container is not null)
        {
            EditValue nothing = container.Node is MapNode ? new EditValue.Map([]) : new EditValue.List([]);
            return ToSet(container, nothing);
        }
        if (flow)
        {
            return FromBrackets(place, container, count);
        }
        Layout layout = Layout.Of(place.Node.Source);
        bool ownLine = layout.OnlySpaceBefore(place.Begin);
        if (!ownLine && place.Index + 1 < count)
        {
            return new TextChange(place.Begin, container.Child(place.Index + 1).Begin, "");
        }
        int start = ownLine ? layout.LineStart(place.Begin) : place.Begin;
        return new TextChange(start, layout.NextLine(Math.Max(place.Begin, place.End)), "");
    }

    private static TextChange InBrackets(Place container, int count, string written)
    {
        if (count == 0)
        {
            return new TextChange(container.Node.Start + 1, container.Node.End - 1, written);
        }
        int at = container.Child(count - 1).End;
        return new TextChange(at, at, ", " + written);
    }

    private static TextChange FromBrackets(Place place, Place container, int count)
    {
        if (place.Index + 1 < count)
        {
            return new TextChange(place.Begin, container.Child(place.Index + 1).Begin, "");
        }
        int start = place.Index > 0 ? container.Child(place.Index - 1).End : container.Node.Start + 1;
        return new TextChange(start, Math.Max(start, place.Index > 0 ? place.End : container.Node.End - 1), "");
    }

    private static TextChange UnderKey(Place block, MapEntry entry, string key, EditValue value, Layout layout)
    {
        bool inFlow = block.Container!.Node is MapNode { IsFlow: true };
        int colon = Place.AfterColon(entry.Key);
        if (inFlow)
        {
            return new TextChange(colon, colon, " {" + YamlWriter.Entry(key, value) + "}");
        }
        int indent = layout.Column(entry.Key.Start) + 2;
        int at = layout.LineEnd(colon);
        return new TextChange(at, at, layout.Break + new string(' ', indent) + YamlWriter.Lines(key, value, indent, layout.Break));
    }

    // Where the author left an empty line between the last two, the new one gets one too.
    private static TextChange AfterLast(Place container, int count, Layout layout, string written)
    {
        int end = container.Child(count - 1).End;
        int at = layout.LineEnd(end);
        bool spaced = count > 1 && layout.HasEmptyLine(container.Child(count - 2).End, container.Child(count - 1).Begin);
        return new TextChange(at, at, (spaced ? layout.Break : "") + layout.Break + written);
    }

    private static TextChange AtEndOfFile(Layout layout, string written)
    {
        int at = layout.Length;
        return new TextChange(at, at, (layout.EndsInBreak ? "" : layout.Break) + written + layout.Break);
    }
}
