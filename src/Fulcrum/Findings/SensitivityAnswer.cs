using Fulcrum.Studies.Sensitivity;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum.Findings;

/// <summary>On which assumptions an answer hangs, by one method; the parts of the others are null.</summary>
/// <param name="Statement">Whether a verdict was asked (its value is 1 or 0), else a number.</param>
public sealed record SensitivityAnswer(string Title, string? Reading, string Method, string Says, bool Statement, ulong Seed)
{
    public SobolResult? Sobol { get; init; }

    public IReadOnlyList<TornadoBar>? Tornado { get; init; }

    public IReadOnlyList<Threshold>? Thresholds { get; init; }

    /// <summary>For tornado and thresholds: the answer with every number in its middle.</summary>
    public double? Middle { get; init; }

    public FailureBoxResult? Box { get; init; }

    public InformationResult? Information { get; init; }

    /// <summary>What the verdict asked owes to rankings alone; null for a number, or where they leave nothing open.</summary>
    public RankedSupport? Ranked { get; init; }
}
