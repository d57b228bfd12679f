namespace Fulcrum.Studies;

/// <summary>What the number of a measure counts.</summary>
public enum MeasureUnit
{
    /// <summary>1 when it is so in a draw, else 0.</summary>
    Fact,

    /// <summary>0..1.</summary>
    Share,

    /// <summary>Points of a party's own 100.</summary>
    Points,

    /// <summary>A number on the scale of an issue.</summary>
    Scale,
}

/// <summary>A number that a named analysis gives for each draw. NaN in a draw where it does not exist.</summary>
/// <param name="Name">As verdicts write it: 'hand.russia', with a date 'hand.russia@2025-02-01'.</param>
/// <param name="Dated">Whether it may be asked for at an earlier date.</param>
public sealed record Measure(string Name, MeasureUnit Unit, bool Dated = false)
{
    /// <summary>How often a study doubles the steps in which it counts the values, so that the largest that there can be is counted as it is; 0 up to a million.</summary>
    public int Doublings { get; init; }

    /// <summary>A fact or a share, which can stand alone as a statement: it is so, or it is so for at least half.</summary>
    public bool IsStatement => Unit is MeasureUnit.Fact or MeasureUnit.Share;
}
