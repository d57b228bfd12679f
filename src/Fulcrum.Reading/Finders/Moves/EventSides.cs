using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>
/// Who acts and on whom, the words of the event being given. The target is the party, person or group nearest to the event's words in the tree, its object and whom it is
/// against first; pronouns, the source itself, whoever only tells it and the setting ('today', 'in talks', 'despite') are passed over, places come last.
/// </summary>
internal sealed class EventSides
{
    private static readonly HashSet<string> Setting = Lexicon.Words("setting");
    private readonly Roles roles;
    private readonly SideKinds kinds;
    private readonly Sentence sentence;
    private readonly Token[] events;
    private readonly HashSet<int> telling;

    public EventSides(Roles roles, IEnumerable<Token> words)
    {
        this.roles = roles;
        sentence = roles.Sentence;
        kinds = new SideKinds(roles);
        events = [.. words.OrderBy(t => t.Tag == Tag.Verb && !t.Is("amod") ? 0 : 1).ThenBy(t => sentence.Ancestors(t).Count())];
        telling = Telling();
        Source = events is [var first, ..] ? SourceOf(first) : null;
        Target = events.Length == 0 ? null : TargetOf();
    }

    /// <summary>Of the words of the event, the verb highest in the tree.</summary>
    public Token? Trigger => events.FirstOrDefault();

    public Token? Source { get; }

    public Token? Target { get; }

    private Token? SourceOf(Token trigger)
    {
        Token? source = roles.Actor(trigger);
        if (source is null && roles.IsPassive(trigger) && sentence.Tokens.ElementAtOrDefault(trigger.Index + 1) is { Lower: "by" } by)
        {
            return sentence.HeadOf(by) is { Tag: Tag.Noun or Tag.Propn } agent ? agent : FirstNounAfter(by);
        }
        bool open = source is null ? !roles.IsPassive(trigger) : IsPronoun(source) || SideKinds.IsTime(source);
        return open ? sentence.Tokens.FirstOrDefault(t => t.Relation.StartsWith("nsubj", StringComparison.Ordinal) && !IsPronoun(t) && !SideKinds.IsTime(t)) ?? FirstNoun(trigger) ?? source : source;
    }

    // Where the tree shows no subject: the first noun before the event that no preposition governs.
    private Token? FirstNoun(Token trigger) => sentence.Tokens.TakeWhile(t => t.Index < trigger.Index)
        .FirstOrDefault(t => t.Tag is Tag.Noun or Tag.Propn && !t.Is("compound", "flat", "nmod:poss") && !SideKinds.IsTime(t) && sentence.Child(t, "case") is null);

    private Token? FirstNounAfter(Token word) => sentence.Tokens.Skip(word.Index + 1).FirstOrDefault(t => t.Tag is Tag.Noun or Tag.Propn && !t.Is("compound", "flat"));

    private Token? TargetOf()
    {
        (Token Token, int Cost)[] ranked = [.. sentence.Tokens.Where(CanBeTarget).Select(t => (Token: t, Cost: Cost(t))).Where(c => c.Cost < SideKinds.None).OrderBy(c => c.Cost).ThenBy(c => c.Token.Index)];
        return ranked.Length == 0 ? null : ranked[0].Token;
    }

    private bool CanBeTarget(Token token) =>
        !IsPronoun(token) && !events.Contains(token) && !telling.Contains(token.Index) && !IsOfSource(token) && kinds.Of(token) < SideKinds.None
        && !sentence.Ancestors(token).Prepend(token).Any(IsQuoted);

    private bool IsPronoun(Token token) =>
        roles.Parties.MentionAt(token) is { } mention ? mention.Kind == MentionKind.Pronoun && token.Tag != Tag.Noun : token.Tag is not (Tag.Propn or Tag.Noun or Tag.Adj) && !(token.Tag == Tag.Verb && kinds.IsPeople(token));

    // Inside the source's phrase, or its name again; another group of the same people ('Kenyan police', 'Kenyan farmers') is another side.
    private bool IsOfSource(Token token)
    {
        if (Source is null || events.Any(e => sentence.Dominates(Source, e) && sentence.Dominates(e, token)))
        {
            return false;
        }
        if (sentence.Dominates(Source, token))
        {
            return true;
        }
        bool others = roles.Parties.MentionAt(token) is null && roles.Parties.MentionAt(Source) is null && token.Lemma != Source.Lemma;
        return !others && roles.Parties.Parties(token) is { Count: > 0 } parties && roles.Parties.Parties(Source) is var own && parties.All(own.Contains);
    }

    // 'officials said': a reporting clause beside the event, its speaker and what hangs on it.
    private bool IsQuoted(Token token) =>
        token.Relation.StartsWith("nsubj", StringComparison.Ordinal) && sentence.HeadOf(token) is { } verb && !events.Contains(verb) && Speech.IsSpeechVerb(verb)
        || (token.Is("parataxis") && Speech.IsSpeechVerb(token) && !events.Any(e => sentence.Dominates(token, e)));

    // Words in order, where the tree errs: 'according to' up to the next comma, and after the event a closing ', the spokesman of the port said on Monday'.
    private HashSet<int> Telling()
    {
        var found = new HashSet<int>();
        int last = events.Length == 0 ? 0 : events.Max(e => e.Index), comma = -1;
        foreach (Token token in sentence.Tokens)
        {
            comma = token.Text == "," ? token.Index : comma;
            if (token.Lower == "according")
            {
                found.UnionWith(sentence.Tokens.Skip(token.Index).TakeWhile(t => t.Text != ",").Select(t => t.Index));
            }
            else if (comma > last && token.Tag == Tag.Verb && token.Lemma is "say" or "tell" or "report" or "announce" && !token.Lower.EndsWith("ing", StringComparison.Ordinal) && sentence.Tokens[^1].Index - token.Index < 8)
            {
                found.UnionWith(Enumerable.Range(comma, sentence.Tokens.Count - comma));
            }
        }
        return found;
    }

    // Steps in the tree from the nearest of the event's words, with what lies outside it or in a clause of its own counted further.
    private int Cost(Token token)
    {
        int best = SideKinds.None;
        foreach (Token word in events)
        {
            if (!sentence.Dominates(word, token))
            {
                best = Math.Min(best, 14 + Math.Abs(token.Index - word.Index));
                continue;
            }
            int steps = 0;
            foreach (Token above in sentence.Ancestors(token).Prepend(token).TakeWhile(a => a.Index != word.Index))
            {
                steps += Step(above);
            }
            best = Math.Min(best, steps + (token.Index < word.Index && !StandsBefore(token, word) ? 3 : 0));
        }
        return best + kinds.Of(token);
    }

    // Who suffers a passive, who does what the first word asks for, whose act it is: 'rejected the Kenyan appeal'.
    private bool StandsBefore(Token token, Token word) =>
        token.Is("nsubj:pass") || (word.Index != events[0].Index && token.Is("nsubj", "amod", "compound", "nmod:poss"));

    private int Step(Token token)
    {
        string? introduced = sentence.Child(token, "case", "mark")?.Lower;
        return introduced is not null && Setting.Contains(introduced) ? 6 : introduced == "against" && events.Any(e => e.Index == token.Head) ? 1 : token.Relation switch
        {
            "obj" or "iobj" or "nsubj:pass" or "nsubj" => 1,
            "ccomp" or "xcomp" or "obl" or "nmod" or "nmod:poss" or "amod" or "compound" => 2,
            "acl:relcl" or "advcl" or "parataxis" or "conj" => 5,
            _ => 3,
        };
    }
}
