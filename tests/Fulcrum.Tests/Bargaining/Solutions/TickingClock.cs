namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>A clock on which a fixed time passes whenever somebody looks at it.</summary>
internal sealed class TickingClock(TimeSpan tick) : TimeProvider
{
    private long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now += tick.Ticks;
}
