using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Actors;

/// <summary>
/// Finds who is spoken of, sentence after sentence of one document: names of the gazetteer, persons whom the text introduces, and pronouns, which stand for the
/// last fitting mention. Feed the sentences in text order.
/// </summary>
internal sealed class MentionFinder(Gazetteer gazetteer)
{
    private static readonly HashSet<string> PersonNouns = Lexicon.Words("people-nouns");
    private static readonly HashSet<string> Outsiders = Lexicon.Words("outsiders");
    private static readonly HashSet<string> PairNouns = ["countries", "sides", "parties", "nations", "leaders", "governments", "presidents", "states", "neighbours", "neighbors", "delegations", "camps", "capitals", "rivals", "foes", "enemies", "armies", "factions", "teams"];
    private static readonly HashSet<string> He = ["he", "him", "his", "himself", "she", "her", "herself"];
    private static readonly HashSet<string> They = ["they", "them", "their", "themselves"];
    private static readonly HashSet<string> It = ["it", "its", "itself"];
    private readonly List<(Mention Mention, int Weight, int Sentence)> past = [];
    private int sentenceNumber;

    /// <summary>Mentions kept of what was read: more than any three sentences hold, since pronouns look no further back.</summary>
    internal const int MostRemembered = 1200;

    internal int Remembered => past.Count;

    public PersonBook People { get; } = new();

    public IReadOnlyList<Mention> Find(Sentence sentence)
    {
        var found = new List<Mention>();
        IReadOnlyList<Token> tokens = sentence.Tokens;
        sentenceNumber++;
        for (int i = 0; i < tokens.Count; i++)
        {
            Mention? mention = Named(sentence, i) ?? Introduced(sentence, i, found);
            if (mention is not null)
            {
                found.Add(mention);
                i = mention.To - 1;
            }
        }
        Affiliate(sentence, found);
        found.AddRange(Pairs(sentence, found));
        foreach (Token token in tokens.Where(t => t.Tag == Tag.Pron || t.Lower is "his" or "her" or "its" or "their"))
        {
            if (Antecedent(sentence, token, found) is { } antecedent)
            {
                found.Add(new Mention(token, token.Index, token.Index + 1, antecedent.Party, antecedent.Person, MentionKind.Pronoun) { OtherParty = They.Contains(token.Lower) ? antecedent.OtherParty : null });
            }
        }
        foreach (Token noun in tokens.Where(t => t.Tag == Tag.Noun && PersonNouns.Contains(t.Lower) && IsBareDefinite(sentence, t, found)))
        {
            if (LastPerson(noun, found) is { } person)
            {
                found.Add(new Mention(noun, noun.Index, noun.Index + 1, person.Party, person.Person, MentionKind.Pronoun));
            }
        }
        found.Sort((a, b) => a.From.CompareTo(b.From));
        past.AddRange(found.Select(m => (m, Weight(sentence, m), sentenceNumber)));
        if (past.Count > MostRemembered)
        {
            past.RemoveRange(0, past.Count - (MostRemembered / 2));
        }
        return found;
    }

    private Mention? Named(Sentence sentence, int start)
    {
        if (gazetteer.At(sentence.Tokens, start) is not { } name)
        {
            return null;
        }
        int end = start + name.Words.Length;
        MentionKind kind = name.Kind switch { NameKind.Person => MentionKind.Person, NameKind.People => MentionKind.People, NameKind.Office => MentionKind.Office, _ => MentionKind.Name };
        // A case names its leaders among the other names of a party: 'Premier Ulla Brandt' says that this one is a person.
        if (kind == MentionKind.Name && gazetteer.CaseParties is not null && IsName(sentence.Tokens[end - 1]) && (HasTitle(sentence, start) || People.Knows(name.Words[^1])))
        {
            kind = MentionKind.Person;
        }
        string? person = kind == MentionKind.Person ? name.Words[^1] : null;
        // 'Michael Waltz' of whom the gazetteer knows only the surname; but 'Stormy Trump' is not 'Donald Trump'.
        if (person is not null)
        {
            string full = string.Join(' ', sentence.Tokens.Skip(start).Take(name.Words.Length).Select(t => t.Text));
            People.Introduce(person, full, name.Party);
        }
        return new Mention(HeadOf(sentence, start, end), start, end, name.Party, person, kind);
    }

    // A run of two or more capitalised names next to an office ('foreign minister', 'director of'), or a surname introduced before.
    private Mention? Introduced(Sentence sentence, int start, List<Mention> before)
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        if (!IsName(tokens[start]))
        {
            return null;
        }
        if (People.Knows(tokens[start].Text) && (start + 1 >= tokens.Count || !IsName(tokens[start + 1])))
        {
            string? party = People.PartyOf(tokens[start].Text);
            return new Mention(tokens[start], start, start + 1, party, tokens[start].Text, MentionKind.Person);
        }
        int end = start + 1;
        while (end < tokens.Count && end - start < 5 && (IsName(tokens[end]) || (tokens[end].Lower is "al" or "bin" or "von" or "van" or "de" or "der" or "el" && end + 1 < tokens.Count && IsName(tokens[end + 1]))))
        {
            end++;
        }
        int first = start;
        while (first < end - 1 && PersonNouns.Contains(tokens[first].Lemma.ToLowerInvariant()))
        {
            first++;
        }
        PartyName? known = gazetteer.At(tokens, first) is { Kind: NameKind.Person } whole ? whole : gazetteer.At(tokens, end - 1) is { Kind: NameKind.Person } last && end - first <= 3 ? last : null;
        if (known is not null)
        {
            People.Introduce(tokens[end - 1].Text, string.Join(' ', tokens.Skip(first).Take(end - first).Select(t => t.Text)), known.Party);
            return new Mention(HeadOf(sentence, first, end), first, end, known.Party, tokens[end - 1].Text, MentionKind.Person);
        }
        if (end - first < 2 || gazetteer.At(tokens, end - 1) is { Kind: not NameKind.Person } || !HasOffice(sentence, first, end))
        {
            return null;
        }
        string surname = tokens[end - 1].Text;
        People.Introduce(surname, string.Join(' ', tokens.Skip(first).Take(end - first).Select(t => t.Text)), null);
        return new Mention(HeadOf(sentence, first, end), first, end, null, surname, MentionKind.Person);
    }

    private static bool IsName(Token token) => token.Tag == Tag.Propn && char.IsUpper(token.Text[0]) && token.Text.Length > 1 && token.Text.Any(char.IsLower);

    // An office noun just before the name, in apposition after it, or a verb of saying beside it.
    private static bool HasOffice(Sentence sentence, int from, int to)
    {
        if (Enumerable.Range(Math.Max(0, from - 2), Math.Min(2, from)).Any(i => HasTitle(sentence, i + 1)))
        {
            return true;
        }
        Token head = HeadOf(sentence, from, to);
        bool apposed = sentence.Children(head).Any(c => c.Is("appos") && sentence.Subtree(c).Any(t => PersonNouns.Contains(t.Lemma)));
        bool names = head.Is("appos", "flat") && sentence.HeadOf(head) is { } office && PersonNouns.Contains(office.Lemma.ToLowerInvariant());
        return apposed || names || (head.Relation.StartsWith("nsubj", StringComparison.Ordinal) && sentence.HeadOf(head) is { } verb && Speech.IsSpeechVerb(verb));
    }

    private static bool HasTitle(Sentence sentence, int from) =>
        from > 0 && sentence.Tokens[from - 1] is var title && (PersonNouns.Contains(title.Lemma.ToLowerInvariant()) || title.Text is "Mr." or "Mrs." or "Ms." or "Dr." or "Sen." or "Gen." or "Rep." or "Prof.");

    // The party of a person introduced here: named beside the office, unless the office is a former one or an outsider's.
    private void Affiliate(Sentence sentence, List<Mention> found)
    {
        for (int i = 0; i < found.Count; i++)
        {
            Mention mention = found[i];
            if (mention.Kind != MentionKind.Person || mention.Party is not null || mention.Person is not { } surname)
            {
                continue;
            }
            Token[] around = [.. sentence.Tokens.Skip(Math.Max(0, mention.From - 6)).Take(Math.Min(6, mention.From)), .. sentence.Children(mention.Head).Where(c => c.Is("appos", "acl:relcl")).SelectMany(sentence.Subtree)];
            if (around.Any(t => Outsiders.Contains(t.Lemma.ToLowerInvariant())))
            {
                continue;
            }
            bool office = around.Any(t => PersonNouns.Contains(t.Lemma.ToLowerInvariant()));
            string? party = office ? found.Where(m => m.Party is not null && around.Any(t => t.Index == m.Head.Index)).Select(m => m.Party).FirstOrDefault() : null;
            if (party is not null)
            {
                People.Introduce(surname, People.FullNameOf(surname), party);
                found[i] = mention with { Party = party };
            }
        }
    }

    // 'the president' with nothing that says whose.
    private static bool IsBareDefinite(Sentence sentence, Token noun, List<Mention> here) =>
        sentence.Child(noun, "det")?.Lower == "the" && !sentence.Children(noun).Any(c => c.Is("amod", "compound", "nmod", "nmod:poss", "appos", "acl:relcl", "flat"))
        && noun.Relation != "nmod:desc" && here.All(m => noun.Index < m.From || noun.Index >= m.To);

    private Mention? LastPerson(Token noun, List<Mention> here) =>
        here.Where(m => m.To <= noun.Index).Reverse().Concat(past.AsEnumerable().Reverse().Where(p => p.Sentence >= sentenceNumber - 3).Select(p => p.Mention))
            .FirstOrDefault(m => m.Person is not null && m.Party is not null);

    // 'both countries', 'the two sides': the two states named most of late, other than the subject of the clause.
    private IEnumerable<Mention> Pairs(Sentence sentence, List<Mention> here)
    {
        foreach (Token noun in sentence.Tokens.Where(t => PairNouns.Contains(t.Lower) && sentence.Children(t).Any(c => c.Lower is "both" or "two")))
        {
            if (noun.Relation.StartsWith("nsubj", StringComparison.Ordinal) || here.All(m => m.Head.Index != noun.Index))
            {
                string?[] subjects = [.. here.Where(m => m.To <= noun.Index).Select(m => m.Party)];
                string[] two = [.. past.AsEnumerable().Reverse().Select(p => p.Mention.Party).OfType<string>().Where(p => gazetteer.States.Contains(p) && !subjects.Contains(p)).Take(40)
                    .GroupBy(p => p).OrderByDescending(g => g.Count()).Select(g => g.Key).Take(2)];
                if (two.Length == 2)
                {
                    yield return new Mention(noun, noun.Index, noun.Index + 1, two[1], null, MentionKind.Pronoun) { OtherParty = two[0] };
                }
            }
        }
    }

    private Mention? Antecedent(Sentence sentence, Token pronoun, List<Mention> here)
    {
        if (pronoun.Lower is "who" or "which" or "that" && RelativeHead(sentence, pronoun) is { } head)
        {
            return here.FirstOrDefault(m => m.Head.Index == head.Index);
        }
        Func<Mention, bool> fits;
        if (He.Contains(pronoun.Lower))
        {
            fits = m => m.Person is not null;
        }
        else if (They.Contains(pronoun.Lower))
        {
            fits = m => m.Person is null && m.Party is not null;
        }
        else if (It.Contains(pronoun.Lower))
        {
            fits = m => m.Person is null && m.Kind is MentionKind.Name or MentionKind.Office or MentionKind.Pronoun && m.Party is { } p && gazetteer.States.Contains(p);
        }
        else
        {
            return null;
        }
        var candidates = here.Where(m => m.To <= pronoun.Index && fits(m)).Select(m => (Mention: m, Score: Weight(sentence, m) + NearBonus(sentence, m, pronoun)))
            .Concat(past.Where(p => p.Sentence >= sentenceNumber - 2 && fits(p.Mention)).Select(p => (p.Mention, Score: p.Weight - 6 * (sentenceNumber - p.Sentence) + Recurrence(p.Mention))));
        return candidates.Reverse().OrderByDescending(c => c.Score).Select(c => c.Mention).FirstOrDefault();
    }

    // Whom the last sentences named again and again is whom they are about.
    private int Recurrence(Mention mention) =>
        past.Where(p => p.Sentence >= sentenceNumber - 3 && p.Mention.Party == mention.Party && p.Mention.Person == mention.Person).Take(3).Count();

    // A subject pronoun of a clause that follows takes the nearest; a possessive takes the subject of its clause.
    private static int NearBonus(Sentence sentence, Mention mention, Token pronoun)
    {
        bool sameVerb = sentence.HeadOf(pronoun) is { } verb && sentence.HeadOf(mention.Head) is { } other && verb.Index == other.Index;
        if (sameVerb && !pronoun.Is("nmod:poss"))
        {
            return -20;
        }
        int distance = pronoun.Index - mention.To;
        return (pronoun.Relation.StartsWith("nsubj", StringComparison.Ordinal) ? 4 : 1) - distance / 6;
    }

    private static int Weight(Sentence sentence, Mention mention)
    {
        Token top = mention.Head;
        // 'Putin' in 'President Putin' or 'U.S.' in 'U.S. officials' counts as the place of its phrase.
        while (top.Is("compound", "amod", "nmod:poss", "flat", "appos", "nmod") && sentence.HeadOf(top) is { } up)
        {
            top = up;
        }
        int own = mention.Head.Index == top.Index ? 2 : 0;
        bool main = sentence.HeadOf(top) is { Relation: "root" };
        return own + (top.Relation.StartsWith("nsubj", StringComparison.Ordinal) ? main ? 5 : 3 : top.Is("obj", "iobj", "obl:agent") ? 2 : top.Is("root") ? 3 : 1);
    }

    private static Token? RelativeHead(Sentence sentence, Token pronoun)
    {
        Token? clause = sentence.Ancestors(pronoun).Prepend(pronoun).FirstOrDefault(a => a.Is("acl:relcl", "advcl:relcl"));
        return clause is null ? null : sentence.HeadOf(clause);
    }

    internal static Token HeadOf(Sentence sentence, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            Token token = sentence.Tokens[i];
            if (token.Head < from || token.Head >= to)
            {
                return token;
            }
        }
        return sentence.Tokens[from];
    }
}
