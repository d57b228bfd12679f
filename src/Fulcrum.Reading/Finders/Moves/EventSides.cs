using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Finders.Dates;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>
/// Who acts and on whom, the words of the event being given. The target is the party, person or group nearest to the event's words in the tree, its object first;
/// pronouns, the source itself, whoever is only quoted and the setting ('today', 'in talks') are passed over, places come last.
/// </summary>
internal sealed class EventSides
{
    private const int Far = 99;
    private static readonly HashSet<string> Acting = Lexicon.Words("actors");
    private static readonly HashSet<string> Persons = Lexicon.Words("people-nouns");
    private readonly Roles roles;
    private readonly Sentence sentence;
    private readonly Token[] events;

    public EventSides(Roles roles, IEnumerable<Token> words)
    {
        this.roles = roles;
        sentence = roles.Sentence;
        events = [.. words.OrderBy(t => t.Tag == Tag.Verb ? 0 : 1).ThenBy(t => sentence.Ancestors(t).Count())];
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
        bool open = source is null ? !roles.IsPassive(trigger) : IsPronoun(source) || IsTime(source);
        return open ? sentence.Tokens.FirstOrDefault(t => t.Relation.StartsWith("nsubj", StringComparison.Ordinal) && !IsPronoun(t) && !IsTime(t)) ?? FirstNoun(trigger) ?? source : source;
    }

    // Where the tree shows no subject: the first noun before the event that no preposition governs.
    private Token? FirstNoun(Token trigger) => sentence.Tokens.TakeWhile(t => t.Index < trigger.Index)
        .FirstOrDefault(t => t.Tag is Tag.Noun or Tag.Propn && !t.Is("compound", "flat", "nmod:poss") && !IsTime(t) && sentence.Child(t, "case") is null);

    private Token? TargetOf()
    {
        (Token Token, int Cost)[] ranked = [.. sentence.Tokens.Where(CanBeTarget).Select(t => (Token: t, Cost: Cost(t))).Where(c => c.Cost < Far).OrderBy(c => c.Cost).ThenBy(c => c.Token.Index)];
        return ranked.Length == 0 ? null : ranked[0].Token;
    }

    private bool CanBeTarget(Token token) =>
        !IsPronoun(token) && !events.Contains(token) && !IsOfSource(token) && KindOf(token) < Far
        && !sentence.Ancestors(token).Prepend(token).Any(IsQuoted);

    private bool IsPronoun(Token token) => roles.Parties.MentionAt(token) is { } mention ? mention.Kind == MentionKind.Pronoun && token.Tag != Tag.Noun : token.Tag is not (Tag.Propn or Tag.Noun or Tag.Adj);

    private bool IsOfSource(Token token) =>
        Source is not null && (sentence.Dominates(Source, token) || (roles.Parties.Parties(token) is { Count: > 0 } parties && roles.Parties.Parties(Source) is var own && parties.All(own.Contains)))
        && !events.Any(e => sentence.Dominates(Source, e) && sentence.Dominates(e, token));

    // 'officials said': a reporting clause beside the event, its speaker and what hangs on it.
    private bool IsQuoted(Token token) =>
        token.Relation.StartsWith("nsubj", StringComparison.Ordinal) && sentence.HeadOf(token) is { } verb && !events.Contains(verb) && Speech.IsSpeechVerb(verb)
        || (token.Is("parataxis") && Speech.IsSpeechVerb(token) && !events.Any(e => sentence.Dominates(token, e)))
        || (token.Is("obl", "nmod") && sentence.Child(token, "case")?.Lower == "according");

    // A named party, a group or person by a noun, any other name, a place.
    private int KindOf(Token token)
    {
        bool modifier = token.Is("amod", "compound", "nmod:poss", "flat");
        if (roles.Parties.MentionAt(token) is { Party: not null } mention)
        {
            return mention.Head.Index != token.Index || roles.Parties.IsPlace(token) ? 6 : modifier ? 1 : 0;
        }
        if (token.Tag == Tag.Adj || token.Is("flat", "compound"))
        {
            return Far;
        }
        bool person = roles.Parties.Person(token) is not null || Persons.Contains(token.Lemma) || Acting.Contains(token.Lower);
        bool place = sentence.Children(token).Any(c => c.Is("case") && c.Lower is "in" or "at" or "near");
        bool group = token.Tag == Tag.Noun && sentence.Children(token).Any(c => c.Is("amod", "compound") && roles.Parties.MentionAt(c) is { Kind: MentionKind.People });
        return (person || group) && !place ? 1 : token.Tag == Tag.Propn && !IsTime(token) ? (place ? 6 : 2) : Far;
    }

    private static bool IsTime(Token token) => Calendar.Weekday(token.Text) >= 0 && token.Text.EndsWith("day", StringComparison.Ordinal) || (Calendar.Month(token.Text) > 0 && token.Text.Length > 4);

    // Steps in the tree from the nearest of the event's words, with what lies outside it or in a clause of its own counted further.
    private int Cost(Token token)
    {
        int best = Far;
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
            best = Math.Min(best, steps + (token.Index < word.Index && !(token.Is("nsubj") && word.Index != events[0].Index) && !token.Is("nsubj:pass") ? 3 : 0));
        }
        return best + KindOf(token);
    }

    private static int Step(Token token) => token.Relation switch
    {
        "obj" or "iobj" or "nsubj:pass" => 1,
        "nsubj" => 1,
        "ccomp" or "xcomp" => 2,
        "obl" or "nmod" or "nmod:poss" or "amod" or "compound" => 2,
        "acl:relcl" or "advcl" or "parataxis" or "conj" => 5,
        _ => 3,
    };
}
