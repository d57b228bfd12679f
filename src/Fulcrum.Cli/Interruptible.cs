namespace Fulcrum.Cli;

/// <summary>
/// Work that gives nothing before it is whole, and may not look for long whether it was interrupted: it is left behind at the first Ctrl-C, and ends with the process.
/// Only for work that writes nothing.
/// </summary>
internal static class Interruptible
{
    /// <exception cref="OperationCanceledException">Interrupted first.</exception>
    public static T Run<T>(Func<T> work, CancellationToken cancellation)
    {
        // A thread of its own, which no process waits for.
        Task<T> running = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return running.WaitAsync(cancellation).GetAwaiter().GetResult();
    }
}
