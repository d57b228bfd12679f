using System.Buffers;
using System.Collections.Frozen;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Parsing;

/// <summary>
/// Dictionary form of a word: exceptions learnt from the treebank ('VERB/took' to 'take'), the verbs of the word lists, and English spelling rules for the rest.
/// </summary>
internal sealed class Lemmatiser(FrozenDictionary<string, string> exceptions)
{
    private static readonly HashSet<string> Doubling = ["expell", "compell", "propell", "repell", "rebell", "cancell", "travell", "quarrell", "controll", "patroll", "signall", "labell", "shovell", "channell", "counsell", "dispell", "excell", "impell"];
    private static readonly FrozenSet<string> Listed = ListedVerbs();
    private static readonly FrozenDictionary<string, string> Irregular = Lexicon.Rows("irregular")
        .SelectMany(r => r[1].Split(' ').Select(form => (Form: form, Verb: r[0]))).ToFrozenDictionary(p => p.Form, p => p.Verb, StringComparer.Ordinal);
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public string Of(string word, Tag tag)
    {
        string lower = word.ToLowerInvariant().Replace('’', '\'');
        if (exceptions.TryGetValue(Key(lower, tag), out string? known))
        {
            return known;
        }
        return tag is Tag.Verb or Tag.Aux && Irregular.TryGetValue(lower, out string? verb) ? verb : ByRule(lower, tag);
    }

    public static string Key(string lower, Tag tag) => (tag is Tag.Aux ? Tag.Verb : tag) switch
    {
        Tag.Verb => "v/" + lower,
        Tag.Noun or Tag.Propn => "n/" + lower,
        Tag.Adj or Tag.Adv => "a/" + lower,
        _ => "o/" + lower,
    };

    public static string ByRule(string lower, Tag tag) => tag switch
    {
        Tag.Verb or Tag.Aux => Verb(lower),
        Tag.Noun or Tag.Propn => Noun(lower),
        _ => lower,
    };

    private static string Noun(string word)
    {
        if (word.Length < 4 || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal))
        {
            return word;
        }
        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word[..^3] + "y";
        }
        return EndsInHiss(word) ? word[..^2] : word[..^1];
    }

    private static string Verb(string word)
    {
        if (word.Length > 4 && word.EndsWith("ing", StringComparison.Ordinal) && HasVowel(word[..^3]))
        {
            return Stem(word[..^3]);
        }
        if (word.Length > 3 && word.EndsWith("ied", StringComparison.Ordinal))
        {
            return word[..^3] + "y";
        }
        if (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal) && HasVowel(word[..^2]))
        {
            return Stem(word[..^2]);
        }
        return Noun(word);
    }

    // 'stopp' to 'stop', 'negotiat' to 'negotiate', 'halt' stays.
    private static string Stem(string stem)
    {
        int n = stem.Length;
        if (Listed.Contains(stem + "e") || Listed.Contains(stem))
        {
            return Listed.Contains(stem) ? stem : stem + "e";
        }
        if (n > 2 && stem[n - 1] == stem[n - 2] && (!"lsz".Contains(stem[n - 1]) || Doubling.Contains(stem)))
        {
            return stem[..^1];
        }
        string[] silent = ["at", "iz", "is", "us", "ac", "ec", "ic", "uc", "nc", "rc", "in", "ag", "eg", "ng", "dg", "rg", "v", "bl", "pl", "tl", "gl", "dl", "cl", "ut", "ot", "it", "et", "id", "od", "ud", "ir", "ur", "or", "ar", "ap", "op", "ok", "ak", "am", "um", "ps", "ns", "rs"];
        string[] plain = ["eat", "oat", "bat", "air", "oor", "our", "eet", "oot", "out", "bit", "hibit", "mit", "visit", "limit", "posit", "profit", "audit", "aid", "void", "oid", "ain", "ein", "oin", "eng", "ong", "ang", "ing", "oom", "oam", "eak", "ook", "oak", "eap", "oop", "ter", "ver", "fer", "bor", "vor", "nor", "cor", "eet", "iet", "ket", "get", "set", "oet", "pivot", "allot", "aar", "ear", "iar"];
        bool keeps = plain.Any(e => stem.EndsWith(e, StringComparison.Ordinal));
        return !keeps && silent.Any(e => stem.EndsWith(e, StringComparison.Ordinal)) ? stem + "e" : stem;
    }

    // A word list is of no use for a verb whose past form leads elsewhere ('imposed' is of 'impose').
    private static FrozenSet<string> ListedVerbs()
    {
        IEnumerable<string> moves = Lexicon.Rows("moves").Where(r => r[1] == "v").SelectMany(r => r[2].Split(',', StringSplitOptions.TrimEntries)).Select(w => w.Split(' ')[0]);
        IEnumerable<string> governing = Lexicon.Rows("controls").SelectMany(r => r[1].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries));
        return moves.Concat(governing).Concat(Lexicon.Words("speech")).Concat(Lexicon.Words("light")).Where(w => w.Length > 2).ToFrozenSet(StringComparer.Ordinal);
    }

    private static bool EndsInHiss(string word) =>
        word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal)
        || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("zzes", StringComparison.Ordinal);

    private static bool HasVowel(string text) => text.AsSpan().ContainsAny(Vowels);
}
