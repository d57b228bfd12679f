using Fulcrum.Cases.Binding;

namespace Fulcrum.Cases.Files;

/// <summary>A case's files as trees, bound without any reading when that is first asked for. Immutable; safe to use from many threads.</summary>
/// <param name="Trees">Null where there is no case.yaml that can be read.</param>
/// <param name="Texts">The files' texts, by path.</param>
internal sealed record ParsedCase(CaseTrees? Trees, string Hash, IReadOnlyList<CaseProblem> Problems, IReadOnlyDictionary<string, string> Texts)
{
    public Lazy<(Case? Case, IReadOnlyList<CaseProblem> Problems)> Plain { get; } = new(() => Trees is null ? (null, []) : CaseBinder.Bind(Trees, applied: null, Hash));
}
