namespace Fulcrum.Cli.Documents;

/// <summary>The answer of 'new': the files written, without the schemas.</summary>
internal sealed record NewDocument(string Folder, IReadOnlyList<string> Files);
