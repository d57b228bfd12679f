using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>Who does what to whom around one word of a sentence, read off the dependency tree.</summary>
internal sealed class Roles(Sentence sentence, PartyResolver parties)
{
    private static readonly HashSet<string> LightVerbs = Lexicon.Words("light");
    private static readonly HashSet<string> States = Lexicon.Words("states");
    private static readonly string[] Towards = ["to", "with", "on", "upon", "against", "from", "toward", "towards", "for", "at", "of", "over", "into"];

    public Sentence Sentence => sentence;

    public PartyResolver Parties => parties;

    public bool IsPassive(Token verb) =>
        (sentence.Child(verb, "aux:pass", "nsubj:pass", "obl:agent") is not null && !IsState(verb)) || (verb.Is("acl") && LooksPast(verb) && sentence.Child(verb, "obj") is null) || (verb.Is("amod") && LooksPast(verb));

    /// <summary>Who acts, as a word of the sentence: the subject, the agent of a passive, or the subject of the clause that governs this one.</summary>
    public Token? Actor(Token word, int depth = 0)
    {
        if (depth > 8)
        {
            return null;
        }
        if (word.Tag is not (Tag.Verb or Tag.Aux) && sentence.Child(word, "nsubj", "nsubj:pass", "cop") is null)
        {
            return ActorOfNoun(word, depth);
        }
        if (IsPassive(word) && !IsQuoted(word))
        {
            return Agent(word);
        }
        if (Subject(word) is { } subject)
        {
            return IsRelative(subject) && parties.MentionAt(subject) is null ? RelativeHead(word) ?? subject : subject;
        }
        Token? head = sentence.HeadOf(word);
        if (head is null)
        {
            return null;
        }
        if (Controller(word, head) is { } controller)
        {
            return controller;
        }
        if (word.Is("acl"))
        {
            return IsInfinitive(word) ? Actor(head, depth + 1) : head;
        }
        if (word.Is("conj") && head.Tag is not (Tag.Verb or Tag.Aux) && sentence.Child(head, "nsubj") is null)
        {
            Token? above = sentence.Ancestors(head).FirstOrDefault(a => a.Tag == Tag.Verb);
            return above is null ? null : Actor(above, depth + 1);
        }
        return word.Is("acl:relcl") ? head : Actor(head, depth + 1);
    }

    // 'asked Norway to sign', 'Norway is expected to sign', 'accused Norway of signing': Norway signs.
    private Token? Controller(Token word, Token head)
    {
        if (word.Is("xcomp", "ccomp") && IsInfinitive(word))
        {
            return sentence.Child(head, "obj", "iobj") ?? (IsPassive(head) ? sentence.Child(head, "nsubj:pass") : null);
        }
        bool gerund = word.Is("advcl", "xcomp", "obl", "acl") && word.Lower.EndsWith("ing", StringComparison.Ordinal)
            && sentence.Children(word).Any(c => c.Is("mark", "case") && c.Lower is "of" or "for" or "into");
        Token? affected = gerund && head.Tag == Tag.Verb ? sentence.Child(head, "obj", "nsubj:pass") : null;
        return affected is not null && ActorParties(affected).Count > 0 ? affected : null;
    }

    // Of two: no relative pronoun ('which Canada had promised'), and nothing that a colon or conjunction parts from the verb ('the summit: Canada', 'Canada, as Norway said').
    private Token? Subject(Token word)
    {
        string[] relations = IsState(word) || IsQuoted(word) ? ["nsubj", "nsubj:pass"] : ["nsubj", "nsubj:outer"];
        Token[] subjects = [.. sentence.Children(word).Where(c => c.Is(relations))];
        Token? own = subjects.FirstOrDefault(c => !IsRelative(c)), last = subjects.LastOrDefault(c => c.Index < word.Index);
        bool parted = own is not null && last is not null && sentence.Children(word).Any(m => (m.Is("mark") || m.Text == ":") && m.Index > own.Index && m.Index < last.Index);
        return parted ? last : own ?? subjects.FirstOrDefault();
    }

    private static bool IsRelative(Token token) => token.Lower is "that" or "which" or "who";

    /// <summary>Whom something is given, offered or told: the first of two objects, or the subject of a passive that keeps its object.</summary>
    public Token? Receiver(Token verb)
    {
        if (sentence.Child(verb, "iobj") is { } receiver)
        {
            return receiver;
        }
        Token[] objects = [.. sentence.Children(verb).Where(c => c.Is("obj") || (c.Is("nsubj:pass") && sentence.Child(verb, "obj") is not null))];
        return objects.Length > 1 ? objects[0] : null;
    }

    /// <summary>What is acted on: the object, the subject of a passive, the noun that a relative clause or participle modifies, the object of a preposition that belongs to the verb.</summary>
    public Token? Object(Token verb, string? preposition)
    {
        if (preposition is not null && Oblique(verb, preposition) is { } governed)
        {
            return governed;
        }
        if (Receiver(verb) is not null && sentence.Children(verb).LastOrDefault(c => c.Is("obj")) is { } given)
        {
            return given;
        }
        if (sentence.Child(verb, "nsubj:pass") is { } passive)
        {
            return passive.Lower is "that" or "which" or "who" ? sentence.HeadOf(verb) ?? passive : passive;
        }
        if (sentence.Child(verb, "obj", "ccomp:obj") is { } found)
        {
            return found.Lower is "that" or "which" && verb.Is("acl:relcl") ? sentence.HeadOf(verb) : found;
        }
        if ((verb.Is("acl:relcl") && Subject(verb) is { } subject && !IsRelative(subject)) || (verb.Is("acl", "amod") && LooksPast(verb)))
        {
            return sentence.HeadOf(verb);
        }
        return null;
    }

    /// <summary>The dependent of the verb that this preposition introduces.</summary>
    public Token? Oblique(Token head, params string[] prepositions) =>
        sentence.Children(head).FirstOrDefault(c => sentence.Children(c).Any(m => m.Is("case", "mark", "fixed") && prepositions.Contains(m.Lower)));

    /// <summary>For a noun: the verb whose object it is when that verb is light ('held talks').</summary>
    public Token? LightVerb(Token noun)
    {
        Token at = noun;
        while (at.Is("conj") && sentence.HeadOf(at) is { } first)
        {
            at = first;
        }
        Token? verb = sentence.HeadOf(at);
        return verb is not null && verb.Tag == Tag.Verb && LightVerbs.Contains(verb.Lemma) && at.Is("obj", "nsubj:pass", "obl") ? verb : null;
    }

    /// <summary>Possessor, adjective or compound, 'by' or 'of' of a noun.</summary>
    public Token? OwnActor(Token noun, bool ofActs)
    {
        Token? by = sentence.Subtree(noun).FirstOrDefault(t => t.Is("nmod", "obl", "obl:agent") && sentence.Child(t, "case")?.Lower == "by" && parties.Parties(t).Count > 0);
        if (by is not null && parties.Parties(by).Count > 0)
        {
            return by;
        }
        Token? near = sentence.Children(noun).FirstOrDefault(c => c.Is("nmod:poss", "amod", "compound", "nmod:desc", "flat") && HasParty(c));
        return near ?? (ofActs && Oblique(noun, "of", "from", "for") is { } of && parties.Parties(of).Count > 0 ? of : null);
    }

    /// <summary>Parties of the actor's phrase; of an abstract noun ('Trump's approach', 'the furthest he has gone') those of its possessor or of the clause about it.</summary>
    public IReadOnlyList<string> ActorParties(Token? actor)
    {
        if (actor is null)
        {
            return [];
        }
        IReadOnlyList<string> own = parties.Parties(actor);
        if (own.Count > 0 || parties.Person(actor) is not null)
        {
            return own;
        }
        // 'its largest lender, China,': the name beside the noun.
        if (sentence.Children(actor).FirstOrDefault(c => c.Is("appos", "nmod:desc") && parties.Parties(c).Count > 0) is { } name)
        {
            return parties.Parties(name);
        }
        Token? possessor = sentence.Children(actor).FirstOrDefault(c => c.Is("nmod:poss") && parties.Parties(c).Count > 0)
            ?? (sentence.Child(actor, "acl:relcl") is { } clause ? sentence.Children(clause).FirstOrDefault(c => c.Is("nsubj") && parties.Parties(c).Count > 0) : null);
        return possessor is null ? [] : parties.Parties(possessor);
    }

    /// <summary>Parties towards whom the word points: receivers first, then those of its object, then those of the rest of its clause.</summary>
    public IReadOnlyList<string> Targets(Token word, Token? obj, bool objectIsTarget, IReadOnlyList<string> actors)
    {
        if (objectIsTarget && obj is not null && Without(parties.Parties(obj), actors) is { Count: > 0 } direct)
        {
            return direct;
        }
        foreach (Token? place in (Token?[])[Receiver(word), Oblique(word, Towards), obj])
        {
            if (place is not null && Without(parties.Parties(place), actors) is { Count: > 0 } found)
            {
                return found;
            }
        }
        if (obj is not null && Without(parties.Below(obj), actors) is [var inside, ..])
        {
            return [inside];
        }
        foreach (string party in Without(parties.Below(word), actors))
        {
            return [party];
        }
        return [];
    }

    /// <summary>Subjects of the clauses above, nearest first: who is acting where the word itself does not say.</summary>
    public IEnumerable<string> ActorsAbove(Token word)
    {
        foreach (Token above in sentence.Ancestors(word))
        {
            foreach (Token child in sentence.Children(above).Where(c => c.Is("nsubj", "obl:agent", "nmod:poss") && !sentence.Dominates(c, word)))
            {
                foreach (string party in ActorParties(child))
                {
                    yield return party;
                }
            }
        }
    }

    public bool IsNegated(Token word) =>
        sentence.Children(word).Any(c => c.Lower is "not" or "n't" or "never" or "neither" or "nor" or "hardly" or "no" or "without" && c.Is("advmod", "det", "cc", "mark", "case", "cc:preconj", "nsubj"))
        || sentence.Children(word).Any(c => c.Lower is "nothing" or "none" && c.Is("obj", "advmod", "nsubj", "nsubj:pass"))
        || (sentence.Child(word, "obj") is { } obj && sentence.Children(obj).Any(c => c.Is("det") && c.Lower == "no"))
        || (sentence.Child(word, "nsubj", "nsubj:pass") is { } subject && (subject.Lower is "nobody" or "none" || sentence.Children(subject).Any(c => c.Lower is "no" or "neither")));

    /// <summary>'said that they must withdraw' asks for it.</summary>
    public bool SaysMust(Token verb) =>
        sentence.Child(verb, "ccomp") is { } content
        && (content.Lemma is "need" || sentence.Children(content).Any(c => c.Is("aux") && c.Lower is "must" or "should" or "ought") || (content.Lemma == "have" && sentence.Child(content, "xcomp") is not null));

    public bool IsInfinitive(Token verb) => sentence.Children(verb).Any(c => c.Is("mark") && c.Lower == "to");

    /// <summary>Not the base form, not '-s', not '-ing'.</summary>
    public static bool LooksPast(Token verb) =>
        verb.Lower != verb.Lemma && !verb.Lower.EndsWith("ing", StringComparison.Ordinal) && verb.Lower != verb.Lemma + "s" && verb.Lower != verb.Lemma + "es" && !verb.Lower.EndsWith("ies", StringComparison.Ordinal);

    // 'were engaged in': a state of the subject, which does it.
    private bool IsState(Token verb) => States.Contains(verb.Lemma) && LooksPast(verb) && Oblique(verb, "by") is null;

    // 'was quoted as saying': the subject says it.
    private bool IsQuoted(Token verb) => (verb.Lemma == "quote" || Speech.IsSpeechVerb(verb)) && sentence.Children(verb).Any(c => c.Is("advcl", "xcomp", "obl") && c.Lower == "saying");

    private static List<string> Without(IEnumerable<string> found, IReadOnlyList<string> actors) => [.. found.Where(p => !actors.Contains(p)).Distinct()];

    private bool HasParty(Token token) => parties.Parties(token).Count > 0 || (token.Is("nmod:poss") && ActorParties(token).Count > 0);

    private Token? ActorOfNoun(Token noun, int depth)
    {
        if (OwnActor(noun, ofActs: false) is { } own)
        {
            return own;
        }
        return sentence.HeadOf(noun) is { } head && !noun.Is("nsubj", "nsubj:pass") ? Actor(head, depth + 1) : null;
    }

    private Token? Agent(Token verb) =>
        sentence.Child(verb, "obl:agent") ?? Oblique(verb, "by") ?? (sentence.Child(verb, "obj") is { } given ? Oblique(given, "by") : null) ?? (verb.Is("conj") && sentence.HeadOf(verb) is { } first && IsPassive(first) ? sentence.Child(first, "obl:agent") : null);

    private Token? RelativeHead(Token verb) => sentence.Ancestors(verb).Prepend(verb).FirstOrDefault(a => a.Is("acl:relcl")) is { } clause ? sentence.HeadOf(clause) : null;
}
