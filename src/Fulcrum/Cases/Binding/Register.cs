using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>The ids of one kind of thing, each with its stable key, and the check of every mention of one.</summary>
internal sealed class Register(string kind)
{
    private static readonly string[] YamlWords = ["yes", "no", "on", "off", "true", "false", "null", "~"];

    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);
    private readonly HashSet<string> usedKeys = new(StringComparer.Ordinal);

    /// <summary>False when what defines these things could not be read: then a mention is not called unknown.</summary>
    public bool Complete { get; set; } = true;

    public IEnumerable<string> Ids => keys.Keys;

    public int Count => keys.Count;

    public bool Has(string id) => keys.ContainsKey(id);

    /// <summary>Whether a mention of this id is a mistake.</summary>
    public bool IsUnknown(string id) => Complete && !keys.ContainsKey(id) && !broken.Contains(id);

    public string KeyOf(string id) => keys.GetValueOrDefault(id, id);

    /// <summary>Notes a thing that stands in the file but could not be read and is reported there: mentions of it are not called unknown.</summary>
    public void AddBroken(ScalarNode id) => broken.Add(id.Value);

    /// <summary>Enters an id under its stable key. False, with a problem, when it cannot be used.</summary>
    public bool Add(ScalarNode id, string? key, List<CaseProblem> problems, params ReadOnlySpan<string> reserved)
    {
        if (Fault(id, reserved) is { } fault)
        {
            problems.Add(fault);
            AddBroken(id);
            return false;
        }
        if (keys.ContainsKey(id.Value) || !usedKeys.Add(key ?? id.Value))
        {
            problems.Add(WordProblems.DuplicateId(id, kind, key ?? id.Value));
            return false;
        }
        keys.Add(id.Value, key ?? id.Value);
        return true;
    }

    /// <summary>The id that a node mentions, or null with a problem.</summary>
    public string? Resolve(SyntaxNode node, List<CaseProblem> problems)
    {
        if (node is not ScalarNode word || word.IsEmpty)
        {
            problems.Add(WordProblems.NotAText(node, kind));
            return null;
        }
        if (keys.ContainsKey(word.Value) || !Complete)
        {
            return word.Value;
        }
        if (!broken.Contains(word.Value))
        {
            problems.Add(WordProblems.Unknown(word, kind, word.Value, problems.Count < ProblemAt.Most ? keys.Keys : []));
        }
        return null;
    }

    public static bool IsId(string text) =>
        text.Length > 0 && text[0] != '-' && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>Whether YAML tools read the word as true, false or nothing, so that it is no id.</summary>
    public static bool IsYamlWord(string text) => YamlWords.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>An id that is close to what somebody wrote.</summary>
    public static string Suggestion(string text)
    {
        string shown = text.Length > 40 ? text[..40] : text;
        string kept = new([.. shown.ToLowerInvariant().Select(c => IsId(c.ToString()) ? c : '-')]);
        string trimmed = kept.Trim('-');
        return trimmed.Length > 0 ? trimmed : "north";
    }

    private CaseProblem? Fault(ScalarNode id, ReadOnlySpan<string> reserved)
    {
        if (IsYamlWord(id.Value))
        {
            return WordProblems.YamlWordAsId(id);
        }
        if (!IsId(id.Value))
        {
            return WordProblems.MalformedId(id, Suggestion(id.Value));
        }
        return reserved.Contains(id.Value) ? WordProblems.ReservedId(id, kind) : null;
    }
}
