using System.Collections.Frozen;

namespace Fulcrum.Reading.Parsing;

/// <summary>
/// Names that the treebank of 2012 does not know ('Trump' looks like a noun to it) stand for one that it does while a sentence is tagged and parsed.
/// Only words that are nothing but a name of the shipped lists are exchanged.
/// </summary>
internal static class FamiliarNames
{
    private const string Person = "Bush";
    private const string State = "Iraq";
    private static readonly FrozenDictionary<string, string> Stands = Build();

    public static string For(string word) => Stands.GetValueOrDefault(word, word);

    private static FrozenDictionary<string, string> Build()
    {
        var stands = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] row in Lexicon.Rows("parties").Where(r => r[1] is "state" or "union"))
        {
            foreach (string name in row[2].Split(',', StringSplitOptions.TrimEntries).Where(n => !n.Contains(' ') && n.Length > 3 && !n.Contains('.')))
            {
                stands[name] = State;
            }
        }
        foreach (string name in Lexicon.Rows("people").SelectMany(r => r[1].Split([';', '/'], StringSplitOptions.TrimEntries)))
        {
            string last = name.Split(' ')[^1];
            if (last.Length > 2 && char.IsUpper(last[0]) && name != last)
            {
                stands[last] = Person;
            }
        }
        return stands.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
