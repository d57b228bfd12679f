using System.Collections.Concurrent;

namespace Fulcrum.Reading;

/// <summary>
/// The word lists shipped with the assembly, one a file in Lexicons/. A line is an entry; '#' starts a comment; fields are parted by '|'.
/// </summary>
internal static class Lexicon
{
    private static readonly ConcurrentDictionary<string, HashSet<string>> WordLists = new(StringComparer.Ordinal);

    /// <summary>All words of a list, parted by blanks or line ends. The set is shared: callers only read it.</summary>
    public static HashSet<string> Words(string name) =>
        WordLists.GetOrAdd(name, n => new HashSet<string>(Lines(n).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparer.Ordinal));

    /// <summary>Entries of a list as trimmed fields.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Select(Fields);

    public static string[] Fields(string line) => line.Split('|', StringSplitOptions.TrimEntries);

    public static IEnumerable<string> Lines(string name)
    {
        using Stream stream = typeof(Lexicon).Assembly.GetManifestResourceStream(name + ".txt")
            ?? throw new InvalidOperationException($"The assembly was built without the word list '{name}'.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }
        return Lines(lines);
    }

    /// <summary>Drops comments and empty lines.</summary>
    public static IEnumerable<string> Lines(IEnumerable<string> raw) =>
        raw.Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0);
}
