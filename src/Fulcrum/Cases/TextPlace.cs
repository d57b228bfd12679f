namespace Fulcrum.Cases;

/// <summary>Where something stands in a file of the case: path relative to the case folder, line and column counted from 1.</summary>
public readonly record struct TextPlace(string File, int Line, int Column)
{
    public static readonly TextPlace None = new("", 0, 0);

    public override string ToString() => $"{File}:{Line}:{Column}";
}
