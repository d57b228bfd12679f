using Fulcrum.Reading.Finders.Moves;
using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Actors;

/// <summary>
/// Sides that no shipped list can know: unions, companies, rebel groups and places that one text names again and again and lets act. Only without a case, which names its own parties.
/// </summary>
internal sealed class TextParties
{
    private const int FewestNames = 3;
    private const int FewestActs = 2;
    private static readonly HashSet<string> Bodies = Lexicon.Words("bodies");
    private static readonly HashSet<string> Offices = Lexicon.Words("people-nouns");
    private static readonly HashSet<string> Outlets = Lexicon.Words("outlets");
    private static readonly HashSet<string> Calendar = new(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Ramadan Christmas Easter I".Split(' '), StringComparer.Ordinal);
    private static readonly (string Noun, string[] Ends)[] Kinds = [.. Lexicon.Rows("body-kinds").Select(r => (r[0], r[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
    private readonly Gazetteer gazetteer;
    private readonly MoveLexicon lexicon;
    private readonly Dictionary<string, (int Named, int Acts, int Places)> counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> persons = new(StringComparer.Ordinal);
    private int states;

    private TextParties(Gazetteer gazetteer, MoveLexicon lexicon)
    {
        this.gazetteer = gazetteer;
        this.lexicon = lexicon;
    }

    /// <summary>The names, each with the id of its party: the fullest name in lower case with hyphens.</summary>
    public static IReadOnlyList<PartyName> Find(Document document, Gazetteer gazetteer, MoveLexicon lexicon)
    {
        var found = new TextParties(gazetteer, lexicon);
        foreach (Sentence sentence in document.Passages.Where(p => p.Role == PassageRole.Body).SelectMany(p => p.Sentences))
        {
            found.Count(sentence);
        }
        return found.Names();
    }

    private void Count(Sentence sentence)
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (gazetteer.At(tokens, i) is { } known)
            {
                states++;
                i += known.Words.Length - 1;
                continue;
            }
            if (tokens[i].Lower == "the" && i + 1 < tokens.Count && tokens[i + 1].Tag == Tag.Noun && Kinds.Any(k => k.Noun == tokens[i + 1].Lower))
            {
                Add("the " + tokens[i + 1].Lower, sentence, tokens[i + 1]);
            }
            int end = EndOfName(tokens, i);
            if (end == i)
            {
                continue;
            }
            string name = string.Join(' ', tokens.Skip(i).Take(end - i).Select(t => t.Text));
            bool person = end - i > 1 && !Bodies.Contains(tokens[end - 1].Lower);
            if (person || (i > 0 && Offices.Contains(tokens[i - 1].Lemma.ToLowerInvariant())))
            {
                persons.UnionWith(name.Split(' '));
            }
            else
            {
                Add(name, sentence, tokens[end - 1]);
            }
            i = end - 1;
        }
    }

    // Capitalised words in a row; a common word that only opens the sentence is none.
    private int EndOfName(IReadOnlyList<Token> tokens, int start)
    {
        int end = start;
        while (end < tokens.Count && end - start < 6 && char.IsUpper(tokens[end].Text[0]) && tokens[end].Text.Length > 1 && !Calendar.Contains(tokens[end].Text)
            && (tokens[end].Tag == Tag.Propn || (tokens[end].Tag is Tag.Noun or Tag.Adj && (end > start || start > 0 || (tokens.Count > 1 && Bodies.Contains(tokens[1].Lower) && char.IsUpper(tokens[1].Text[0]))))) && (end == start || gazetteer.At(tokens, end) is null))
        {
            end++;
            if (end + 1 < tokens.Count && tokens[end].Text is "'" or "’" && char.IsUpper(tokens[end + 1].Text[0]))
            {
                end++;
            }
        }
        return end;
    }

    private void Add(string name, Sentence sentence, Token head)
    {
        Token top = head;
        while (top.Is("compound", "flat", "amod") && sentence.HeadOf(top) is { } up)
        {
            top = up;
        }
        bool acts = top.Is("nsubj", "obl:agent", "nmod:poss") && sentence.HeadOf(top) is { } verb && (lexicon.For(verb).Count > 0 || Speech.IsSpeechVerb(verb));
        bool place = sentence.Child(head, "case")?.Lower is "in" or "at" or "near" or "outside";
        (int named, int did, int places) = counts.GetValueOrDefault(name);
        counts[name] = (named + 1, did + (acts ? 1 : 0), places + (place ? 1 : 0));
    }

    private List<PartyName> Names()
    {
        var names = new List<PartyName>();
        string[] bodies = [.. counts.Keys.Where(n => n.Contains(' ') && !n.StartsWith("the ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        var shorter = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string body in bodies)
        {
            string[] words = body.Split(' ');
            foreach (string again in (string[])[words[0], words[^1], "the " + words[^1].ToLowerInvariant(), .. Kinds.Where(k => k.Ends.Contains(words[^1].ToLowerInvariant())).Select(k => "the " + k.Noun)])
            {
                shorter.TryAdd(again, body);
            }
        }
        var totals = new Dictionary<string, (int Named, int Acts, int Places)>(StringComparer.Ordinal);
        foreach ((string name, (int named, int acts, int places)) in counts)
        {
            string full = shorter.GetValueOrDefault(name, name);
            (int n, int a, int p) = totals.GetValueOrDefault(full);
            totals[full] = (n + named, a + acts, p + places);
        }
        foreach ((string name, (int named, int acts, int places)) in totals.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            bool noun = name.StartsWith("the ", StringComparison.Ordinal), body = !noun && name.Contains(' ');
            bool enough = named >= FewestNames && acts >= FewestActs && places * 2 < named && !(noun && states > 2 * named);
            if (enough && !persons.Contains(name) && (noun || body || !name.Split(' ').Any(w => Outlets.Contains(w) || Bodies.Contains(w.ToLowerInvariant()))))
            {
                string id = Id(name);
                names.Add(Named(id, name));
                names.AddRange(shorter.Where(s => s.Value == name && s.Key != name && counts.ContainsKey(s.Key) && !persons.Contains(s.Key)).Select(s => Named(id, s.Key)));
            }
        }
        return names;
    }

    private static PartyName Named(string id, string name)
    {
        string[] words = [.. Tokeniser.Cut(name, new Span(0, name.Length)).Select(s => s.In(name))];
        return new PartyName(id, NameKind.Name, words, !name.Any(char.IsUpper));
    }

    private static string Id(string name) =>
        string.Join('-', new string([.. (name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
