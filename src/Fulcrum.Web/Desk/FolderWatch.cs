namespace Fulcrum.Web.Desk;

/// <summary>
/// Calls back when something in a folder may have changed: at once where the system tells of it, and every few seconds in any case, because some file systems
/// never tell. Calls come one at a time.
/// </summary>
internal sealed class FolderWatch : IAsyncDisposable
{
    /// <summary>Editors save in several steps: look only when they are through.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(60);

    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _told = new(0);
    private readonly Lock _lock = new();
    private readonly FileSystemWatcher? _watcher;
    private readonly Task _loop;
    private bool _ended;

    public FolderWatch(string folder, TimeSpan every, Action look)
    {
        _watcher = Watcher(folder);
        _loop = Task.Run(() => LoopAsync(every, look));
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        _watcher?.Dispose();
        await _loop.ConfigureAwait(false);
        lock (_lock)
        {
            _ended = true;
            _told.Dispose();
        }
        _end.Dispose();
    }

    // The system may go on telling for a moment after the watcher was let go of.
    private void Tell()
    {
        lock (_lock)
        {
            if (!_ended)
            {
                _told.Release();
            }
        }
    }

    private async Task LoopAsync(TimeSpan every, Action look)
    {
        try
        {
            while (true)
            {
                if (await _told.WaitAsync(every, _end.Token).ConfigureAwait(false))
                {
                    await Task.Delay(Settle, _end.Token).ConfigureAwait(false);
                    while (_told.Wait(0, CancellationToken.None))
                    {
                    }
                }
                TryLook(look);
            }
        }
        catch (OperationCanceledException)
        {
            // The case was closed.
        }
    }

    private static void TryLook(Action look)
    {
        try
        {
            look();
        }
        catch (Exception)
        {
            // The folder is out of reach just now, or a mistake of this program: whoever asks is told. It must not end the watch.
        }
    }

    private FileSystemWatcher? Watcher(string folder)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += (_, _) => Tell();
            watcher.Created += (_, _) => Tell();
            watcher.Deleted += (_, _) => Tell();
            watcher.Renamed += (_, _) => Tell();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or PlatformNotSupportedException)
        {
            // Too many folders are watched on this machine, or none can be: the regular look is enough.
            watcher?.Dispose();
            return null;
        }
    }
}
