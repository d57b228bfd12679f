namespace Fulcrum.Bargaining.Compiled;

/// <summary>One array of each length that was ever asked for: for callers that go by the length of an array and are done with it before they ask again.</summary>
internal sealed class SizedArrays<T>
{
    private T[]?[] _arrays = [];

    public T[] Of(int length)
    {
        Room.For(ref _arrays, length + 1);
        return _arrays[length] ??= new T[length];
    }
}
