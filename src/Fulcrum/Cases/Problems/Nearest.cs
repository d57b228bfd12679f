namespace Fulcrum.Cases.Problems;

/// <summary>Finds the known word that somebody most likely meant.</summary>
internal static class Nearest
{
    private const int LongestWord = 64;
    private const int MostListed = 12;
    private const int MostCompared = 1000;

    /// <summary>
    /// The known word at the smallest edit distance (insert, delete, replace, swap neighbours), if at most a third of the word's letters differ; ties go to
    /// the word known first. Null when none is near.
    /// </summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }
        string? best = null;
        int least = Math.Max(1, word.Length / 3) + 1;
        string lower = word.ToLowerInvariant();
        foreach (string candidate in known.Take(MostCompared))
        {
            if (candidate != word && candidate.Length <= LongestWord && Distance(lower, candidate.ToLowerInvariant()) is var distance && distance < least)
            {
                best = candidate;
                least = distance;
            }
        }
        return best;
    }

    /// <summary>A help text: the nearest word, else the words that may stand there.</summary>
    public static string Help(string word, IEnumerable<string> known)
    {
        string[] all = [.. known.Distinct(StringComparer.Ordinal).Take(MostCompared)];
        if (To(word, all) is { } near)
        {
            return $"Did you mean '{near}'?";
        }
        string listed = string.Join(", ", all.Take(MostListed));
        return all.Length switch
        {
            0 => "None is defined in this case.",
            > MostListed => $"Known are {listed} and {all.Length - MostListed} more.",
            _ => $"Known are {listed}.",
        };
    }

    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            table[i, 0] = i;
        }
        for (int j = 0; j <= b.Length; j++)
        {
            table[0, j] = j;
        }
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int best = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                table[i, j] = swapped ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
            }
        }
        return table[a.Length, b.Length];
    }
}
