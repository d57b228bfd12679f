namespace Fulcrum.Cli;

/// <summary>Lines that a person types. Ctrl-C ends the wait for the next one: a plain read would go on until Enter.</summary>
internal sealed class Answers(TextReader reader, CancellationToken cancellation)
{
    /// <summary>No more answers come: the input has ended, or the person has stopped.</summary>
    public bool Ended { get; private set; }

    public bool Interrupted => cancellation.IsCancellationRequested;

    public string? Next()
    {
        if (Ended)
        {
            return null;
        }
        try
        {
            Task<string?> line = Task.Run(reader.ReadLine, CancellationToken.None);
            line.Wait(cancellation);
            Ended = line.Result is null;
            return line.Result;
        }
        catch (OperationCanceledException)
        {
            Ended = true;
            return null;
        }
    }
}
