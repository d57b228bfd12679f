using Fulcrum.Cases;
using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Finders.Dates;
using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>Writes the proposal for a matched word: its clause, date, speaker, factuality and object phrase.</summary>
internal sealed class MoveRow(SentenceContext context, DateOnly? start)
{
    private readonly Roles roles = context.Roles;
    private readonly Sentence sentence = context.Roles.Sentence;

    public ProposedMove Row(Matched match, Token carrier, MoveKind kind, string actor, string? target, bool inferred)
    {
        Span quote = Clause(match.Token);
        Attribution? said = AttributionFinder.Over(context.Said, match.Token);
        bool offers = kind is MoveKind.Offer or MoveKind.Promise or MoveKind.Threaten or MoveKind.Accept or MoveKind.Demand;
        Token? accuser = Accuser(carrier);
        Factuality factuality = accuser is not null ? Factuality.Opinion : FactualityFinder.Of(roles, match.Token, match.Light, match.Entry.Has("standing"), offers);
        bool outsider = said is { IsPerson: true, Party: null };
        FoundDate? date = DateOf(match.Token, carrier);
        if (factuality is not (Factuality.Happened or Factuality.Ongoing or Factuality.Opinion) && date is not null && context.Document.Date is { } published)
        {
            date = Ahead.Of(date, published);
        }
        bool past = date?.Last is { } last && ((start ?? context.Document.Date?.AddYears(-3)) is { } from) && last < from;
        bool conditional = sentence.Subtree(carrier).Any(t => t.Is("mark") && t.Lower is "if" or "unless") || sentence.Subtree(carrier).Any(t => t.Lower is "conditioned" or "contingent" or "conditional");
        double confidence = 0.8 - (inferred ? 0.3 : 0) - (target is null ? 0.15 : 0) - (factuality is Factuality.Hypothetical or Factuality.Possible ? 0.1 : 0) - (match.Entry.Kind == MoveKind.State ? 0.2 : 0);
        return new ProposedMove(
            context.Document.Id, context.Passage.Number, quote, quote.In(context.Document.Text), actor, target, kind, match.Entry.Type, match.Token.Lemma, Phrase(match),
            date?.Value, date?.First, date?.Last, outsider && factuality is Factuality.Happened or Factuality.Ongoing && said is not null && outsider ? Factuality.Opinion : factuality,
            accuser is null ? SpeakerOf(match, said) : roles.Parties.Person(accuser) ?? SpeakerOf(match, said), conditional, past, confidence, "moves");
    }

    // 'accused Norway of breaking the treaty': whether it is broken is the accuser's judgement.
    private Token? Accuser(Token carrier) =>
        sentence.HeadOf(carrier) is { Lemma: "accuse" or "suspect" } charge && carrier.Lower.EndsWith("ing", StringComparison.Ordinal) ? roles.Actor(charge) : null;

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
        Token? head = match.Object ?? sentence.Children(match.Token).FirstOrDefault(c => c.Is("xcomp", "ccomp", "obl", "acl") && !context.Dates.Any(d => d.Span.Contains(c.Span)));
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
