namespace Fulcrum.Bargaining;

/// <summary>What a draw is asked about today besides hands and no-deal values.</summary>
[Flags]
internal enum TodayParts
{
    None = 0,

    /// <summary>Whether a deal is open, and the margin.</summary>
    Zone = 1,

    /// <summary>What the settlement's mixture contains.</summary>
    Mixture = 2,

    /// <summary>The best single deal.</summary>
    Single = 4,

    All = Zone | Mixture | Single,
}
