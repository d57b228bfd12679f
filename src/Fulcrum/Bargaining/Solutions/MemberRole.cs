namespace Fulcrum.Bargaining.Solutions;

/// <summary>What a consenting party is at one stage of solving over mixtures.</summary>
internal enum MemberRole : byte
{
    /// <summary>Not in the programme: never binding, or implied by the others.</summary>
    Out,

    /// <summary>Bargains for a share: claim x ln(gain) counts.</summary>
    Weighed,

    /// <summary>Must not fall below its bound.</summary>
    AtLeast,

    /// <summary>Must not fall below its bound plus its rise x t, where t is maximised.</summary>
    Rising,

    /// <summary>Stands exactly at its bound in every remaining deal.</summary>
    Fixed,
}
