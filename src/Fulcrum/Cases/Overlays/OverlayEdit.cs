using System.Globalization;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Overlays;

/// <summary>One override on its way down the tree.</summary>
internal sealed class OverlayEdit(OverlayEntry entry, string[] steps, List<CaseProblem> problems)
{
    // Blocks that a path may pass through although the file does not have them yet.
    private static readonly string[] Openable =
        ["weights", "refuses", "beliefs", "commitments", "levers", "no-deal", "cost", "per-month", "if-refused-by", "deal", "breach", "credibility", "seen-by",
         "needs", "delivers", "worth", "as", "consent", "moves"];

    private static readonly string[] Support = ["quoted", "judged-from", "note"];

    private readonly double? times = Scaling(entry.Value)?.Factor;
    private int matches;
    private bool reported;

    private bool HasWildcard => steps.Contains("*");

    public MapNode Apply(MapNode root)
    {
        if (Scaling(entry.Value) is { Factor: null, Node: var written })
        {
            problems.Add(SourceProblems.TimesMalformed(written));
            return root;
        }
        SyntaxNode? edited = Step(root, 0);
        if (matches == 0 && !reported)
        {
            problems.Add(SourceProblems.NothingMatches(entry.Path, entry.Path.Value));
        }
        return edited as MapNode ?? root;
    }

    private SyntaxNode Step(SyntaxNode node, int depth) => node switch
    {
        MapNode map => InMap(map, depth),
        ListNode list => InList(list, depth),
        ScalarNode { IsEmpty: true } empty => InMap(new MapNode(empty.Source, empty.Start, empty.End, [], isFlow: true), depth),
        _ => TooLong(node, depth),
    };

    private SyntaxNode TooLong(SyntaxNode node, int depth)
    {
        if (!HasWildcard)
        {
            Report(SourceProblems.NotABlockOnPath(entry.Path, entry.Path.Value, string.Join('.', steps[..depth])));
        }
        return node;
    }

    private MapNode InMap(MapNode map, int depth)
    {
        string step = steps[depth];
        bool last = depth == steps.Length - 1;
        List<MapEntry> entries = [];
        foreach (MapEntry at in map.Entries)
        {
            bool hit = step == "*" ? !Support.Contains(at.Key.Value) : at.Key.Value == step;
            MapEntry? kept = !hit ? at : last ? Replaced(at) : at with { Value = Step(at.Value, depth + 1) };
            if (kept is not null)
            {
                entries.Add(kept);
            }
        }
        if (step != "*" && map[step] is null)
        {
            AddMissing(map, entries, depth);
        }
        return new MapNode(map.Source, map.Start, map.End, entries, map.IsFlow);
    }

    private void AddMissing(MapNode map, List<MapEntry> entries, int depth)
    {
        string step = steps[depth];
        bool last = depth == steps.Length - 1;
        if (steps.Take(depth).Contains("*") || (last && (times is not null || IsRemoval)))
        {
            if (!HasWildcard)
            {
                Report(IsRemoval
                    ? SourceProblems.NothingToRemove(entry.Path, entry.Path.Value)
                    : SourceProblems.UnknownPath(entry.Path, entry.Path.Value, step, Keys(map)));
            }
            return;
        }
        if (last)
        {
            matches++;
            entries.Add(new MapEntry(KeyOf(step), entry.Value));
        }
        else if (Openable.Contains(step) || step.StartsWith("refused-by-", StringComparison.Ordinal))
        {
            var opened = new MapNode(entry.Path.Source, entry.Path.Start, entry.Path.End, [], isFlow: true);
            entries.Add(new MapEntry(KeyOf(step), Step(opened, depth + 1)));
        }
        else
        {
            Report(SourceProblems.UnknownPath(entry.Path, entry.Path.Value, step, Keys(map)));
        }
    }

    /// <summary>Items are named by their word, by the single key they carry, or by their place counted from 1.</summary>
    private ListNode InList(ListNode list, int depth)
    {
        string step = steps[depth];
        bool last = depth == steps.Length - 1;
        List<SyntaxNode> items = [];
        bool found = false;
        for (int i = 0; i < list.Items.Count; i++)
        {
            SyntaxNode item = list.Items[i];
            string place = (i + 1).ToString(CultureInfo.InvariantCulture);
            ScalarNode? name = NameOf(item);
            bool single = item is MapNode { Entries.Count: > 1 };
            bool hit = step == "*" || (single ? step == place : name?.Value == step);
            found |= hit;
            if (!hit)
            {
                items.Add(item);
            }
            else if (single || name is null)
            {
                items.AddRange(last ? ReplacedItem(item) : [Step(item, depth + 1)]);
            }
            else
            {
                items.AddRange(NamedItem(item, name, last, depth));
            }
        }
        if (!found && !HasWildcard)
        {
            IEnumerable<string> known = list.Items.Select(i => NameOf(i)?.Value).OfType<string>();
            Report(SourceProblems.UnknownPath(entry.Path, entry.Path.Value, step, known));
        }
        return new ListNode(list.Source, list.Start, list.End, items, list.IsFlow);
    }

    private IEnumerable<SyntaxNode> NamedItem(SyntaxNode item, ScalarNode name, bool last, int depth)
    {
        SyntaxNode details = item is MapNode { Entries: [var single] } ? single.Value : new ScalarNode(name.Source, name.End, name.End, "", isQuoted: false);
        MapEntry? kept = last ? Replaced(new MapEntry(name, details)) : new MapEntry(name, Step(details, depth + 1));
        return kept is null ? [] : [new MapNode(item.Source, item.Start, item.End, [kept], isFlow: true)];
    }

    private IEnumerable<SyntaxNode> ReplacedItem(SyntaxNode item)
    {
        matches++;
        return IsRemoval ? [] : [times is null ? entry.Value : Scaled(item)];
    }

    /// <summary>The entry with its new value; null when it is taken away.</summary>
    private MapEntry? Replaced(MapEntry at)
    {
        matches++;
        if (IsRemoval)
        {
            return null;
        }
        return times is null ? at with { Value = entry.Value } : at with { Value = Scaled(at.Value) };
    }

    private SyntaxNode Scaled(SyntaxNode node)
    {
        SyntaxNode? scaled = Scaler.Times(node, times!.Value, entry);
        if (scaled is null)
        {
            Report(SourceProblems.NothingToScale(entry.Path, entry.Path.Value));
        }
        return scaled ?? node;
    }

    private bool IsRemoval => entry.Value is MapNode { Entries: [{ Key.Value: "remove", Value: ScalarNode { Value: "yes" or "true" } }] };

    private static (double? Factor, SyntaxNode Node)? Scaling(SyntaxNode value)
    {
        if (value is not MapNode map || map["times"] is not { } written)
        {
            return null;
        }
        bool plain = written.Value is ScalarNode && map.Entries.All(e => e.Key.Value == "times" || Support.Contains(e.Key.Value));
        return plain && Binding.NumberReader.TryPlain(((ScalarNode)written.Value).Value, out double factor) && Math.Abs(factor) <= 1e6
            ? (factor, written.Value) : (null, written.Value);
    }

    private void Report(CaseProblem problem)
    {
        reported = true;
        problems.Add(problem);
    }

    private ScalarNode KeyOf(string step) => new(entry.Path.Source, entry.Path.Start, entry.Path.End, step, isQuoted: false);

    private static ScalarNode? NameOf(SyntaxNode item) => item switch
    {
        ScalarNode word => word,
        MapNode { Entries: [var first, ..] } => first.Key,
        _ => null,
    };

    private static IEnumerable<string> Keys(MapNode map) => map.Entries.Select(e => e.Key.Value);
}
