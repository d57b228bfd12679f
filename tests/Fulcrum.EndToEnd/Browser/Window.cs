using System.Collections.Concurrent;
using Microsoft.Playwright;
using Shouldly;

namespace Fulcrum.EndToEnd.Browser;

/// <summary>A window of the browser that remembers what its console complained about and what it asked the network for.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentDictionary<IRequest, bool> _underWay = new();
    private readonly IBrowserContext _context;

    public Window(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        Page.SetDefaultTimeout(BrowserFixture.PatienceMilliseconds);
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
        Page.PageError += (_, message) => _complaints.Enqueue(message);
        Page.Request += (_, request) =>
        {
            _requests.Enqueue(request.Url);
            _underWay[request] = true;
        };
        Page.RequestFinished += (_, request) => _underWay.TryRemove(request, out bool _);
        Page.RequestFailed += (_, request) => _underWay.TryRemove(request, out bool _);
    }

    public IPage Page { get; }

    public IReadOnlyCollection<string> Requests => _requests;

    public Task OfflineAsync() => _context.SetOfflineAsync(true);

    public Task AllowClipboardAsync() => _context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await Page.Locator("main .card").First.WaitForAsync();
    }

    /// <summary>Waits until the page has been without an open question (the stream of events aside) for a while, so that what is looked at is all there.</summary>
    public async Task SettleAsync()
    {
        const int Quiet = 5;
        int quiet = 0;
        for (int waited = 0; quiet < Quiet; waited += 100)
        {
            quiet = _underWay.Keys.Any(r => !r.Url.EndsWith("/api/events", StringComparison.Ordinal)) ? 0 : quiet + 1;
            Assert.True(waited < BrowserFixture.PatienceMilliseconds, "the page did not come to rest");
            await Task.Delay(100);
        }
    }

    /// <summary>Presses Tab until the element with this text has the focus, as somebody without a mouse does.</summary>
    public async Task TabToAsync(string name, int most = 80)
    {
        for (int i = 0; i < most; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            string? at = await Page.EvaluateAsync<string?>("(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim()");
            if (at == name)
            {
                return;
            }
        }
        Assert.Fail($"'{name}' was not reached by {most} presses of Tab");
    }

    public void ShouldHaveNoComplaints() => _complaints.ShouldBeEmpty();

    /// <summary>What the test brings about on purpose (a refusal's status, a server that is gone) and nothing else.</summary>
    public void ShouldComplainOnlyOf(string expected) => _complaints.Where(c => !c.Contains(expected, StringComparison.Ordinal)).ShouldBeEmpty();

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
