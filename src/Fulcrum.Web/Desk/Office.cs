using Fulcrum.Web.Serving;

namespace Fulcrum.Web.Desk;

/// <summary>The one case that is open, if any; another can be opened in its place.</summary>
internal sealed class Office(ServeOptions options) : IAsyncDisposable
{
    private CaseDesk? _desk;

    public ServeOptions Options => options;

    public EventHub Events { get; } = new();

    public CaseDesk? Desk => _desk;

    public StateView State => _desk?.State ?? new StateView("chooser", "Fulcrum", Path.GetFileName(Path.GetFullPath(options.Start)), null, null, null, false, false, 0, Events.Moment());

    public async Task OpenAsync(string folder)
    {
        var desk = new CaseDesk(folder, options, Events);
        if (Interlocked.Exchange(ref _desk, desk) is { } before)
        {
            await before.DisposeAsync().ConfigureAwait(false);
        }
        desk.Announce();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _desk, null) is { } desk)
        {
            await desk.DisposeAsync().ConfigureAwait(false);
        }
    }
}
