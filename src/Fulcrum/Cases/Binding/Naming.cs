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
    public static string Word<T>(T value) where T : struct, Enum
    {
        string name = value.ToString();
        return string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
    }

    public static string[] Words<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Word)];
}
