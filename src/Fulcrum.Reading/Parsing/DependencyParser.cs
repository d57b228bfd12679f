using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Parsing;

/// <summary>Greedy transition-based dependency parsing: one model chooses transitions, another names each arc as it is made.</summary>
internal sealed class DependencyParser(IFeatureScores transitions, IFeatureScores labels)
{
    /// <summary>Fills the state's heads (-1 for the root) and labels.</summary>
    public void Run(ParserState state, ReadOnlySpan<WordFeatures> words, ReadOnlySpan<Tag> tags)
    {
        Span<ulong> features = stackalloc ulong[ParserFeatures.TransitionTemplates];
        Span<float> scores = stackalloc float[3];
        state.Start(words.Length);
        while (!state.Done)
        {
            ParserFeatures.Transition(state, words, tags, features);
            scores.Clear();
            transitions.Score(features, scores);
            Transition best = BestAllowed(state, scores);
            state.Do(best, best == Transition.Shift ? (byte)0 : Name(state, words, tags, best));
        }
        for (int i = 0; i < words.Length; i++)
        {
            state.Heads[i] = state.Heads[i] == words.Length ? -1 : state.Heads[i];
        }
    }

    public byte Name(ParserState state, ReadOnlySpan<WordFeatures> words, ReadOnlySpan<Tag> tags, Transition transition)
    {
        Span<ulong> features = stackalloc ulong[ParserFeatures.LabelTemplates];
        Span<float> scores = stackalloc float[labels.Classes];
        (int head, int dependent) = state.Arc(transition);
        ParserFeatures.Label(state, words, tags, head, dependent, features);
        scores.Clear();
        labels.Score(features, scores);
        return (byte)Tagger.Best(scores);
    }

    public static Transition BestAllowed(ParserState state, ReadOnlySpan<float> scores)
    {
        var best = (Transition)(-1);
        for (int t = 0; t < 3; t++)
        {
            if (state.Allows((Transition)t) && ((int)best < 0 || scores[t] > scores[(int)best]))
            {
                best = (Transition)t;
            }
        }
        return best;
    }
}
