using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Parsing;

/// <summary>Greedy left-to-right part-of-speech tagging with an averaged perceptron (Collins 2002).</summary>
internal sealed class Tagger(IFeatureScores weights)
{
    public const int Classes = 17;
    public const int Templates = 27;

    public void Run(ReadOnlySpan<WordFeatures> words, Span<Tag> tags)
    {
        Span<ulong> features = stackalloc ulong[Templates];
        Span<float> scores = stackalloc float[Classes];
        for (int i = 0; i < words.Length; i++)
        {
            Extract(words, tags, i, features);
            scores.Clear();
            weights.Score(features, scores);
            tags[i] = (Tag)Best(scores);
        }
    }

    /// <summary>The highest score; of equal ones the first.</summary>
    public static int Best(ReadOnlySpan<float> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    public static void Extract(ReadOnlySpan<WordFeatures> words, ReadOnlySpan<Tag> tags, int i, Span<ulong> into)
    {
        WordFeatures w = words[i];
        WordFeatures p1 = At(words, i - 1), p2 = At(words, i - 2), n1 = At(words, i + 1), n2 = At(words, i + 2);
        ulong t1 = i > 0 ? (ulong)tags[i - 1] + 1 : 0, t2 = i > 1 ? (ulong)tags[i - 2] + 1 : 0;
        int k = 0;
        into[k] = WordFeatures.Mix(k++, 1);
        into[k] = WordFeatures.Mix(k++, w.Lower);
        into[k] = WordFeatures.Mix(k++, w.Lower, w.Shape);
        into[k] = WordFeatures.Mix(k++, w.Suffix1);
        into[k] = WordFeatures.Mix(k++, w.Suffix2);
        into[k] = WordFeatures.Mix(k++, w.Suffix3);
        into[k] = WordFeatures.Mix(k++, w.Suffix4);
        into[k] = WordFeatures.Mix(k++, w.Prefix1);
        into[k] = WordFeatures.Mix(k++, w.Prefix3);
        into[k] = WordFeatures.Mix(k++, w.Shape, i == 0 ? 1u : 0u);
        into[k] = WordFeatures.Mix(k++, w.Shape, w.Suffix3);
        into[k] = WordFeatures.Mix(k++, t1);
        into[k] = WordFeatures.Mix(k++, t1, t2);
        into[k] = WordFeatures.Mix(k++, t1, w.Lower);
        into[k] = WordFeatures.Mix(k++, t1, t2, w.Lower);
        into[k] = WordFeatures.Mix(k++, p1.Lower);
        into[k] = WordFeatures.Mix(k++, p1.Lower, w.Lower);
        into[k] = WordFeatures.Mix(k++, p1.Suffix3);
        into[k] = WordFeatures.Mix(k++, p2.Lower);
        into[k] = WordFeatures.Mix(k++, n1.Lower);
        into[k] = WordFeatures.Mix(k++, n1.Lower, w.Lower);
        into[k] = WordFeatures.Mix(k++, n1.Suffix3);
        into[k] = WordFeatures.Mix(k++, n1.Suffix3, w.Suffix3);
        into[k] = WordFeatures.Mix(k++, n1.Shape, w.Shape);
        into[k] = WordFeatures.Mix(k++, n2.Lower);
        into[k] = WordFeatures.Mix(k++, n1.Suffix2, n2.Suffix2, w.Suffix2);
        into[k] = WordFeatures.Mix(k++, p1.Lower, n1.Lower);
    }

    private static WordFeatures At(ReadOnlySpan<WordFeatures> words, int i) => i >= 0 && i < words.Length ? words[i] : WordFeatures.Edge;
}
