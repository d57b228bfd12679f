using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders;

/// <summary>Verbs that report what somebody says or thinks (Lexicons/speech.txt).</summary>
internal static class Speech
{
    private static readonly HashSet<string> Verbs = Lexicon.Words("speech");

    public static bool IsSpeechVerb(Token token) => token.Tag is Tag.Verb or Tag.Aux && Verbs.Contains(token.Lemma);
}
