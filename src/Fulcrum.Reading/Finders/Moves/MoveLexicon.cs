using System.Collections.Frozen;
using Fulcrum.Cases;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>One line's worth of one word of Lexicons/moves.txt: what makes a verb or noun a move. The file's head explains the fields.</summary>
internal sealed record MoveEntry(
    MoveKind Kind, string Type, bool Verb, string[] Words, IReadOnlyList<string> Only, IReadOnlyList<string> Never, IReadOnlySet<string> Roles)
{
    public bool Has(string role) => Roles.Contains(role);
}

/// <summary>Which words are moves of which kind. Shipped lists, extended by a person's own lines of the same form, which come first.</summary>
internal sealed class MoveLexicon
{
    private static readonly Dictionary<string, MoveKind> Kinds = Enum.GetValues<MoveKind>().ToDictionary(WordOf);
    private static readonly FrozenDictionary<string, string[]> ClassesOfNoun = Lexicon.Rows("classes")
        .SelectMany(r => r[1].Split(',', StringSplitOptions.TrimEntries).Distinct().Select(n => (Noun: n, Class: r[0])))
        .GroupBy(p => p.Noun).ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Class).ToArray(), StringComparer.Ordinal);
    private static readonly FrozenDictionary<MoveKind, (MoveKind? NotDone, MoveKind? Refused)> Denied = Lexicon.Rows("negated")
        .ToFrozenDictionary(r => Kinds[r[0]], r => (KindOrNull(r[1]), KindOrNull(r[2])));
    private static readonly FrozenDictionary<string, HashSet<string>> Controls = Table("controls");
    private static readonly FrozenDictionary<string, HashSet<string>> Modals = Table("modals");
    private readonly FrozenDictionary<string, MoveEntry[]> entries;

    private MoveLexicon(IEnumerable<MoveEntry> all) =>
        entries = all.GroupBy(e => (e.Verb ? "v/" : "n/") + e.Words[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(e => e.Words.Length).ThenByDescending(e => e.Only.Count > 0 || e.Has("bad") || e.Has("good")).ToArray(), StringComparer.Ordinal);

    public static MoveLexicon Shipped { get; } = new(Lexicon.Lines("moves").SelectMany(Parse));

    /// <summary>The lexicon with a person's own lines before the shipped ones; lines that cannot be read are reported and left out.</summary>
    public static MoveLexicon With(string file, IEnumerable<string> lines, List<CaseProblem> problems)
    {
        var own = new List<MoveEntry>();
        int number = 0;
        foreach (string raw in lines)
        {
            number++;
            string line = raw.Split('#')[0].Trim();
            string[] fields = Lexicon.Fields(line);
            if (line.Length == 0)
            {
                continue;
            }
            if (fields.Length < 3 || fields[1] is not ("v" or "n") || !Kinds.ContainsKey(fields[0].Split('/')[0].Trim()))
            {
                problems.Add(Intake.ReadingProblems.BadLexicon(file, number, "The line is not 'kind | v or n | words | classes | roles' with a known kind."));
                continue;
            }
            own.AddRange(Parse(line));
        }
        return new MoveLexicon(own.Concat(Lexicon.Lines("moves").SelectMany(Parse)));
    }

    public IReadOnlyList<MoveEntry> For(Token token)
    {
        string key = token.Tag is Tag.Verb or Tag.Aux ? "v/" : token.Tag is Tag.Noun or Tag.Propn or Tag.Adj ? "n/" : "";
        return key.Length > 0 && entries.TryGetValue(key + token.Lemma.ToLowerInvariant(), out MoveEntry[]? found) ? found : [];
    }

    public static IEnumerable<string> ClassesOf(Token noun) =>
        ClassesOfNoun.TryGetValue(noun.Lemma.ToLowerInvariant(), out string[]? found) || ClassesOfNoun.TryGetValue(noun.Lower, out found) ? found : [];

    public static MoveKind? NotDone(MoveKind kind) => Denied[kind].NotDone;

    public static MoveKind? Refused(MoveKind kind) => Denied[kind].Refused;

    /// <summary>'refuse', 'fail', 'aim', 'attempt', 'begin', or null.</summary>
    public static string? ControlOf(Token token) => Find(Controls, token);

    /// <summary>'possible', 'hypothetical', 'planned', or null.</summary>
    public static string? ModalOf(Token token) => Find(Modals, token);

    /// <summary>The word of the codebook: 'rule-out'.</summary>
    public static string WordOf(MoveKind kind) => Ledger.ReadingWords.Of(kind);

    public static MoveKind? KindOrNull(string word) => Kinds.TryGetValue(word, out MoveKind kind) ? kind : null;

    private static string? Find(FrozenDictionary<string, HashSet<string>> table, Token token)
    {
        foreach ((string name, HashSet<string> words) in table)
        {
            if (words.Contains(token.Lemma) || words.Contains(token.Lower))
            {
                return name;
            }
        }
        return null;
    }

    private static FrozenDictionary<string, HashSet<string>> Table(string name) =>
        Lexicon.Rows(name).ToFrozenDictionary(r => r[0], r => r[1].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).ToHashSet());

    private static IEnumerable<MoveEntry> Parse(string line)
    {
        string[] fields = Lexicon.Fields(line);
        string[] kind = fields[0].Split('/');
        string[] classes = fields.Length > 3 ? fields[3].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        string[] roles = fields.Length > 4 ? fields[4].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        foreach (string word in fields[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return new MoveEntry(
                Kinds[kind[0].Trim()], kind.Length > 1 ? kind[1].Trim() : "", fields[1] == "v", word.Split(' '),
                [.. classes.Where(c => c[0] != '!')], [.. classes.Where(c => c[0] == '!').Select(c => c[1..])], roles.ToHashSet());
        }
    }
}
