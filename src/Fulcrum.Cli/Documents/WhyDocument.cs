using Fulcrum.Findings;

namespace Fulcrum.Cli.Documents;

/// <summary>The answer of 'why': the chain, from the top down.</summary>
internal sealed record WhyDocument(string Id, IReadOnlyList<StepDocument> Steps)
{
    public static WhyDocument Of(WhyAnswer w) => new(w.Id, [.. w.Steps.Select(s => new StepDocument(s.Depth, s.Kind, s.Id, s.Text, s.Mark, s.Place))]);
}

/// <param name="Depth">0 for what was asked; a step hangs on the nearest one above it of smaller depth.</param>
internal sealed record StepDocument(int Depth, string Kind, string Id, string Text, string? Mark, string? Place);
