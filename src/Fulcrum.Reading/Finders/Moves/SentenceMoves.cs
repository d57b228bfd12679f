using Fulcrum.Cases;
using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Finders.Dates;
using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>The moves of one sentence.</summary>
internal sealed class SentenceMoves(SentenceContext context, MoveLexicon lexicon, DateOnly? start)
{
    private readonly Roles roles = context.Roles;
    private readonly Sentence sentence = context.Roles.Sentence;
    private readonly MoveMatcher matcher = new(context, lexicon);
    private readonly MoveRow rows = new(context, start);
    private readonly HashSet<int> covered = [];
    private readonly List<ProposedMove> found = [];

    /// <summary>Governing acts come first: what they govern ('refused to accept') is part of them.</summary>
    public IReadOnlyList<ProposedMove> Find()
    {
        foreach (Token token in sentence.Tokens.OrderBy(t => sentence.Ancestors(t).Count()).ThenBy(t => t.Index))
        {
            if (!covered.Contains(token.Index) && matcher.Match(token) is { } match)
            {
                Propose(match);
            }
        }
        return [.. found.OrderBy(m => m.Quote.Start)];
    }

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
        // 'will not be pressured', 'unless an agreement is reached': told of nobody.
        bool open = sentence.Child(carrier, "mark")?.Lower is "if" or "unless" || roles.IsNegated(carrier);
        bool nobodys = open && match.Entry.Verb && roles.IsPassive(match.Token) && actors.Count == 0;
        bool inferred = actors.Count == 0;
        if (inferred && match.Entry.Verb && roles.Actor(match.Token) is { Lower: "that" or "this" or "these" or "it" or "which" or "move" or "decision" or "step" } && context.Topic.LastActor is { } last)
        {
            actors.Add(last);
        }
        else if (inferred && !nobodys && Inferable(match))
        {
            actors.AddRange(roles.ActorsAbove(match.Token).Take(1));
        }
        List<string> targets = [.. match.Entry.Has("left-out") ? LeftOut(carrier) : Targets(match, carrier, actors)];
        if (match.Entry.Has("left-out"))
        {
            actors.Clear();
        }
        // An act told without its doer is the doing of whom the text dealt with last.
        bool doerless = match.Entry.Has("left-out") || match.Entry.Has("out") || (match.Entry.Verb && !nobodys && roles.IsPassive(match.Token) && roles.Actor(match.Token) is null && carrier.Is("root", "conj", "acl:relcl", "ccomp", "advcl"))
            || (context.Passage.Role != PassageRole.Body && match.Entry.Verb && roles.Actor(match.Token) is null);
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
        bool together = targets.Count == 0 && actors.Count == 2 && real is MoveKind.Accept or MoveKind.Offer or MoveKind.Promise;
        if (together)
        {
            // 'the two had agreed on': each with the other.
            targets.AddRange(actors);
        }
        else if (targets.Count == 0 && real != MoveKind.State)
        {
            targets.AddRange(Fallback(match, actors));
        }
        Cover(match, control, actors);
        if (match.Entry.Verb && !inferred && sentence.Ancestors(carrier).All(a => a.Is("root", "conj")))
        {
            context.Topic.LastActor = actors[0];
        }
        foreach (string reached in targets)
        {
            context.Topic.NoteAct(actors[0], reached);
        }
        foreach (string actor in actors)
        {
            foreach (string? target in targets.Count == 0 ? [null] : targets.Where(t => t != actor).Cast<string?>().DefaultIfEmpty(null))
            {
                found.Add(rows.Row(match, carrier, real, actor, target, inferred));
            }
        }
    }

    // 'to end the war', 'needed to counter it': what something is for, not an act.
    private bool IsPurpose(Token verb) =>
        verb.Tag == Tag.Verb && (roles.IsInfinitive(verb)
            ? verb.Is("advcl") || (!verb.Is("conj") && sentence.HeadOf(verb) is { } head && MoveLexicon.ControlOf(head) is null && !(verb.Is("xcomp") && RaisedSubjects.IsRaising(head)))
            : verb.Lower.EndsWith("ing", StringComparison.Ordinal) && sentence.Children(verb).Any(c => c.Is("mark", "case") && c.Lower is "about" or "before" or "without" or "than" or "for" or "from"));

    // The innermost act that a refusal governs: 'refused to consider offering'.
    private Matched? Governed(Token verb)
    {
        Token? at = verb;
        for (int step = 0; step < 4 && at is not null; step++)
        {
            at = sentence.Child(at, "xcomp", "ccomp");
            if (at is not null && matcher.Match(at) is { } inner && inner.Entry.Kind is not (MoveKind.State or MoveKind.Demand))
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
        bool negated = roles.IsNegated(carrier) || IsDenied(carrier) || (match.Light is not null && roles.IsNegated(match.Token)) || governs == "fail" || (control is not null && roles.IsNegated(control));
        if (!negated || match.Entry.Kind == MoveKind.State || match.Entry.Has("left-out"))
        {
            return (kind, control);
        }
        bool will = sentence.Children(carrier).Any(c => c.Is("aux") && c.Lower is "will" or "wo" or "would" or "'ll");
        return (will ? MoveLexicon.Refused(kind) : MoveLexicon.NotDone(kind), control);
    }

    // 'denied that it had made any concession'.
    private bool IsDenied(Token carrier) =>
        sentence.Ancestors(carrier).Prepend(carrier).Any(a => a.Is("ccomp") && sentence.HeadOf(a) is { Lemma: "deny" } denial && !roles.IsNegated(denial));

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
        Token? nearest = new EventSides(roles, match.Light is { } light ? [light, match.Token] : [match.Token]).Target;
        string? near = nearest is null ? null : roles.Parties.Parties(nearest).FirstOrDefault(p => !actors.Contains(p));
        if (near is not null)
        {
            return [near];
        }
        string[] here = [.. sentence.Tokens.Select(roles.Parties.MentionAt).Where(m => m?.Party is not null && !roles.Parties.IsPlace(m.Head)).Select(m => m!.Party!).Where(p => !actors.Contains(p)).Distinct()];
        string? one = here.Length > 0 ? here[0] : (IsAnswer(match.Entry.Kind) ? context.Topic.LastTowards(actors[0]) : null) ?? context.Topic.LastExcept(actors);
        return one is null ? [] : [one];
    }

    // 'It denies this', 'turned down two such offers': whoever acted last on the one who answers.
    private static bool IsAnswer(MoveKind kind) => kind is MoveKind.Reject or MoveKind.Accept or MoveKind.Concede;

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
}
