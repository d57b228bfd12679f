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

    /// <summary>A reader that closed the pipe early ('fulcrum ... | head') is no failure.</summary>
    public static void FlushQuietly(TextWriter writer)
    {
        try
        {
            writer.Flush();
        }
        catch (IOException)
        {
        }
    }

    private static string OneLine(string text) => Page.Clean(text.ReplaceLineEndings(" "));
}
