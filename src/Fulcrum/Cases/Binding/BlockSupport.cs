using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>
/// Support stated once for a whole block. It covers only what stands in the same file: a reading's override that says nothing itself is an
/// assumption of that reading, whatever the block it lands in rests on.
/// </summary>
internal sealed record BlockSupport(Support Support, FileText? Origin)
{
    public static readonly BlockSupport None = new(Support.None, null);

    public Support For(SyntaxNode node) => ReferenceEquals(node.Source, Origin) ? Support : Support.None;
}
