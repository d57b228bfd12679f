namespace Fulcrum.Reading.Syntax;

/// <summary>A range of UTF-16 positions in a document's text: first included, end excluded.</summary>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(Span other) => other.Start >= Start && other.End <= End;

    public bool Contains(int position) => position >= Start && position < End;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    public string In(string text) => text[Start..End];
}
