using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Benchmarks;

/// <summary>One sentence's worth of learning: the parser follows its own choices and is corrected towards the best transition still open.</summary>
internal sealed class ParserLesson(TrainingTable transitions, TrainingTable labels)
{
    private const double Follow = 0.9;
    private const float Margin = 8;
    private readonly ParserState state = new();
    private readonly DependencyParser parser = new(transitions, labels);
    private readonly Shuffle chance = new(7, 1);

    public void Learn(ReadOnlySpan<WordFeatures> words, ReadOnlySpan<Tag> tags, ReadOnlySpan<int> heads, ReadOnlySpan<int> gold, bool explore)
    {
        Span<ulong> features = stackalloc ulong[ParserFeatures.TransitionTemplates];
        Span<float> scores = stackalloc float[3];
        state.Start(words.Length);
        while (!state.Done)
        {
            transitions.Clock++;
            ParserFeatures.Transition(state, words, tags, features);
            scores.Clear();
            transitions.Score(features, scores);
            Transition guess = DependencyParser.BestAllowed(state, scores);
            Transition right = Cheapest(heads, scores);
            bool mistaken = state.Cost(guess, heads) > state.Cost(right, heads);
            int rival = mistaken ? (int)guess : CloseRival(heads, scores, right);
            if (rival >= 0)
            {
                transitions.Update(features, (int)right, rival);
            }
            Transition next = mistaken && !(explore && chance.Draw() < Follow * ulong.MaxValue) ? right : guess;
            state.Do(next, next == Transition.Shift ? (byte)0 : Name(words, tags, heads, gold, next));
        }
    }

    // The label given is the model's own: later features must look as they will when parsing.
    private byte Name(ReadOnlySpan<WordFeatures> words, ReadOnlySpan<Tag> tags, ReadOnlySpan<int> heads, ReadOnlySpan<int> gold, Transition transition)
    {
        (int head, int dependent) = state.Arc(transition);
        byte guess = parser.Name(state, words, tags, transition);
        labels.Clock++;
        if (heads[dependent] == head && gold[dependent] >= 0 && gold[dependent] != guess)
        {
            Span<ulong> features = stackalloc ulong[ParserFeatures.LabelTemplates];
            ParserFeatures.Label(state, words, tags, head, dependent, features);
            labels.Update(features, gold[dependent], guess);
        }
        return guess;
    }

    // A costlier transition that scores within the margin of the right one, or -1.
    private int CloseRival(ReadOnlySpan<int> heads, ReadOnlySpan<float> scores, Transition right)
    {
        int least = state.Cost(right, heads);
        for (int t = 0; t < 3; t++)
        {
            if (t != (int)right && state.Allows((Transition)t) && scores[t] > scores[(int)right] - Margin && state.Cost((Transition)t, heads) > least)
            {
                return t;
            }
        }
        return -1;
    }

    private Transition Cheapest(ReadOnlySpan<int> heads, ReadOnlySpan<float> scores)
    {
        var best = (Transition)(-1);
        int least = int.MaxValue;
        for (int t = 0; t < 3; t++)
        {
            if (!state.Allows((Transition)t))
            {
                continue;
            }
            int cost = state.Cost((Transition)t, heads);
            if (cost < least || (cost == least && scores[t] > scores[(int)best]))
            {
                (best, least) = ((Transition)t, cost);
            }
        }
        return best;
    }
}
