namespace Fulcrum.Tests.Rules;

public sealed class HouseTests
{
    [Fact]
    public void Every_room_has_a_readable_name() => Assert.True(true);
}
