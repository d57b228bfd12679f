namespace Fulcrum.Cases.Syntax;

/// <summary>One YAML file as read: its tree and everything wrong with its YAML. <paramref name="Root"/> is null when the file could not be read to its end.</summary>
public sealed record SyntaxTree(FileText Source, SyntaxNode? Root, IReadOnlyList<CaseProblem> Problems);
