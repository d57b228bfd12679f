using System.Globalization;

namespace Fulcrum.Reading.Parsing;

/// <summary>Finds a phrase in front of a sentence that news writes without a comma ('On Tuesday Norway rejected ...'), where greedy parsing takes the subject for a part of it.</summary>
internal static class Fronted
{
    private static readonly string[][] Phrases = [.. Lexicon.Lines("fronted").Select(l => l.Split(' ')).OrderByDescending(p => p.Length)];
    private static readonly HashSet<string> Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    private static readonly HashSet<string> Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly HashSet<string> Units =
        ["day", "days", "week", "weeks", "month", "months", "year", "years", "night", "morning", "afternoon", "evening", "spring", "summer", "autumn", "fall", "winter", "weekend", "decade", "decades", "hour", "hours"];
    private static readonly HashSet<string> Figures = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several"];

    /// <summary>How many words the phrase has; 0 where there is none, or where a comma follows already.</summary>
    public static int Length(IReadOnlyList<string> words)
    {
        foreach (string[] phrase in Phrases)
        {
            if (words.Count > phrase.Length + 2 && Fits(phrase, words))
            {
                return char.IsLetter(words[phrase.Length][0]) ? phrase.Length : 0;
            }
        }
        return 0;
    }

    private static bool Fits(string[] phrase, IReadOnlyList<string> words)
    {
        for (int i = 0; i < phrase.Length; i++)
        {
            string word = words[i].ToLowerInvariant();
            bool fits = phrase[i] switch
            {
                "<day>" => Days.Contains(word),
                "<month>" => Months.Contains(word),
                "<unit>" => Units.Contains(word),
                "<number>" => Figures.Contains(word) || int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _),
                _ => phrase[i] == word,
            };
            if (!fits)
            {
                return false;
            }
        }
        return true;
    }
}
