namespace Fulcrum.Bargaining.Compiled;

/// <summary>Arrays that grow and are kept from draw to draw.</summary>
internal static class Room
{
    /// <summary>At least that long afterwards, with what was in it.</summary>
    public static void For<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            Array.Resize(ref array, Math.Max(length, 2 * array.Length));
    }
}
