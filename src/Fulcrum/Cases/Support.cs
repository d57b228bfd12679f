namespace Fulcrum.Cases;

/// <summary>What a number or a statement rests on.</summary>
public enum Mark
{
    /// <summary>The figure or the term stands in the span of the source (checked where the text is at hand).</summary>
    Quoted,

    /// <summary>A sentence supports it; the figure is the case author's.</summary>
    Judged,

    /// <summary>Nothing supports it: an assumption.</summary>
    Assumed,

    /// <summary>Computed by Fulcrum from the case.</summary>
    Computed,
}

/// <summary>The mark of a number with the evidence behind it. <see cref="Mark.Assumed"/> has no evidence.</summary>
public sealed record Support(Mark Mark, IReadOnlyList<EvidenceId> Evidence, string? Note)
{
    public static readonly Support None = new(Mark.Assumed, [], null);

    /// <summary>Of a number that the file does not state: it has the value that docs/case-format.md gives it.</summary>
    public static readonly Support ByDefault = new(Mark.Assumed, [], "by default");
}
