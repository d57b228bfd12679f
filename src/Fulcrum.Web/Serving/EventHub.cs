using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Fulcrum.Web.Serving;

/// <summary>
/// Tells every open page what happens (server-sent events). A page that reads slowly misses how far work is, never that it has ended or what the case is now; one
/// that does not read at all is let go of, and asks for everything anew when it comes back.
/// </summary>
internal sealed class EventHub
{
    /// <summary>More waiting news than a reading page ever has: what passes is left out.</summary>
    private const int Many = 32;

    private const int Most = 512;
    private const int MostPages = 200;
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly List<Channel<string>> _pages = [];
    private long _moments;

    /// <summary>A number greater than all before: taken before looking at the state, it tells which of two states is the newer, whichever is heard of first.</summary>
    public long Moment() => Interlocked.Increment(ref _moments);

    /// <param name="passing">The next of its kind makes it worthless.</param>
    public void Publish(string name, object data, bool passing = false)
    {
        string text = Text(name, data);
        lock (_lock)
        {
            foreach (Channel<string> page in _pages)
            {
                if (passing && page.Reader.Count >= Many)
                {
                    continue;
                }
                if (!page.Writer.TryWrite(text))
                {
                    page.Writer.TryComplete();
                }
            }
        }
    }

    /// <summary>Writes events to one page until it leaves or the server stops.</summary>
    public async Task StreamAsync(HttpContext context, Func<object> first, CancellationToken stopping)
    {
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
        lock (_lock)
        {
            if (_pages.Count >= MostPages)
            {
                context.Response.StatusCode = 503;
                return;
            }
            _pages.Add(channel);
        }
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            context.Response.ContentType = "text/event-stream";
            await WriteAsync(context, "retry: 1000\n\n" + Text("state", first()), ends.Token).ConfigureAwait(false);
            while (true)
            {
                await WriteAsync(context, await NextAsync(channel.Reader, ends.Token).ConfigureAwait(false), ends.Token).ConfigureAwait(false);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ChannelClosedException)
        {
            // The page is gone or does not read, or the server ends.
        }
        finally
        {
            lock (_lock)
            {
                _pages.Remove(channel);
            }
        }
    }

    private static async Task<string> NextAsync(ChannelReader<string> news, CancellationToken ends)
    {
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(ends);
        quiet.CancelAfter(PingEvery);
        try
        {
            return await news.ReadAsync(quiet.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ends.IsCancellationRequested)
        {
            return "event: ping\ndata: {}\n\n";
        }
    }

    private static async Task WriteAsync(HttpContext context, string text, CancellationToken ends)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), ends).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(ends).ConfigureAwait(false);
    }

    private static string Text(string name, object data) => $"event: {name}\ndata: {JsonSerializer.Serialize(data, ApiJson.Settings)}\n\n";
}
