using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>
/// A map being read key by key. It remembers which keys were asked for, so that <see cref="Close"/> can report the rest with the word that was
/// probably meant. Every reader reports what is wrong and returns null or an empty list then.
/// </summary>
internal sealed class Block
{
    private readonly BindingState state;
    private readonly string what;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal) { "note" };

    public Block(MapNode map, string what, BindingState state)
    {
        Map = map;
        this.what = what;
        this.state = state;
    }

    public MapNode Map { get; }

    /// <summary>The block at a node; for anything else a problem, and null.</summary>
    public static Block? Of(SyntaxNode? node, string what, BindingState state)
    {
        switch (node)
        {
            case null:
                return null;
            case MapNode map:
                return new Block(map, what, state);
            case ScalarNode scalar when YamlTraps.LooksLikeMissingSpace(scalar):
                state.Report(YamlProblems.MissingSpace(scalar));
                return null;
            default:
                state.Report(WordProblems.NotABlock(node, what));
                return null;
        }
    }

    /// <summary>The value of a key; null when the key is absent, or, with a problem, when nothing stands there.</summary>
    public SyntaxNode? Take(string key)
    {
        asked.Add(key);
        if (Map[key] is not { } entry)
        {
            return null;
        }
        if (entry.Value is ScalarNode { IsEmpty: true })
        {
            state.Report(WordProblems.NoValue(entry.Key));
            return null;
        }
        return entry.Value;
    }

    public Block? Inner(string key, string? name = null) => Of(Take(key), name ?? $"'{key}'", state);

    public ScalarNode? Scalar(string key)
    {
        SyntaxNode? node = Take(key) is { } written ? Bare(written, state) : null;
        if (node is null or ScalarNode)
        {
            return (ScalarNode?)node;
        }
        state.Report(WordProblems.NotAText(node, key));
        return null;
    }

    public string? Text(string key) => Scalar(key)?.Value;

    public string Required(string key, SyntaxNode owner, string example)
    {
        bool present = Map[key] is not null;
        string? text = Text(key);
        if (!present)
        {
            state.Report(WordProblems.Missing(owner, what, key, example));
        }
        return text ?? "";
    }

    public bool? YesNo(string key)
    {
        ScalarNode? node = Scalar(key);
        switch (node?.Value.ToLowerInvariant())
        {
            case null:
                return null;
            case "yes" or "true" or "on":
                return true;
            case "no" or "false" or "off":
                return false;
            default:
                state.Report(WordProblems.NotYesOrNo(node!, key));
                return null;
        }
    }

    public T? Word<T>(string key) where T : struct, Enum => Scalar(key) is { } node ? WordOf<T>(node, key) : null;

    public T? WordOf<T>(ScalarNode node, string key) where T : struct, Enum
    {
        if (Naming.Value<T>(node.Value) is { } value)
        {
            return value;
        }
        state.Report(WordProblems.UnknownWord(node, key, node.Value, Naming.Words<T>()));
        return null;
    }

    public int? WholeNumber(string key)
    {
        ScalarNode? node = Scalar(key);
        if (node is null)
        {
            return null;
        }
        if (int.TryParse(node.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) && number > 0)
        {
            return number;
        }
        state.Report(WordProblems.NotAWholeNumber(node, key));
        return null;
    }

    /// <summary>One word or a list of words.</summary>
    public IReadOnlyList<ScalarNode> Words(string key) => Take(key) is { } node ? WordsOf(node, key, state) : [];

    /// <summary>What stands under 'is:' where a word comes with its support, '{is: word, judged-from: id}'; any other node as it is.</summary>
    public static SyntaxNode Bare(SyntaxNode node, BindingState state)
    {
        if (node is not MapNode map || map["is"] is not { Value: ScalarNode or ListNode } inner || !map.Entries.All(e => e.Key.Value is "is" or "quoted" or "judged-from" or "note"))
        {
            return node;
        }
        _ = new Block(map, "a value with its support", state).Support(BlockSupport.None);
        return inner.Value;
    }

    public static IReadOnlyList<ScalarNode> WordsOf(SyntaxNode written, string key, BindingState state)
    {
        SyntaxNode node = Bare(written, state);
        if (node is ScalarNode single)
        {
            return [single];
        }
        if (node is not ListNode list)
        {
            state.Report(WordProblems.NotAList(node, key));
            return [];
        }
        List<ScalarNode> words = [];
        foreach (SyntaxNode item in list.Items)
        {
            if (item is ScalarNode { IsEmpty: false } word)
            {
                words.Add(word);
            }
            else
            {
                state.Report(WordProblems.NotAText(item, key));
            }
        }
        return words;
    }

    /// <summary>Mentions of known ids, one or a list, without repetition.</summary>
    public IReadOnlyList<string> Ids(string key, Register register)
    {
        List<string> ids = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ScalarNode word in Words(key))
        {
            string? id = register.Resolve(word, state.Problems);
            if (id is not null && !seen.Add(id))
            {
                state.Report(WordProblems.RepeatedWord(word, id));
            }
            else if (id is not null)
            {
                ids.Add(id);
            }
        }
        return ids;
    }

    public string? Id(string key, Register register) => Scalar(key) is { } node ? register.Resolve(node, state.Problems) : null;

    /// <summary>Entries whose keys were not asked for so far; they count as asked for from now on.</summary>
    public IReadOnlyList<MapEntry> Others()
    {
        MapEntry[] others = [.. Map.Entries.Where(e => !asked.Contains(e.Key.Value))];
        asked.UnionWith(others.Select(e => e.Key.Value));
        return others;
    }

    /// <summary>The stable key, the readers' name and other words of a thing.</summary>
    public (string Key, string Name, IReadOnlyList<string> Aliases) Names(string id)
    {
        string name = Text("name") ?? Naming.FromId(id);
        IReadOnlyList<string> also = [.. Words("also").Select(w => w.Value)];
        return (StableKey() ?? id, name, also);
    }

    /// <summary>'key:', the id that a thing had before it was renamed.</summary>
    public string? StableKey()
    {
        ScalarNode? node = Scalar("key");
        if (node is not null && !Register.IsId(node.Value))
        {
            state.Report(WordProblems.MalformedId(node, Register.Suggestion(node.Value)));
            return null;
        }
        return node?.Value;
    }

    /// <summary>'quoted:', 'judged-from:' and 'note:' of this block; what the outer block says when it says nothing itself.</summary>
    public BlockSupport Support(BlockSupport outer)
    {
        IReadOnlyList<string> quoted = Ids("quoted", state.EvidenceIds);
        IReadOnlyList<string> judged = Ids("judged-from", state.EvidenceIds);
        string? note = Text("note");
        if (quoted.Count > 0 && judged.Count > 0)
        {
            state.Report(NumberProblems.SupportTwice(Map["judged-from"]!.Key));
        }
        if (quoted.Count == 0 && judged.Count == 0)
        {
            return note is null ? outer : outer with { Support = outer.For(Map) with { Note = note }, Origin = Map.Source };
        }
        EvidenceId[] evidence = [.. (quoted.Count > 0 ? quoted : judged).Select(id => new EvidenceId(id))];
        return new BlockSupport(new Support(quoted.Count > 0 ? Mark.Quoted : Mark.Judged, evidence, note), Map.Source);
    }

    /// <summary>Reports every key that nobody asked for.</summary>
    public void Close(IEnumerable<string>? alsoKnown = null)
    {
        string[] known = [.. asked.Concat(alsoKnown ?? []).Order(StringComparer.Ordinal)];
        foreach (MapEntry entry in Map.Entries.Where(e => !asked.Contains(e.Key.Value)))
        {
            state.Report(Unknown(entry, state.Problems.Count < ProblemAt.Most ? known : []));
        }
    }

    /// <summary>Reports one key as unknown, with the other keys and the given words as candidates.</summary>
    public void Refuse(MapEntry entry, IEnumerable<string> alsoKnown)
    {
        IEnumerable<string> open = asked.Where(k => Map[k] is null).Concat(alsoKnown);
        state.Report(Unknown(entry, state.Problems.Count < ProblemAt.Most ? open : []));
    }

    // In braces '{what: offer, made twice}' has a key 'made twice' without a value.
    private CaseProblem Unknown(MapEntry entry, IEnumerable<string> known) =>
        Map.IsFlow && entry.Value is ScalarNode { Value: "", IsQuoted: false } && Map.Entries[0] != entry
            ? YamlProblems.CommaInText(entry.Key)
            : WordProblems.UnknownKey(entry.Key, what, known);
}
