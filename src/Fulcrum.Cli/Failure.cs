using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli;

/// <summary>What went wrong outside the case's own content, in one line.</summary>
internal static class Failure
{
    public static string Say(Exception failure) => failure switch
    {
        UnauthorizedAccessException or IOException => Page.Clean(failure.Message),
        OutOfMemoryException => "not enough memory for this; fewer draws need less",
        AggregateException several when several.InnerExceptions.Count > 0 => Say(several.InnerExceptions[0]),
        _ => $"unexpected failure ({failure.GetType().Name}: {OneLine(failure.Message)}); with --debug it shows where",
    };

    /// <summary>
    /// Whether everything written has arrived. A reader that closed the pipe early ('fulcrum ... | head') is no failure, and the platform does not report it
    /// as one; a full disk or a closed output is.
    /// </summary>
    public static bool Flushed(Terminal terminal)
    {
        try
        {
            terminal.Output.Flush();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"fulcrum: not all of the output could be written: {OneLine((failure.InnerException ?? failure).Message)}");
            return false;
        }
    }

    private static string OneLine(string text) => Page.Clean(text.ReplaceLineEndings(" "));
}
