using Fulcrum.Cases.Editing;

namespace Fulcrum.Cli.Commands;

/// <summary>Saves a file that was asked for. Where that fails the reason is told, so that nobody takes it for saved.</summary>
internal static class Saving
{
    /// <returns>False when nothing was saved.</returns>
    public static bool Save(Terminal terminal, string file, byte[] content) => Told(terminal, file, AtomicFile.Write(Path.GetFullPath(file), content));

    public static bool Told(Terminal terminal, string file, SaveResult result)
    {
        if (!result.Ok)
        {
            terminal.Error.WriteLine($"fulcrum: {file} could not be saved: {result.Why ?? "another program is saving it"}");
        }
        return result.Ok;
    }
}
