using Fulcrum.Cases;
using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Finders.Claims;
using Fulcrum.Reading.Finders.Dates;
using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>What a document says was done, demanded, offered and so on, by whom and to whom. One document at a time, passages in order.</summary>
internal sealed class MoveFinder(Gazetteer gazetteer, MoveLexicon lexicon, DateOnly? start, ClaimFinder? claims = null)
{
    public IReadOnlyList<ProposedMove> Find(Document document) => FindAll(document).Moves;

    /// <summary>Moves, and with a case the sentences that bear on its numbers.</summary>
    public (IReadOnlyList<ProposedMove> Moves, IReadOnlyList<ProposedClaim> Claims) FindAll(Document document)
    {
        var claimed = new List<ProposedClaim>();
        // Without a case, the sides that this text itself names again and again.
        Gazetteer names = gazetteer.CaseParties is null ? gazetteer.With(TextParties.Find(document, gazetteer, lexicon)) : gazetteer;
        var mentions = new MentionFinder(names);
        var topic = new TopicMemory();
        var found = new List<ProposedMove>();
        var headings = new List<(Passage Passage, Sentence Sentence, Roles Roles)>();
        foreach (Passage passage in document.Passages.Where(p => p.Speaks))
        {
            var sentences = passage.Sentences.Select(s => (Sentence: s, Roles: new Roles(s, new PartyResolver(s, mentions.Find(s))))).ToList();
            if (passage.Role != PassageRole.Body)
            {
                headings.AddRange(passage.Role == PassageRole.Heading ? sentences.Select(s => (passage, s.Sentence, s.Roles)) : []);
                continue;
            }
            IReadOnlyList<Attribution> said = AttributionFinder.Find(document.Text, passage, sentences);
            IReadOnlyList<FoundDate> dates = DateFinder.Find(document.Text, passage.Span, document.Date);
            foreach (var (sentence, roles) in sentences)
            {
                FirstPerson.Resolve(sentence, roles.Parties, said, speaker => topic.LastExcept([speaker]));
                var context = new SentenceContext(document, passage, roles, said, dates, topic);
                found.AddRange(new SentenceMoves(context, lexicon, start).Find());
                claimed.AddRange(claims?.Find(context) ?? []);
                topic.Note(roles);
            }
        }
        foreach (var (passage, sentence, roles) in headings)
        {
            found.AddRange(OfHeading(document, passage, sentence, roles, found));
        }
        return ([.. Repeats.Drop(found, gazetteer.CaseParties).OrderBy(m => m.Paragraph)], claimed);
    }

    // The title sums up what the text tells and is not read for moves. A heading often names no doer ('Ruling out guarantees'): then it is who acts most below it. What the text below tells again is left to the text.
    private IEnumerable<ProposedMove> OfHeading(Document document, Passage heading, Sentence sentence, Roles roles, List<ProposedMove> found)
    {
        int end = document.Passages.FirstOrDefault(p => p.Number > heading.Number && p.Role == PassageRole.Heading)?.Number ?? int.MaxValue;
        ProposedMove[] below = [.. found.Where(m => m.Paragraph > heading.Number && m.Paragraph < end)];
        string? doer = below.GroupBy(m => m.Actor).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        var context = new SentenceContext(document, heading, roles, [], DateFinder.Find(document.Text, sentence.Span, document.Date), new TopicMemory { LastActor = doer });
        return [.. new SentenceMoves(context, lexicon, start).Find().Where(m => !below.Any(b => b.Kind == m.Kind && ((b.Actor == m.Actor && (b.Target == m.Target || m.Target is null) && Repeats.SameThing(b, m)) || (m.Kind == MoveKind.Meet && b.Actor == m.Target && b.Target == m.Actor))))];
    }
}

/// <summary>Everything that one sentence's moves are read from.</summary>
internal sealed record SentenceContext(Document Document, Passage Passage, Roles Roles, IReadOnlyList<Attribution> Said, IReadOnlyList<FoundDate> Dates, TopicMemory Topic);

/// <summary>The parties that the text dealt with last, for acts whose other side is not named again.</summary>
internal sealed class TopicMemory
{
    private readonly List<string> recent = [];
    private readonly Dictionary<string, int> times = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> towards = new(StringComparer.Ordinal);

    /// <summary>Who acted in the last main clause that told a move.</summary>
    public string? LastActor { get; set; }

    /// <summary>Who acted last on this party; null where nobody did.</summary>
    public string? LastTowards(string party) => towards.GetValueOrDefault(party);

    public void NoteAct(string actor, string target) => towards[target] = actor;

    public void Note(Roles roles)
    {
        foreach (Token token in roles.Sentence.Tokens)
        {
            if (roles.Parties.MentionAt(token) is { Party: { } party } mention && mention.Head.Index == token.Index && !roles.Parties.IsPlace(token))
            {
                recent.Remove(party);
                recent.Add(party);
                times[party] = times.GetValueOrDefault(party) + 1;
            }
        }
    }

    /// <summary>The party named last that is none of these; one that was named only once gives way to those named more often.</summary>
    public string? LastExcept(IReadOnlyList<string> others)
    {
        if (recent.LastOrDefault(p => !others.Contains(p) && times[p] > 1) is { } often)
        {
            return often;
        }
        for (int i = recent.Count - 1; i >= 0; i--)
        {
            if (!others.Contains(recent[i]))
            {
                return recent[i];
            }
        }
        return null;
    }
}
