using System.Globalization;
using Fulcrum.Cases.Binding;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Overlays;

/// <summary>Multiplies every number that stands at a node: '{times: 0.25}'. The result is the override's own number, with the override's own support.</summary>
internal static class Scaler
{
    private static readonly string[] NotNumbers = ["quoted", "judged-from", "note", "name", "key", "also"];

    /// <summary>The scaled node, or null when no number stands there. 'rest' stays: it is what the other chances leave.</summary>
    public static SyntaxNode? Times(SyntaxNode node, double factor, OverlayEntry by) => node switch
    {
        ScalarNode scalar => Number(scalar, factor, by),
        MapNode map when map["is"] is { Value: ScalarNode number } => LongForm(map, number, factor, by),
        MapNode map => Block(map, factor, by),
        _ => null,
    };

    private static SyntaxNode? Number(ScalarNode scalar, double factor, OverlayEntry by)
    {
        if (scalar.Value == "rest")
        {
            return scalar;
        }
        string[] parts = scalar.Value.Split("..");
        var scaled = new List<string>();
        double before = double.NegativeInfinity;
        foreach (string part in parts)
        {
            if (!NumberReader.TryPlain(part, out double value))
            {
                return null;
            }
            if (value < before)
            {
                // Reversed as it stands: reported there.
                return scalar;
            }
            before = value;
            scaled.Add((value * factor).ToString(CultureInfo.InvariantCulture));
        }
        if (factor < 0)
        {
            scaled.Reverse();
        }
        var number = new ScalarNode(by.Value.Source, by.Value.Start, by.Value.End, string.Join("..", scaled), isQuoted: false);
        MapEntry[] support = by.Value is MapNode map ? [.. map.Entries.Where(e => e.Key.Value != "times")] : [];
        return support.Length == 0 ? number : new MapNode(by.Value.Source, by.Value.Start, by.Value.End, [new MapEntry(Key(by, "is"), number), .. support], isFlow: true);
    }

    // Partners stay: which numbers move together is not what was changed.
    private static SyntaxNode? LongForm(MapNode map, ScalarNode number, double factor, OverlayEntry by)
    {
        SyntaxNode? scaled = Number(number, factor, by);
        MapEntry[] partners = [.. map.Entries.Where(e => e.Key.Value is "with" or "against")];
        if (scaled is null || partners.Length == 0)
        {
            return scaled;
        }
        MapEntry[] entries = scaled is MapNode block ? [.. block.Entries] : [new MapEntry(Key(by, "is"), scaled)];
        return new MapNode(by.Value.Source, by.Value.Start, by.Value.End, [.. entries, .. partners], isFlow: true);
    }

    private static MapNode? Block(MapNode map, double factor, OverlayEntry by)
    {
        List<MapEntry> entries = [];
        bool any = false;
        foreach (MapEntry entry in map.Entries)
        {
            SyntaxNode? scaled = NotNumbers.Contains(entry.Key.Value) ? null : Times(entry.Value, factor, by);
            any |= scaled is not null;
            entries.Add(scaled is null ? entry : entry with { Value = scaled });
        }
        return any ? new MapNode(map.Source, map.Start, map.End, entries, map.IsFlow) : null;
    }

    private static ScalarNode Key(OverlayEntry by, string word) => new(by.Path.Source, by.Path.Start, by.Path.End, word, isQuoted: false);
}
