namespace Fulcrum.Numerics;

/// <summary>What a row of a <see cref="SimplexProductProgram"/> asks of its level.</summary>
public enum RowKind : byte
{
    /// <summary>weight x ln(level) is part of the objective, so the level is positive.</summary>
    Weighed,

    /// <summary>level >= rise x t, where t is maximised when some row rises; level >= 0 for a rise of 0.</summary>
    AtLeast,

    /// <summary>level = 0.</summary>
    Fixed,
}
