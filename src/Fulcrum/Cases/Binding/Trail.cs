namespace Fulcrum.Cases.Binding;

/// <summary>The way to a number, as a person types it (ids) and as its draws hang on it (stable keys).</summary>
internal readonly record struct Trail(string Path, string Key)
{
    public static Trail At(string word) => new(word, word);

    public Trail Then(string word) => Then(word, word);

    public Trail Then(string id, string key) => new($"{Path}.{id}", $"{Key}.{key}");
}
