using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>A word that matched a line of the word list, with its object, and the light verb that carries a noun.</summary>
internal sealed record Matched(Token Token, MoveEntry Entry, Token? Object, Token? Light);

/// <summary>Which words of a sentence match a line of the word list, with their objects.</summary>
internal sealed class MoveMatcher(SentenceContext context, MoveLexicon lexicon)
{
    private readonly Roles roles = context.Roles;
    private readonly Sentence sentence = context.Roles.Sentence;

    public Matched? Match(Token token)
    {
        foreach (MoveEntry entry in lexicon.For(token))
        {
            if (entry.Verb ? MatchVerb(token, entry) is { } match : (match = MatchNoun(token, entry)!) is not null)
            {
                return match;
            }
        }
        return null;
    }

    private Matched? MatchVerb(Token verb, MoveEntry entry)
    {
        if (verb.Is("amod", "compound", "aux", "cop") && !Roles.LooksPast(verb))
        {
            return null;
        }
        string? second = entry.Words.Length > 1 ? entry.Words[1] : null;
        if (second is not null && !HasSecond(verb, second))
        {
            return null;
        }
        Token? obj = roles.Object(verb, second) ?? (entry.Has("left-out") ? roles.Oblique(verb, "without") : null);
        if (!Fits(entry, obj) || (entry.Has("left-out") && !IsLeftOut(verb, obj)))
        {
            return null;
        }
        if ((entry.Has("thing") && sentence.Child(verb, "ccomp") is not null) || !Evaluations.Fit(sentence, verb, entry))
        {
            return null;
        }
        bool aside = sentence.Child(verb, "mark")?.Lower == "as" || (verb.Lemma == "tell" && obj is not null && roles.Parties.Parties(obj).Count > 0);
        if (entry.Has("states") && sentence.Child(verb, "ccomp") is null && !InStatement(verb) && !aside)
        {
            return null;
        }
        return new Matched(verb, entry, obj, null);
    }

    // 'had no seat at the table', 'was left without a seat'; but not 'was given a seat'.
    private bool IsLeftOut(Token verb, Token? obj) =>
        roles.IsNegated(verb) || (obj is not null && sentence.Children(obj).Any(c => c.Is("case") && c.Lower == "without"));

    private Matched? MatchNoun(Token noun, MoveEntry entry)
    {
        if (entry.Has("out"))
        {
            bool ruledOut = sentence.Children(noun).Any(c => c.Is("case", "advmod", "compound:prt") && c.Lower is "out" or "off");
            return ruledOut && sentence.Child(noun, "nsubj") is { } subject ? new Matched(noun, entry, subject, null) : null;
        }
        if (noun.Is("compound", "flat", "amod") || (entry.Words.Length > 1 && !HasSecond(noun, entry.Words[1])))
        {
            return null;
        }
        Token? light = roles.LightVerb(noun);
        Token? of = roles.Oblique(noun, "of") ?? sentence.Child(noun, "nmod");
        Token? obj = entry.Has("of=object") ? of ?? sentence.Child(noun, "acl", "ccomp", "compound") : entry.Has("of=target") ? roles.Oblique(noun, "of", "on", "against", "for", "to") : of;
        if (entry.Has("of=object") && !Fits(entry, obj))
        {
            return null;
        }
        bool own = roles.OwnActor(noun, entry.Has("of=actor")) is not null;
        bool sides = entry.Has("mutual") && roles.Oblique(noun, "with", "between", "among") is not null;
        if (entry.Has("own") && !own && light is null)
        {
            return null;
        }
        if (entry.Has("that") && sentence.Child(noun, "ccomp", "acl") is null)
        {
            return null;
        }
        return own || light is not null || sides || obj is not null || entry.Has("for=actor") ? new Matched(noun, entry, obj, light) : null;
    }

    private bool Fits(MoveEntry entry, Token? obj)
    {
        if (obj is null)
        {
            return entry.Only.Count == 0;
        }
        string[] classes = [.. MoveLexicon.ClassesOf(obj), .. roles.Parties.Parties(obj).Count > 0 ? (string[])["people"] : []];
        IReadOnlyList<Token> also = [.. sentence.Children(obj).Where(c => c.Is("conj", "compound") || (c.Is("nmod") && obj.Lemma is "series" or "list" or "set" or "package" or "lot" or "number" or "kind" or "flow" or "amount" or "year" or "month" or "week" or "day" or "round" or "wave" or "part" or "level"))];
        bool any = entry.Only.Count == 0 || entry.Only.Any(o => classes.Contains(o) || obj.Lemma == o || also.Any(a => a.Lemma == o || MoveLexicon.ClassesOf(a).Contains(o) || sentence.Children(a).Any(c => c.Is("compound") && MoveLexicon.ClassesOf(c).Contains(o))));
        return any && !entry.Never.Any(n => classes.Contains(n) || obj.Lemma == n);
    }

    // A particle or preposition that belongs to the word, near it.
    private bool HasSecond(Token word, string second)
    {
        for (int i = word.Index + 1; i < Math.Min(word.Index + 6, sentence.Tokens.Count); i++)
        {
            Token token = sentence.Tokens[i];
            if (token.Lower == second && (token.Head == word.Index || i == word.Index + 1 || sentence.HeadOf(token)?.Head == word.Index))
            {
                return true;
            }
        }
        return false;
    }

    private bool InStatement(Token verb) => context.Said.Any(a => a.Verb?.Span == verb.Span);
}
