namespace Fulcrum.Cases.Binding;

/// <summary>Words of the file and of readers for ids and enumerations.</summary>
internal static class Naming
{
    /// <summary>'full-ceasefire' becomes 'Full ceasefire'.</summary>
    public static string FromId(string id)
    {
        string spaced = id.Replace('-', ' ');
        return spaced.Length == 0 ? spaced : char.ToUpperInvariant(spaced[0]) + spaced[1..];
    }

    /// <summary>'RuleOut' becomes 'rule-out'.</summary>
    public static string Word<T>(T value) where T : struct, Enum => Table<T>.Words[Array.IndexOf(Table<T>.Values, value)];

    /// <summary>The words of an enumeration, in its order.</summary>
    public static IReadOnlyList<string> Words<T>() where T : struct, Enum => Table<T>.Words;

    /// <summary>The value that a word names, or null.</summary>
    public static T? Value<T>(string word) where T : struct, Enum => Array.IndexOf(Table<T>.Words, word) is >= 0 and var at ? Table<T>.Values[at] : null;

    private static class Table<T> where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
        public static readonly string[] Words = [.. Values.Select(v => Hyphenated(v.ToString()))];

        private static string Hyphenated(string name) =>
            string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
    }
}
