using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Tests;

public sealed class LemmaTests
{
    // A list is of no use for a verb that its own forms do not lead back to.
    [Fact]
    public void Regular_forms_of_every_listed_verb_lead_back_to_it()
    {
        string[] verbs = [.. Lexicon.Rows("moves").Where(r => r[1] == "v").SelectMany(r => r[2].Split(',', StringSplitOptions.TrimEntries)).Select(w => w.Split(' ')[0]).Where(w => w.Length > 2).Distinct()];
        string[] lost = [.. verbs.SelectMany(v => Forms(v).Where(f => LanguageModel.English.Lemmas.Of(f, Tag.Verb) is var l && l != v && !verbs.Contains(l)).Select(f => $"{f} gives {LanguageModel.English.Lemmas.Of(f, Tag.Verb)}, not {v}"))];

        verbs.Length.ShouldBeGreaterThan(300);
        lost.ShouldBeEmpty();
    }

    // Silent e, y after a consonant, hissing ends; verbs that double their last letter are formed so in the treebank or by rule.
    private static IEnumerable<string> Forms(string verb)
    {
        bool y = verb.EndsWith('y') && !"aeiou".Contains(verb[^2]);
        bool hiss = verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ss", StringComparison.Ordinal) || verb.EndsWith('x');
        yield return y ? verb[..^1] + "ies" : verb + (hiss ? "es" : "s");
        if (verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal))
        {
            yield return verb[..^1] + "ing";
            yield return verb + "d";
        }
        else if (y)
        {
            yield return verb + "ing";
        }
    }
}
