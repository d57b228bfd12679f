using Fulcrum.Numerics;

namespace Fulcrum.Commitments;

/// <summary>A prior on the share of agreements that are broken.</summary>
public enum RecordPrior
{
    /// <summary>Beta(1/2, 1/2) (Jeffreys 1946): says least, and stands for one agreement.</summary>
    Jeffreys,

    /// <summary>Beta(1, 1): every share alike (Bayes 1763, Laplace); stands for two agreements.</summary>
    Uniform,
}

/// <summary>What a record of kept and broken agreements says about the share that is broken (docs/guide/records.md).</summary>
/// <param name="Kept">As counted; a fraction where a published share is weighed as a number of agreements. So is <paramref name="Broken"/>.</param>
/// <param name="Mean">The mean of the posterior; <paramref name="P5"/> and <paramref name="P95"/> its 5th and 95th of 100.</param>
public sealed record RecordPosterior(double Kept, double Broken, RecordPrior Prior, double Mean, double P5, double P95)
{
    /// <exception cref="ArgumentOutOfRangeException">A count is below 0.</exception>
    public static RecordPosterior Of(double kept, double broken, RecordPrior prior)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(kept);
        ArgumentOutOfRangeException.ThrowIfNegative(broken);
        double weight = prior == RecordPrior.Jeffreys ? 0.5 : 1;
        var beta = new BetaDistribution(broken + weight, kept + weight);
        return new RecordPosterior(kept, broken, prior, beta.Mean, beta.Quantile(0.05), beta.Quantile(0.95));
    }
}
