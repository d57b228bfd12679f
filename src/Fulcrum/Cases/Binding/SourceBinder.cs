using System.Globalization;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads sources.yaml and evidence.yaml.</summary>
internal static class SourceBinder
{
    private const int TextDigits = 64;
    private const int SpanDigits = 16;
    private const string Prefix = "sha256:";

    private enum Kind { News, Analysis, Opinion, Official, Interview, Dataset, Judgement, Other }

    public static IReadOnlyList<Source> BindSources(MapNode? root, BindingState state)
    {
        List<Source> sources = [];
        if (root is null)
        {
            return sources;
        }
        HashSet<string> entered = [.. root.Entries.Where(e => state.Sources.Add(e.Key, null, state.Problems)).Select(e => e.Key.Value)];
        foreach (MapEntry entry in root.Entries.Where(e => entered.Contains(e.Key.Value)))
        {
            if (Block.Of(entry.Value, $"source {entry.Key.Value}", state) is { } block)
            {
                sources.Add(BindSource(entry.Key, block, state));
            }
        }
        var origins = sources.Where(s => s.DerivedFrom is not null).ToDictionary(s => s.Id.Value, s => s.DerivedFrom!.Value.Value, StringComparer.Ordinal);
        foreach (string id in Circles.In(origins))
        {
            state.Report(SourceProblems.DerivedFromItself(((MapNode)root[id]!.Value)["derived-from"]!.Value, id));
        }
        return sources;
    }

    private static Source BindSource(ScalarNode key, Block block, BindingState state)
    {
        string? outlet = block.Text("outlet");
        string? author = block.Text("author");
        string? title = block.Text("title");
        VagueDate? date = block.Scalar("date") is { } node ? DateReader.Vague(node, state.Starts, state.AsOf, state) : null;
        string? url = block.Text("url");
        Kind kind = block.Word<Kind>("kind") ?? Kind.Other;
        string? hash = Hash(block.Scalar("hash"), TextDigits, state);
        string? derived = block.Id("derived-from", state.Sources);
        string? note = block.Text("note");
        block.Close();
        return new Source(new SourceId(key.Value), outlet, author, title, date, url, Naming.Word(kind), hash is null ? null : Prefix + hash,
            derived is null ? null : new SourceId(derived), note, key.Place);
    }

    public static IReadOnlyList<Evidence> BindEvidence(MapNode? root, BindingState state)
    {
        List<Evidence> all = [];
        foreach (MapEntry entry in root?.Entries ?? [])
        {
            if (state.EvidenceIds.Add(entry.Key, null, state.Problems) && Block.Of(entry.Value, $"evidence {entry.Key.Value}", state) is { } block)
            {
                Evidence evidence = BindEvidence(entry.Key, block, state);
                state.EvidenceById[entry.Key.Value] = evidence;
                all.Add(evidence);
            }
        }
        return all;
    }

    private static Evidence BindEvidence(ScalarNode key, Block block, BindingState state)
    {
        string what = $"evidence {key.Value}";
        string? source = block.Id("source", state.Sources);
        if (block.Map["source"] is null)
        {
            state.Report(WordProblems.Missing(key, what, "source", "politico"));
        }
        TextSpan? span = Span(block.Scalar("span"), state);
        string? hash = Hash(block.Scalar("hash"), SpanDigits, state);
        int? paragraph = block.WholeNumber("paragraph");
        string? speaker = block.Text("speaker");
        string says = block.Required("says", key, "what it says, in your own words");
        string[] figures = [.. block.Words("figures").Select(w => w.Value)];
        block.Close();
        return new Evidence(new EvidenceId(key.Value), new SourceId(source ?? ""), span, hash, paragraph, speaker, says, figures, key.Place);
    }

    private static TextSpan? Span(ScalarNode? node, BindingState state)
    {
        if (node is null)
        {
            return null;
        }
        string[] parts = node.Value.Split("..");
        if (parts.Length != 2 || !TryIndex(parts[0], out int start) || !TryIndex(parts[1], out int end))
        {
            state.Report(SourceProblems.SpanMalformed(node));
            return null;
        }
        if (start >= end)
        {
            state.Report(SourceProblems.SpanReversed(node));
            return null;
        }
        return new TextSpan(start, end);
    }

    private static bool TryIndex(string text, out int index) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out index);

    /// <summary>The digits alone, in lower case.</summary>
    private static string? Hash(ScalarNode? node, int digits, BindingState state)
    {
        if (node is null)
        {
            return null;
        }
        string text = node.Value.Trim().ToLowerInvariant();
        string hex = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
        if (hex.Length == digits && hex.All(char.IsAsciiHexDigit))
        {
            return hex;
        }
        state.Report(SourceProblems.HashMalformed(node, digits));
        return null;
    }
}
