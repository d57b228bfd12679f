using System.Text;
using Spectre.Console;

namespace Fulcrum.Cli;

/// <summary>Where the program writes, and what can be shown there.</summary>
/// <param name="Width">Columns of a page: 80, or fewer on a narrower terminal.</param>
/// <param name="Colour">Whether standard output shows colours: a terminal that can, and nobody asked for none.</param>
/// <param name="Animated">Whether standard error is a terminal on which a progress bar can move.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, int Width, bool Colour, bool ErrorColour, bool Animated)
{
    public const int PageWidth = 80;
    private const int NarrowestPage = 48;

    public static Terminal OfThisProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 1 << 14) { AutoFlush = false };
        var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
        bool plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        bool dumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        bool outputShows = !Console.IsOutputRedirected && !dumb && Ansi(output);
        bool errorShows = !Console.IsErrorRedirected && !dumb && Ansi(error);
        return new Terminal(output, error, WidthOfPage(), outputShows && !plain, errorShows && !plain, errorShows);
    }

    private static int WidthOfPage()
    {
        if (Console.IsOutputRedirected)
        {
            return PageWidth;
        }
        try
        {
            return Console.WindowWidth > 0 ? Math.Clamp(Console.WindowWidth, NarrowestPage, PageWidth) : PageWidth;
        }
        catch (IOException)
        {
            return PageWidth;
        }
    }

    // Spectre knows which terminals understand escape sequences and turns them on under Windows.
    private static bool Ansi(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }).Profile.Capabilities.Ansi;
}
