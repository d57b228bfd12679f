using Fulcrum.Cases;
using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Finders.Dates;
using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>The moves of one sentence.</summary>
internal sealed class SentenceMoves(SentenceContext context, MoveLexicon lexicon, DateOnly? start)
{
    private readonly Roles roles = context.Roles;
    private readonly Sentence sentence = context.Roles.Sentence;
    private readonly HashSet<int> covered = [];
    private readonly List<ProposedMove> found = [];

    /// <summary>Governing acts come first: what they govern ('refused to accept') is part of them.</summary>
    public IReadOnlyList<ProposedMove> Find()
    {
        foreach (Token token in sentence.Tokens.OrderBy(t => sentence.Ancestors(t).Count()).ThenBy(t => t.Index))
        {
            if (!covered.Contains(token.Index) && Match(token) is { } match)
            {
                Propose(match);
            }
        }
        return [.. found.OrderBy(m => m.Quote.Start)];
    }

    /// <summary>A word that matched a line of the word list, with its object, and the light verb that carries a noun.</summary>
    internal sealed record Matched(Token Token, MoveEntry Entry, Token? Object, Token? Light);

    internal Matched? Match(Token token)
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
        IReadOnlyList<Token> also = [.. sentence.Children(obj).Where(c => c.Is("conj", "compound") || (c.Is("nmod") && obj.Lemma is "series" or "lot" or "number" or "kind" or "flow" or "amount" or "year" or "month" or "week" or "day" or "round" or "wave" or "part" or "level"))];
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

    private void Propose(Matched match)
    {
        Token carrier = match.Light ?? match.Token;
        (MoveKind? kind, Token? control) = Polarity(match, carrier);
        if (kind is not { } real || ((control is null || MoveLexicon.ControlOf(control) is null) && IsPurpose(carrier)))
        {
            return;
        }
        if (real == MoveKind.Ease && control is not null && match.Object is { Lemma: "war" or "conflict" or "bloodshed" or "crisis" })
        {
            // 'tries to end the war' is what all talks are for.
            return;
        }
        if (real == MoveKind.State && roles.SaysMust(carrier))
        {
            real = MoveKind.Demand;
        }
        List<string> actors = [.. Actors(match, carrier)];
        bool inferred = actors.Count == 0;
        if (inferred && match.Entry.Verb && roles.Actor(match.Token) is { Lower: "that" or "this" or "these" or "it" or "which" or "move" or "decision" or "step" } && context.Topic.LastActor is { } last)
        {
            actors.Add(last);
        }
        else if (inferred && Inferable(match))
        {
            actors.AddRange(roles.ActorsAbove(match.Token).Take(1));
        }
        List<string> targets = [.. match.Entry.Has("left-out") ? LeftOut(carrier) : Targets(match, carrier, actors)];
        if (match.Entry.Has("left-out"))
        {
            actors.Clear();
        }
        // An act told without its doer is the doing of whom the text dealt with last.
        bool doerless = match.Entry.Has("left-out") || match.Entry.Has("out") || (match.Entry.Verb && roles.IsPassive(match.Token) && roles.Actor(match.Token) is null && carrier.Is("root", "conj", "acl:relcl", "ccomp", "advcl"));
        if (actors.Count == 0 && doerless && context.Topic.LastActor is { } doer && !targets.Contains(doer))
        {
            actors.Add(doer);
        }
        if (actors.Count == 0)
        {
            return;
        }
        if (real == MoveKind.Meet || match.Entry.Has("mutual"))
        {
            targets = [.. actors.Skip(1).Concat(targets).Distinct()];
            actors = [actors[0]];
            targets.Remove(actors[0]);
            if (real == MoveKind.Meet && targets.Count == 0)
            {
                return;
            }
        }
        if (targets.Count == 0 && real != MoveKind.State)
        {
            targets.AddRange(Fallback(match, actors));
        }
        Cover(match, control, actors);
        if (match.Entry.Verb && !inferred && sentence.Ancestors(carrier).All(a => a.Is("root", "conj")))
        {
            context.Topic.LastActor = actors[0];
        }
        foreach (string actor in actors)
        {
            foreach (string? target in targets.Count == 0 ? [null] : targets.Where(t => t != actor).Cast<string?>().DefaultIfEmpty(null))
            {
                found.Add(Row(match, carrier, real, actor, target, inferred));
            }
        }
    }

    // 'to end the war', 'needed to counter it': what something is for, not an act.
    private bool IsPurpose(Token verb) =>
        verb.Tag == Tag.Verb && (roles.IsInfinitive(verb)
            ? verb.Is("advcl") || (!verb.Is("conj") && sentence.HeadOf(verb) is { } head && MoveLexicon.ControlOf(head) is null)
            : verb.Lower.EndsWith("ing", StringComparison.Ordinal) && sentence.Children(verb).Any(c => c.Is("mark", "case") && c.Lower is "about" or "before" or "without" or "than" or "for"));

    // The innermost act that a refusal governs: 'refused to consider offering'.
    private Matched? Governed(Token verb)
    {
        Token? at = verb;
        for (int step = 0; step < 4 && at is not null; step++)
        {
            at = sentence.Child(at, "xcomp", "ccomp");
            if (at is not null && Match(at) is { } inner && inner.Entry.Kind is not (MoveKind.State or MoveKind.Demand))
            {
                return inner;
            }
        }
        return null;
    }

    // What governs the act may refuse it, deny it, or merely plan it.
    private (MoveKind?, Token? Control) Polarity(Matched match, Token carrier)
    {
        MoveKind kind = match.Entry.Kind;
        if (kind == MoveKind.Reject && match.Entry.Verb && match.Object is null && Governed(match.Token) is { } refused)
        {
            kind = MoveLexicon.Refused(refused.Entry.Kind) ?? MoveKind.Reject;
        }
        Token? head = sentence.HeadOf(carrier);
        Token? control = head is not null && carrier.Is("xcomp", "ccomp", "acl", "advcl") && roles.IsInfinitive(carrier) ? head : null;
        string? governs = control is null ? null : MoveLexicon.ControlOf(control);
        if (governs == "refuse" && control is not null && lexicon.For(control).Count == 0)
        {
            return (MoveLexicon.Refused(kind), control);
        }
        bool negated = roles.IsNegated(carrier) || (match.Light is not null && roles.IsNegated(match.Token)) || governs == "fail" || (control is not null && roles.IsNegated(control));
        if (!negated || match.Entry.Kind == MoveKind.State || match.Entry.Has("left-out"))
        {
            return (kind, control);
        }
        bool will = sentence.Children(carrier).Any(c => c.Is("aux") && c.Lower is "will" or "wo" or "would" or "'ll");
        return (will ? MoveLexicon.Refused(kind) : MoveLexicon.NotDone(kind), control);
    }

    private IEnumerable<string> Actors(Matched match, Token carrier)
    {
        Token token = match.Token;
        if (match.Entry.Verb)
        {
            return roles.ActorParties(roles.Actor(token));
        }
        if (match.Entry.Has("for=actor") && roles.Oblique(token, "for") is { } refuser)
        {
            return roles.Parties.Parties(refuser);
        }
        if (match.Entry.Has("mutual") && roles.Oblique(token, "between", "among") is { } between)
        {
            return roles.Parties.Parties(between);
        }
        if (roles.OwnActor(token, match.Entry.Has("of=actor")) is { } own)
        {
            return roles.ActorParties(own);
        }
        return match.Light is null ? [] : roles.ActorParties(roles.Actor(carrier));
    }

    private IEnumerable<string> Targets(Matched match, Token carrier, List<string> actors)
    {
        bool objectIsTarget = match.Entry.Has("object=target") || match.Entry.Has("of=target") || match.Entry.Has("mutual");
        IReadOnlyList<string> own = roles.Targets(match.Token, match.Object, objectIsTarget, actors);
        return own.Count > 0 || match.Light is null ? own : roles.Targets(carrier, match.Token, false, actors);
    }

    private IEnumerable<string> LeftOut(Token verb) =>
        sentence.Child(verb, "nsubj", "nsubj:pass") is { } subject ? roles.Parties.Parties(subject) : [];

    private static bool Inferable(Matched match) => match.Entry.Verb ? match.Entry.Kind != MoveKind.State : !match.Entry.Has("own");

    // The other side where the clause does not name it: elsewhere in the sentence, else the party dealt with last.
    private IEnumerable<string> Fallback(Matched match, List<string> actors)
    {
        string[] here = [.. sentence.Tokens.Select(roles.Parties.MentionAt).Where(m => m?.Party is not null && !roles.Parties.IsPlace(m.Head)).Select(m => m!.Party!).Where(p => !actors.Contains(p)).Distinct()];
        string? one = here.Length > 0 ? here[0] : context.Topic.LastExcept(actors);
        return one is null ? [] : [one];
    }

    // The governed clause of a move is its content, not another move.
    private void Cover(Matched match, Token? control, List<string> actors)
    {
        covered.Add(match.Token.Index);
        if (control is not null)
        {
            covered.Add(control.Index);
        }
        if (match.Light is { } light)
        {
            covered.Add(light.Index);
        }
        bool states = match.Entry.Kind == MoveKind.State;
        foreach (Token content in states ? [] : sentence.Children(match.Token).Where(c => c.Is("xcomp", "ccomp", "acl")))
        {
            CoverContent(content);
        }
        if (!states && match.Object is { } obj)
        {
            CoverObject(obj, actors);
        }
    }

    // What is given, refused and so on; but not another party's act that it names ('praised his willingness to stop').
    private void CoverObject(Token obj, List<string> actors)
    {
        if (roles.OwnActor(obj, ofActs: false) is { } other && roles.ActorParties(other).Except(actors).Any())
        {
            return;
        }
        covered.Add(obj.Index);
        foreach (Token inside in sentence.Children(obj).Where(c => c.Is("acl", "nmod", "compound")))
        {
            CoverContent(inside);
        }
        foreach (Token clause in sentence.Subtree(obj).Where(c => c.Is("acl:relcl") && sentence.Child(c, "nsubj") is { Lower: not ("who" or "which" or "that") }))
        {
            covered.Add(clause.Index);
        }
    }

    private void CoverContent(Token content)
    {
        foreach (Token inside in sentence.Subtree(content))
        {
            bool apart = sentence.Ancestors(inside).Prepend(inside).TakeWhile(a => a.Index != content.Index).Any(a => a.Is("advcl", "acl:relcl", "parataxis"));
            if (!apart)
            {
                covered.Add(inside.Index);
            }
        }
    }

    private ProposedMove Row(Matched match, Token carrier, MoveKind kind, string actor, string? target, bool inferred)
    {
        Span quote = Clause(match.Token);
        Attribution? said = AttributionFinder.Over(context.Said, match.Token);
        Factuality factuality = FactualityFinder.Of(roles, match.Token, match.Light, match.Entry.Has("standing"));
        bool outsider = said is { IsPerson: true, Party: null };
        FoundDate? date = DateOf(match.Token, carrier);
        bool past = date?.Last is { } last && ((start ?? context.Document.Date?.AddYears(-3)) is { } from) && last < from;
        bool conditional = sentence.Subtree(carrier).Any(t => t.Is("mark") && t.Lower is "if" or "unless") || sentence.Subtree(carrier).Any(t => t.Lower is "conditioned" or "contingent" or "conditional");
        double confidence = 0.8 - (inferred ? 0.3 : 0) - (target is null ? 0.15 : 0) - (factuality is Factuality.Hypothetical or Factuality.Possible ? 0.1 : 0) - (match.Entry.Kind == MoveKind.State ? 0.2 : 0);
        return new ProposedMove(
            context.Document.Id, context.Passage.Number, quote, quote.In(context.Document.Text), actor, target, kind, match.Entry.Type, match.Token.Lemma, Phrase(match),
            date?.Value, date?.First, date?.Last, outsider && factuality is Factuality.Happened or Factuality.Ongoing && said is not null && outsider ? Factuality.Opinion : factuality,
            SpeakerOf(match, said), conditional, past, confidence, "moves");
    }

    // A position taken in a person's own words is that person's telling.
    private string SpeakerOf(Matched match, Attribution? said)
    {
        if (said is { IsPerson: true })
        {
            return said.Speaker;
        }
        Token? subject = match.Entry.Kind == MoveKind.State && match.Entry.Verb ? roles.Actor(match.Token) : null;
        return subject is null ? "author" : roles.Parties.Person(subject) ?? "author";
    }

    // The nearest verb's clause with what depends on it, without clauses put beside it; at most the sentence.
    private Span Clause(Token word)
    {
        Token top = sentence.Ancestors(word).Prepend(word).FirstOrDefault(a => a.Tag is Tag.Verb or Tag.Aux || a.Head < 0) ?? word;
        List<Token> words = [.. sentence.Subtree(top).Where(t => !sentence.Ancestors(t).Prepend(t).TakeWhile(a => a.Index != top.Index).Any(a => a.Is("conj", "parataxis") && a.Head == top.Index))];
        if (words.Count < 4)
        {
            words = [.. sentence.Subtree(sentence.HeadOf(top) ?? top)];
        }
        return new Span(words.Where(w => w.Tag != Tag.Punct || w.Text is "“" or "\"").Select(w => w.Span.Start).DefaultIfEmpty(words[0].Span.Start).Min(), words.Where(w => w.Tag != Tag.Punct || w.Text is "”" or "\"").Select(w => w.Span.End).DefaultIfEmpty(words[^1].Span.End).Max());
    }

    private string? Phrase(Matched match)
    {
        Token? head = match.Object ?? sentence.Child(match.Token, "xcomp", "ccomp", "obl", "acl");
        if (head is null)
        {
            return match.Entry.Verb ? null : match.Token.Text;
        }
        Token[] words = [.. sentence.Subtree(head).Where(t => !sentence.Ancestors(t).Prepend(t).TakeWhile(a => a.Index != head.Index).Any(a => a.Is("acl:relcl", "appos", "parataxis")) && !t.Is("punct"))];
        Token[] trimmed = [.. words.SkipWhile(w => w.Is("case", "mark")).Take(14)];
        return trimmed.Length == 0 ? head.Text : new Span(trimmed[0].Span.Start, trimmed[^1].Span.End).In(context.Document.Text);
    }

    // A date below the act, else one of the sentence that no nearer verb claims.
    private FoundDate? DateOf(Token word, Token carrier)
    {
        FoundDate[] here = [.. context.Dates.Where(d => sentence.Span.Contains(d.Span))];
        if (here.Length == 0)
        {
            return null;
        }
        foreach (Token place in (Token[])[word, carrier])
        {
            HashSet<int> below = [.. sentence.Subtree(place).Select(t => t.Span.Start)];
            FoundDate? own = here.FirstOrDefault(d => sentence.Tokens.Any(t => d.Span.Contains(t.Span.Start) && below.Contains(t.Span.Start) && ClaimedBy(t, place)));
            if (own is not null)
            {
                return own;
            }
        }
        Token? clause = sentence.Ancestors(carrier).FirstOrDefault(a => a.Tag == Tag.Verb);
        return clause is null ? null : here.FirstOrDefault(d => sentence.Tokens.Any(t => d.Span.Contains(t.Span.Start) && sentence.Dominates(clause, t) && ClaimedBy(t, clause)));
    }

    private bool ClaimedBy(Token date, Token verb) =>
        !sentence.Ancestors(date).TakeWhile(a => a.Index != verb.Index).Any(a => a.Tag == Tag.Verb && !a.Is("xcomp"));
}
