using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Actors;

/// <summary>'We offered them a share', said by a minister: 'we' is the speaker's side, and 'they' is not.</summary>
internal static class FirstPerson
{
    private static readonly HashSet<string> We = ["we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"];
    private static readonly HashSet<string> They = ["they", "them", "their", "theirs", "themselves"];

    /// <param name="other">The party dealt with last that is not the speaker's.</param>
    public static void Resolve(Sentence sentence, PartyResolver parties, IReadOnlyList<Attribution> said, Func<string, string?> other)
    {
        Attribution[] direct = [.. said.Where(a => a.Party is not null && a.Kind != ReportKind.Indirect && a.Span.Overlaps(sentence.Span))];
        foreach (Token token in direct.Length == 0 ? [] : sentence.Tokens.Where(t => We.Contains(t.Lower) || They.Contains(t.Lower)))
        {
            if (direct.FirstOrDefault(a => a.Span.Contains(token.Span)) is not { Party: { } speaker })
            {
                continue;
            }
            if (We.Contains(token.Lower))
            {
                parties.Put(new Mention(token, token.Index, token.Index + 1, speaker, null, MentionKind.Pronoun));
            }
            else if (parties.MentionAt(token) is null or { OtherParty: null } && (parties.MentionAt(token)?.Party ?? speaker) == speaker && other(speaker) is { } them)
            {
                parties.Put(new Mention(token, token.Index, token.Index + 1, them, null, MentionKind.Pronoun));
            }
        }
    }
}
