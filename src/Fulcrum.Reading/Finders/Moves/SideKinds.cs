using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Finders.Dates;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>What may be a side of an act, graded: a named party or its adjective, then people by a noun and other names, last a place.</summary>
internal sealed class SideKinds(Roles roles)
{
    /// <summary>No side at all.</summary>
    public const int None = 99;
    private const int Named = 0;
    private const int People = 2;
    private const int Place = 5;
    private static readonly HashSet<string> Acting = Lexicon.Words("actors");
    private static readonly HashSet<string> Persons = Lexicon.Words("persons");
    private static readonly string[] Where = ["in", "at", "near", "inside", "outside", "across", "around", "within", "throughout", "along", "on", "into"];
    private readonly Sentence sentence = roles.Sentence;

    /// <summary>The lower, the likelier that this word is a side.</summary>
    public int Of(Token token)
    {
        bool modifier = token.Is("amod", "compound", "nmod:poss", "flat");
        if (roles.Parties.MentionAt(token) is { Party: not null } mention)
        {
            return mention.Head.Index != token.Index || roles.Parties.IsPlace(token) || (modifier && IsOfPlace(token)) ? Place : Named;
        }
        if (token.Is("flat", "appos") && sentence.HeadOf(token) is { } named && roles.Parties.MentionAt(named) is { Party: not null })
        {
            return None;
        }
        bool place = IsAt(token);
        if (IsPeople(token))
        {
            return place ? Place : People;
        }
        if (token.Tag == Tag.Adj || token.Is("flat", "compound"))
        {
            return None;
        }
        bool territory = MoveLexicon.ClassesOf(token).Contains("territory");
        bool group = token.Tag == Tag.Noun && !territory && sentence.Children(token).Any(c => c.Is("amod", "compound") && roles.Parties.MentionAt(c) is { Kind: MentionKind.People });
        return (Acting.Contains(token.Lower) || group) && !place ? People : token.Tag == Tag.Propn && !IsTime(token) ? (place ? Place : People) : None;
    }

    /// <summary>'refugees', whatever the tagger made of it.</summary>
    public bool IsPeople(Token token) =>
        roles.Parties.Person(token) is not null || (token.Tag is Tag.Noun or Tag.Propn && Persons.Contains(token.Lemma.ToLowerInvariant())) || (token.Tag != Tag.Adj && token.Lower.EndsWith('s') && Persons.Contains(token.Lower[..^1]))
        || (token.Lower.EndsWith("men", StringComparison.Ordinal) && Persons.Contains(token.Lower[..^2] + "an"));

    public static bool IsTime(Token token) => Calendar.Weekday(token.Text) >= 0 && token.Text.EndsWith("day", StringComparison.Ordinal) || (Calendar.Month(token.Text) > 0 && token.Text.Length > 4);

    private bool IsAt(Token token) => sentence.Children(token).Any(c => c.Is("case") && Where.Contains(c.Lower));

    // 'in the Gaza Strip', 'on the Thai border': the party only says which place; but not 'in the Ukrainian army'.
    private bool IsOfPlace(Token modifier) =>
        sentence.HeadOf(modifier) is { } head && IsAt(head) && !Acting.Contains(head.Lower) && !IsPeople(head);
}
