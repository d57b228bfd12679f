using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Actors;

internal enum MentionKind { Name, People, Person, Office, Pronoun }

/// <summary>Words of a sentence that stand for a party or a person.</summary>
/// <param name="Head">The word of the mention that the rest of the sentence hangs on.</param>
/// <param name="Party">The party the words stand for; null for a person who acts for none that is known.</param>
/// <param name="Person">Surname of the person named, or null.</param>
internal sealed record Mention(Token Head, int From, int To, string? Party, string? Person, MentionKind Kind)
{
    /// <summary>The second of two: 'both countries'.</summary>
    public string? OtherParty { get; init; }
}
