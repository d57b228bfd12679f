namespace Fulcrum.Reading.Syntax;

/// <summary>A sentence of a passage: its words and their dependency tree.</summary>
public sealed class Sentence
{
    private readonly int[][] children;

    public Sentence(Span span, IReadOnlyList<Token> tokens)
    {
        Span = span;
        Tokens = tokens;
        var lists = new List<int>?[tokens.Count];
        foreach (Token token in tokens)
        {
            if (token.Head >= 0)
            {
                (lists[token.Head] ??= []).Add(token.Index);
            }
        }
        children = Array.ConvertAll(lists, l => l?.ToArray() ?? []);
    }

    public Span Span { get; }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Direct dependents, in text order.</summary>
    public IEnumerable<Token> Children(Token token) => children[token.Index].Select(i => Tokens[i]);

    public Token? Child(Token token, params string[] relations) => Children(token).FirstOrDefault(c => c.Is(relations));

    public Token? HeadOf(Token token) => token.Head < 0 ? null : Tokens[token.Head];

    /// <summary>The words above this one, nearest first. A malformed tree ends the walk rather than looping.</summary>
    public IEnumerable<Token> Ancestors(Token token)
    {
        int steps = Tokens.Count;
        for (Token? at = HeadOf(token); at is not null && steps-- > 0; at = HeadOf(at))
        {
            yield return at;
        }
    }

    public bool Dominates(Token above, Token below) => above.Index == below.Index || Ancestors(below).Any(a => a.Index == above.Index);

    /// <summary>The token and everything below it, in text order.</summary>
    public IReadOnlyList<Token> Subtree(Token token)
    {
        var found = new SortedSet<int>();
        var open = new Stack<int>([token.Index]);
        while (open.TryPop(out int at))
        {
            if (found.Add(at))
            {
                foreach (int child in children[at])
                {
                    open.Push(child);
                }
            }
        }
        return [.. found.Select(i => Tokens[i])];
    }
}
