namespace Fulcrum.Reading.Syntax;

/// <summary>What a passage is in its document. Only title, heading and body speak; the others are kept addressable.</summary>
public enum PassageRole { Title, Heading, Body, Byline, Boilerplate }

/// <summary>A non-empty line of the text, counted from 1.</summary>
/// <param name="Reason">Why it is boilerplate or a byline, in words; null otherwise.</param>
public sealed record Passage(int Number, Span Span, PassageRole Role, string? Reason, IReadOnlyList<Sentence> Sentences)
{
    public bool Speaks => Role is PassageRole.Title or PassageRole.Heading or PassageRole.Body;
}
