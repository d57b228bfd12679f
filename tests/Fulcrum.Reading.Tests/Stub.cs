using System.Net;
using System.Text;

namespace Fulcrum.Reading.Tests;

/// <summary>A chat server on this machine that gives the same answer to every question, after a delay.</summary>
internal sealed class Stub : IDisposable
{
    private readonly HttpListener listener;

    public Stub(Func<string, (int Status, string Body)> answer, TimeSpan delay = default)
    {
        (listener, Address) = Listening(42_000);
        _ = Serve(answer, delay);
    }

    public Uri Address { get; }

    public List<string> Asked { get; } = [];

    /// <summary>The body of an answer that says these words.</summary>
    public static string Saying(string text) =>
        "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":" + System.Text.Json.JsonSerializer.Serialize(text) + "}}]}";

    public void Dispose() => listener.Close();

    // The first free port; a listener whose start failed cannot be used again.
    private static (HttpListener, Uri) Listening(int port)
    {
        var listener = new HttpListener();
        try
        {
            listener.Prefixes.Add($"http://localhost:{port}/v1/");
            listener.Start();
            return (listener, new Uri($"http://localhost:{port}/v1"));
        }
        catch (HttpListenerException) when (port < 42_200)
        {
            listener.Close();
            return Listening(port + 1);
        }
    }

    private async Task Serve(Func<string, (int, string)> answer, TimeSpan delay)
    {
        while (listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                string asked = await reader.ReadToEndAsync();
                Asked.Add(asked);
                await Task.Delay(delay);
                (context.Response.StatusCode, string body) = answer(asked);
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }
}
