using Microsoft.Playwright;

namespace Fulcrum.EndToEnd.Browser;

/// <summary>One browser for all tests of the pages.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>An analysis follows every change of the case, and a busy machine takes its time; only what never comes waits this long.</summary>
    internal const int PatienceMilliseconds = 180_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is { } path)
        {
            Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Chromium.Arguments });
        }
    }

    /// <summary>A fresh window; the test skips with a reason where there is no browser.</summary>
    internal async Task<Window> OpenAsync(int width = 1440, int height = 900, string locale = "en-GB")
    {
        Assert.SkipWhen(_browser is null, Chromium.Missing);
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = ColorScheme.Light, Locale = locale, ReducedMotion = ReducedMotion.Reduce, AcceptDownloads = true,
        });
        return new Window(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
    }
}
