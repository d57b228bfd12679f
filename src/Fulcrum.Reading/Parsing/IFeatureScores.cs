namespace Fulcrum.Reading.Parsing;

/// <summary>Weights of hashed features: the shipped, quantised ones, or those in training.</summary>
internal interface IFeatureScores
{
    int Classes { get; }

    /// <summary>Adds the weights of all features to one score a class.</summary>
    void Score(ReadOnlySpan<ulong> features, Span<float> scores);
}
