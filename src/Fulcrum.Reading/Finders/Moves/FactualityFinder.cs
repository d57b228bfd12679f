using Fulcrum.Cases;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>How real an act is told to be: tense, aspect, modal verbs, conditions, and the verbs that govern it (after Sauri and Pustejovsky 2012, much reduced).</summary>
internal static class FactualityFinder
{
    /// <param name="offers">The act is one of words ('offered', 'threatened'): a condition that hangs on it is part of what was said, not of whether it was.</param>
    public static Factuality Of(Roles roles, Token word, Token? light, bool standing, bool offers = false)
    {
        Token carrier = light ?? word;
        if (carrier.Tag is not (Tag.Verb or Tag.Aux))
        {
            return OfNoun(roles, word, standing);
        }
        if (IsConditional(roles, carrier, offers && Told(roles, carrier)))
        {
            return Factuality.Hypothetical;
        }
        // A finite past form is past, whatever stands above it.
        bool finitePast = Roles.LooksPast(carrier) && !carrier.Is("acl", "amod") && roles.Sentence.Child(carrier, "aux", "aux:pass", "cop") is null && !roles.IsPassive(carrier);
        return finitePast ? Factuality.Happened : Governed(roles, carrier) ?? Tense(roles, carrier);
    }

    // In an 'if' clause, in the clause that hangs on one, or inverted ('Had they waited').
    private static bool IsConditional(Roles roles, Token verb, bool told)
    {
        Sentence sentence = roles.Sentence;
        Token? at = verb;
        for (int step = 0; step < 4 && at is not null; step++)
        {
            if (sentence.Children(at).Any(c => c.Is("mark") && c.Lower is "if" or "unless") || IsInverted(sentence, at)
                || (!told && sentence.Children(at).Any(c => c.Is("advcl") && sentence.Children(c).Any(m => m.Is("mark") && m.Lower is "if" or "unless"))))
            {
                return true;
            }
            at = at.Is("xcomp", "conj") ? sentence.HeadOf(at) : null;
        }
        return false;
    }

    // Finite, past or perfect, without a modal: it was said.
    private static bool Told(Roles roles, Token verb) =>
        Roles.LooksPast(verb) && roles.Sentence.Children(verb).Where(c => c.Is("aux")).All(a => a.Lemma is "have" or "be");

    private static bool IsInverted(Sentence sentence, Token verb) =>
        sentence.Child(verb, "nsubj", "nsubj:pass") is { } subject && sentence.Tokens[^1].Text != "?"
        && sentence.Children(verb).Any(c => c.Lower is "had" or "should" or "were" && c.Index < subject.Index && (c.Is("aux", "aux:pass", "advcl", "mark") || c.Index == 0));

    private static Factuality OfNoun(Roles roles, Token noun, bool standing)
    {
        foreach (Token child in roles.Sentence.Children(noun).Where(c => c.Is("amod", "compound")))
        {
            if (child.Lower is "ongoing" or "continued" or "continuing" or "current" or "existing")
            {
                return Factuality.Ongoing;
            }
            if (Marked(child) is { } marked)
            {
                return marked;
            }
        }
        foreach (Token above in roles.Sentence.Ancestors(noun).TakeWhile(a => a.Tag is Tag.Noun or Tag.Propn))
        {
            if (roles.Sentence.Children(above).Where(c => c.Is("amod")).Select(Marked).FirstOrDefault(m => m is not null) is { } outer)
            {
                return outer;
            }
        }
        Token? clause = roles.Sentence.Ancestors(noun).FirstOrDefault(a => a.Tag is Tag.Verb or Tag.Aux);
        if (clause is not null && roles.Sentence.HeadOf(noun)?.Index == clause.Index && noun.Is("obj", "nsubj:pass") && Governed(roles, clause) is { } governed)
        {
            return governed;
        }
        if (roles.Sentence.Children(noun).Any(c => c.Is("aux") && c.Lemma == "have"))
        {
            return Factuality.Happened;
        }
        if (roles.Sentence.HeadOf(noun) is { Lemma: "remain" or "be" } remains)
        {
            return Tense(roles, remains);
        }
        bool position = roles.Sentence.Child(noun, "ccomp", "acl") is not null && roles.Sentence.Child(noun, "nmod:poss") is not null;
        return standing || position ? Factuality.Ongoing : Factuality.Happened;
    }

    // Null when nothing above or beside the verb takes its reality away.
    private static Factuality? Governed(Roles roles, Token verb)
    {
        Sentence sentence = roles.Sentence;
        Token at = verb;
        for (int step = 0; step < 6; step++)
        {
            if (Beside(roles, at) is { } beside)
            {
                return beside;
            }
            Token? head = sentence.HeadOf(at);
            if (head is null)
            {
                return null;
            }
            if (at.Is("conj") && sentence.Child(at, "aux", "nsubj") is null && !(Roles.LooksPast(at) && roles.IsInfinitive(head)))
            {
                at = head;
                continue;
            }
            bool open = at.Is("xcomp", "acl", "ccomp", "csubj") || (at.Is("advcl", "obl", "obj", "nmod") && at.Tag == Tag.Verb && at.Lower.EndsWith("ing", StringComparison.Ordinal));
            if (!open || (Speech.IsSpeechVerb(head) && !roles.IsInfinitive(at)))
            {
                return null;
            }
            if (roles.IsInfinitive(at) && MoveLexicon.ControlOf(head) == "aim")
            {
                return Factuality.Planned;
            }
            bool weighed = head.Tag == Tag.Verb && at.Is("xcomp", "ccomp") && at.Lower.EndsWith("ing", StringComparison.Ordinal);
            if ((roles.IsInfinitive(at) || weighed) && MoveLexicon.ModalOf(head) is { } modal)
            {
                // 'could consider lifting' is no plan yet.
                return (weighed ? Beside(roles, head) : null) ?? Of(modal);
            }
            if (head.Tag is Tag.Noun or Tag.Adj && !roles.IsInfinitive(at))
            {
                return null;
            }
            at = head;
        }
        return null;
    }

    private static Factuality? Beside(Roles roles, Token verb)
    {
        foreach (Token child in roles.Sentence.Children(verb))
        {
            if (child.Lower is "due" or "set" or "about" && child.Index < verb.Index && child.Is("case", "advmod", "amod", "mark", "cop"))
            {
                return Factuality.Planned;
            }
            if (child.Is("aux", "advmod", "mark") && Marked(child) is { } marked)
            {
                return marked;
            }
        }
        return roles.Sentence.HeadOf(verb) is { Tag: Tag.Aux } aux && MoveLexicon.ModalOf(aux) is { } modal ? Of(modal) : null;
    }

    private static Factuality? Marked(Token word)
    {
        string? modal = word.Tag is Tag.Verb ? null : MoveLexicon.ModalOf(word);
        return modal is null || (word.Is("advmod") && word.Lower is "further") ? null : Of(modal);
    }

    private static Factuality Of(string modal) => modal switch { "possible" => Factuality.Possible, "planned" => Factuality.Planned, _ => Factuality.Hypothetical };

    private static Factuality Tense(Roles roles, Token verb)
    {
        Sentence sentence = roles.Sentence;
        bool gerund = verb.Lower.EndsWith("ing", StringComparison.Ordinal);
        Token[] helpers = [.. sentence.Children(verb).Where(c => c.Is("aux", "aux:pass", "cop"))];
        if (helpers.Any(h => h.Lemma == "have" || h.Lower is "was" or "were" or "did" or "'d"))
        {
            return Factuality.Happened;
        }
        if (helpers.Any(h => h.Lemma is "be" or "do"))
        {
            return gerund || helpers.Any(h => h.Lemma == "do") || roles.IsPassive(verb) ? Factuality.Ongoing : Factuality.Happened;
        }
        if (Roles.LooksPast(verb))
        {
            return Factuality.Happened;
        }
        if (gerund || roles.IsInfinitive(verb))
        {
            Token? clause = sentence.Ancestors(verb).FirstOrDefault(a => a.Tag == Tag.Verb);
            return clause is null ? (gerund ? Factuality.Happened : Factuality.Ongoing) : gerund ? Tense(roles, clause) : Factuality.Planned;
        }
        // 'cut' and 'put': with a singular subject the bare form is a past.
        bool bare = verb.Lower == verb.Lemma;
        bool pastByForm = bare && verb.Lemma is "cut" or "put" or "hit" or "let" or "set" or "quit" or "shut";
        return pastByForm ? Factuality.Happened : Factuality.Ongoing;
    }
}
