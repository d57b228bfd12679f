using System.CommandLine;

namespace Fulcrum.Cli;

/// <summary>One thing the program does. Its description starts with a short line for the list of verbs; examples end its help page.</summary>
internal sealed class Verb(string name, string summary) : Command(name, summary)
{
    /// <summary>Under which title the list of verbs has it.</summary>
    public string Group { get; set; } = "";

    /// <summary>One or two sentences for the verb's own page.</summary>
    public string Explanation { get; init; } = "";

    public IReadOnlyList<(string Command, string Does)> Examples { get; init; } = [];
}
