namespace Fulcrum.Cli;

/// <summary>What the program says to the shell that started it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The input has problems; all of them were listed.</summary>
    public const int Problems = 1;

    public const int WrongUsage = 2;

    /// <summary>Interrupted, or failed for a reason outside the input.</summary>
    public const int Failed = 3;
}
