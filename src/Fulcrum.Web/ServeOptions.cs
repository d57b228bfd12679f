using System.Net;

namespace Fulcrum.Web;

/// <summary>What the live web app shows, and where it listens.</summary>
public sealed record ServeOptions
{
    /// <summary>The case folder; null opens the page that chooses or creates a case.</summary>
    public string? Case { get; init; }

    /// <summary>The folder under which the page looks for cases and creates new ones.</summary>
    public string Start { get; init; } = ".";

    /// <summary>Loopback by default; any other address needs a token.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>Further ports to try, one above the other, when the first is taken.</summary>
    public int MorePorts { get; init; }

    /// <summary>The word that a browser must bring once; needed for an address other than loopback.</summary>
    public string? Token { get; init; }

    /// <summary>How often the uncertain numbers are drawn.</summary>
    public int Draws { get; init; } = new AnalyzeOptions().Draws;

    public ulong Seed { get; init; } = new AnalyzeOptions().Seed;

    /// <summary>Moves after this date are left out, as if the case were looked at on that day; the case's own as-of date when null.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Worker threads; 0 for one per processor.</summary>
    public int Threads { get; init; }

    /// <summary>Further folders with source texts.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>How often the files are looked at, in case the system does not tell of a change.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(2);
}
