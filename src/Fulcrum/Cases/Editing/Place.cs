using System.Globalization;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Editing;

/// <summary>A node with the way that led to it: its container, and which entry or item of the container it is.</summary>
/// <param name="Container">Null for the whole file.</param>
/// <param name="Index">Which entry or item of the container; -1 for the whole file.</param>
internal sealed record Place(SyntaxNode Node, Place? Container, int Index)
{
    /// <summary>The entry of which this is the value; null for an item of a list and for the whole file.</summary>
    public MapEntry? Entry => Container?.Node is MapNode map ? map.Entries[Index] : null;

    public static Place? Find(MapNode root, EditPath path)
    {
        var place = new Place(root, null, -1);
        foreach (string step in path.Steps)
        {
            int index = IndexOf(place.Node, step);
            if (index < 0)
            {
                return null;
            }
            place = place.Child(index);
        }
        return place;
    }

    public Place Child(int index) => new(Node is MapNode map ? map.Entries[index].Value : ((ListNode)Node).Items[index], this, index);

    /// <summary>Where the node's own characters end: without the white space and comments that YAML counts to a block.</summary>
    public int End => Node switch
    {
        MapNode { IsFlow: false, Entries.Count: > 0 } map => Child(map.Entries.Count - 1).End,
        ListNode { IsFlow: false, Items.Count: > 0 } list => Child(list.Items.Count - 1).End,
        ScalarNode scalar when scalar.Start == scalar.End => Entry is { } entry ? AfterColon(entry.Key) : Before(scalar.Start),
        _ => Before(Node.End),
    };

    /// <summary>Where the entry or item begins: at its key, at its dash, or at the value itself in brackets.</summary>
    public int Begin
    {
        get
        {
            if (Entry is { } entry)
            {
                return entry.Key.Start;
            }
            return Container?.Node is ListNode { IsFlow: false } ? Dash : Node.Start;
        }
    }

    /// <summary>Just behind the colon of a key; behind the key itself where none is written.</summary>
    public static int AfterColon(ScalarNode key)
    {
        string text = key.Source.Text;
        int at = key.End;
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }
        return at < text.Length && text[at] == ':' ? at + 1 : key.End;
    }

    private int Dash => Node.Start == 0 ? 0 : Math.Max(0, Node.Source.Text.LastIndexOf('-', Math.Min(Node.Start, Node.Source.Text.Length) - 1));

    private int Before(int end)
    {
        string text = Node.Source.Text;
        end = Math.Min(end, text.Length);
        while (end > Node.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        return end;
    }

    private static int IndexOf(SyntaxNode node, string step)
    {
        if (node is ListNode list)
        {
            return int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Items.Count ? index : -1;
        }
        if (node is MapNode map)
        {
            for (int i = 0; i < map.Entries.Count; i++)
            {
                if (map.Entries[i].Key.Value == step)
                {
                    return i;
                }
            }
        }
        return -1;
    }
}
