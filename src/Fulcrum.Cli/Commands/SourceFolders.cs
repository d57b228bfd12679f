using System.CommandLine;

namespace Fulcrum.Cli.Commands;

/// <summary>The option that names further folders with texts.</summary>
internal static class SourceFolders
{
    public static Option<string[]> Option() => new("--sources")
    {
        HelpName = "DIR",
        Description = "a further folder with texts; may be repeated",
        Arity = ArgumentArity.OneOrMore,
    };
}
