using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Fulcrum.Web.Serving;

/// <summary>
/// Who may ask: only under this server's own names (so that a foreign name that was made to point here reaches nothing), only its own pages, and elsewhere
/// than on this machine only with the token. Sets the headers that keep a page from running or loading anything foreign.
/// </summary>
internal sealed class RequestGuard(IPAddress listening, string? token)
{
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string[] Safe = ["GET", "HEAD"];

    private readonly bool _loopback = IPAddress.IsLoopback(listening);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        SetHeaders(context.Response.Headers);
        if (Refusal(context.Request) is { } refusal)
        {
            await Api.WriteAsync(context, refusal).ConfigureAwait(false);
        }
        else if (token is not null && !HasToken(context.Request))
        {
            await AskForTokenAsync(context).ConfigureAwait(false);
        }
        else
        {
            await next(context).ConfigureAwait(false);
        }
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = PagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
    }

    private Reply? Refusal(HttpRequest request)
    {
        if (request.Headers.Host.Count != 1 || !IsOwnName(request.Host.Host) || (request.Host.Port ?? 80) != request.HttpContext.Connection.LocalPort)
        {
            return Reply.Problem(403, ServeProblems.ForeignHost(request.Host.Value ?? ""));
        }
        string? origin = request.Headers.Origin.Count == 0 ? null : request.Headers.Origin.ToString();
        bool own = origin is not null && string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
        bool reads = Safe.Contains(request.Method);
        if ((origin is not null && !own) || (!reads && !own) || (ComesFromElsewhere(request) && !IsVisit(request)))
        {
            return Reply.Problem(403, ServeProblems.ForeignOrigin());
        }
        return null;
    }

    // A name under which a browser may know this server. Names of the net are left out: anybody can make one point here.
    private bool IsOwnName(string host)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address))
        {
            return _loopback ? IPAddress.IsLoopback(address) : address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6;
        }
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (!_loopback && string.Equals(host, Environment.MachineName, StringComparison.OrdinalIgnoreCase));
    }

    private static bool ComesFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    // Following a link to one of the pages is no request for data.
    private static bool IsVisit(HttpRequest request) =>
        request.Method == "GET" && request.Headers["Sec-Fetch-Mode"].ToString() == "navigate" && request.Headers["Sec-Fetch-Dest"].ToString() == "document"
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private string CookieOf(HttpRequest request) => $"fulcrum-{request.HttpContext.Connection.LocalPort}";

    private bool HasToken(HttpRequest request) => request.Cookies.TryGetValue(CookieOf(request), out string? brought) && Equal(brought);

    private bool Equal(string? brought) =>
        brought is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(brought)), SHA256.HashData(Encoding.UTF8.GetBytes(token!)));

    // The token stands in the address once; from then on the browser keeps it, and the address bar forgets it.
    private async Task AskForTokenAsync(HttpContext context)
    {
        if (context.Request.Method == "GET" && Equal(context.Request.Query["token"]))
        {
            context.Response.Cookies.Append(CookieOf(context.Request), token!, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
            // Escaped again, or it would be no address, or another server's.
            string path = context.Request.Path.ToUriComponent();
            context.Response.Redirect(path.Length == 0 || path.StartsWith("//", StringComparison.Ordinal) ? "/" : path);
            return;
        }
        await Api.WriteAsync(context, Reply.Problem(401, ServeProblems.NoToken())).ConfigureAwait(false);
    }
}
