using System.Collections.Frozen;
using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Actors;

internal enum NameKind { Name, People, Person, Office }

/// <summary>Words that name a party: 'Kyiv', 'Ukrainian', 'Volodymyr Zelenskyy', 'secretary of state'.</summary>
/// <param name="Words">As the tokeniser cuts them; all in lower case when capitals do not matter.</param>
internal sealed record PartyName(string Party, NameKind Kind, string[] Words, bool AnyCase);

/// <summary>Which words name which party: the shipped lists, and a case's own parties with their aliases, which win.</summary>
internal sealed class Gazetteer
{
    private readonly FrozenDictionary<string, PartyName[]> byFirstWord;
    private readonly PartyName[] ofText = [];

    private Gazetteer(IEnumerable<PartyName> names, IReadOnlySet<string> states, IReadOnlySet<string>? parties)
    {
        byFirstWord = names.Where(n => n.Words.Length > 0)
            .GroupBy(n => n.Words[0].ToLowerInvariant(), StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(n => n.Words.Length).ToArray(), StringComparer.Ordinal);
        States = states;
        CaseParties = parties;
    }

    private Gazetteer(FrozenDictionary<string, PartyName[]> names, PartyName[] ofText, IReadOnlySet<string> states, IReadOnlySet<string>? parties) =>
        (byFirstWord, this.ofText, States, CaseParties) = (names, ofText, states, parties);

    /// <summary>Parties to which 'it' and 'the country' may point back.</summary>
    public IReadOnlySet<string> States { get; }

    /// <summary>Ids of the case's parties; null without a case, when every state and body of the shipped lists is a party.</summary>
    public IReadOnlySet<string>? CaseParties { get; }

    public static Gazetteer Shipped { get; } = Build([], null);

    /// <summary>A shipped state that answers to one of a party's names stands for that party with all its words.</summary>
    public static Gazetteer For(Cases.Case @case)
    {
        var own = new List<PartyName>();
        foreach (Cases.Party party in @case.Parties)
        {
            foreach (string alias in party.Aliases.Append(party.Name).Append(party.Id.Value.Replace('-', ' ')))
            {
                own.Add(Name(party.Id.Value, CaseAliases.IsPerson(alias, party.Aliases) ? NameKind.Person : NameKind.Name, alias));
            }
        }
        return Build(own, @case.Parties.Select(p => p.Id.Value).ToHashSet());
    }

    /// <summary>The same with the sides that one text names; the shipped names stay before them.</summary>
    public Gazetteer With(IReadOnlyList<PartyName> own) =>
        own.Count == 0 ? this : new Gazetteer(byFirstWord, [.. own.OrderByDescending(n => n.Words.Length)], States.Concat(own.Select(n => n.Party)).ToHashSet(), CaseParties);

    /// <summary>The longest name that starts at this token, or null.</summary>
    public PartyName? At(IReadOnlyList<Token> tokens, int start) =>
        Listed(tokens, start) ?? ofText.FirstOrDefault(n => start + n.Words.Length <= tokens.Count && Matches(n, tokens, start));

    private PartyName? Listed(IReadOnlyList<Token> tokens, int start)
    {
        if (!byFirstWord.TryGetValue(tokens[start].Lower, out PartyName[]? candidates))
        {
            return null;
        }
        foreach (PartyName name in candidates)
        {
            if (start + name.Words.Length <= tokens.Count && Matches(name, tokens, start))
            {
                return name;
            }
        }
        return null;
    }

    private static bool Matches(PartyName name, IReadOnlyList<Token> tokens, int start)
    {
        for (int i = 0; i < name.Words.Length; i++)
        {
            string word = tokens[start + i].Text;
            bool article = i == 0 && name.Words.Length > 1 && name.Words[0] is "the" or "The";
            if (!(name.AnyCase || article ? word.Equals(name.Words[i], StringComparison.OrdinalIgnoreCase) : word == name.Words[i]))
            {
                return false;
            }
        }
        return true;
    }

    private static Gazetteer Build(List<PartyName> own, HashSet<string>? parties)
    {
        var shipped = ShippedNames().ToList();
        var takenOver = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PartyName name in own)
        {
            foreach (PartyName match in shipped.Where(s => s.Kind is NameKind.Name or NameKind.Person && SameWords(s, name)))
            {
                takenOver.TryAdd(match.Party, name.Party);
            }
            if (shipped.Any(s => s.Party == name.Party))
            {
                takenOver[name.Party] = name.Party;
            }
        }
        var all = own.Concat(shipped.Select(s => takenOver.TryGetValue(s.Party, out string? id) ? s with { Party = id } : s));
        var states = Lexicon.Rows("parties").Where(r => r[1] is "state" or "union").Select(r => takenOver.GetValueOrDefault(r[0], r[0])).ToHashSet();
        states.UnionWith(parties ?? []);
        return new Gazetteer(all, states, parties);
    }

    private static bool SameWords(PartyName a, PartyName b) =>
        a.Words.Length == b.Words.Length && a.Words.Zip(b.Words).All(p => p.First.Equals(p.Second, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<PartyName> ShippedNames()
    {
        foreach (string[] row in Lexicon.Rows("parties"))
        {
            foreach (string name in row[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                yield return Name(row[0], NameKind.Name, name);
            }
            foreach (string name in row[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                yield return Name(row[0], NameKind.People, name);
            }
        }
        foreach (string[] row in Lexicon.Rows("people"))
        {
            foreach (string name in row[1].Split([';', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                yield return Name(row[0], NameKind.Person, name);
            }
        }
        foreach (string[] row in Lexicon.Rows("offices").Where(r => r[1].Length > 0))
        {
            yield return Name(row[1], NameKind.Office, row[0]);
        }
    }

    private static PartyName Name(string party, NameKind kind, string text)
    {
        string[] words = [.. Tokeniser.Cut(text, new Span(0, text.Length)).Select(s => s.In(text))];
        return new PartyName(party, kind, words, !text.Any(char.IsUpper));
    }
}
