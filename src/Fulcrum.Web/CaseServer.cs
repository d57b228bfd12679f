using System.Net;
using System.Net.Sockets;
using Fulcrum.Web.Desk;
using Fulcrum.Web.Routes;
using Fulcrum.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fulcrum.Web;

/// <summary>The live web app: pages and JSON API on one address. Nothing is read from the environment or from settings files, and nothing is sent anywhere.</summary>
public sealed class CaseServer : IAsyncDisposable
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    private readonly WebApplication _application;
    private readonly Office _office;

    private CaseServer(WebApplication application, Office office)
    {
        _application = application;
        _office = office;
    }

    /// <summary>Where it listens, as a browser spells it; without the token.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Listens and opens the case; returns when the first page can be asked for.</summary>
    /// <exception cref="ArgumentException">An address other than loopback without a token.</exception>
    /// <exception cref="IOException">All ports are taken, or the address is not one of this machine.</exception>
    public static async Task<CaseServer> StartAsync(ServeOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!IPAddress.IsLoopback(options.Address) && string.IsNullOrEmpty(options.Token))
        {
            throw new ArgumentException("An address other than loopback needs a token.", nameof(options));
        }
        var office = new Office(options);
        if (options.Case is { } folder)
        {
            // Before the first page can ask for it.
            await office.OpenAsync(folder).ConfigureAwait(false);
        }
        for (int more = 0; ; more++)
        {
            try
            {
                return await TryStartAsync(options, options.Port + more, office, cancellation).ConfigureAwait(false);
            }
            catch (IOException taken) when (taken.InnerException is AddressInUseException && more < options.MorePorts && options.Port + more < IPEndPoint.MaxPort)
            {
                // The next one, then.
            }
            catch
            {
                await office.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>Ends when the program is asked to.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Asked to end: that is how it always ends.
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Goodbye);
        await _application.StopAsync(patience.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        await _office.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<CaseServer> TryStartAsync(ServeOptions options, int port, Office office, CancellationToken cancellation)
    {
        WebApplication application = Build(options, port, office);
        try
        {
            await application.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception refused)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            if (refused is SocketException)
            {
                throw new IOException(refused.Message, refused);
            }
            throw;
        }
        return new CaseServer(application, office) { Address = Visible(options.Address, new Uri(application.Urls.First()).Port) };
    }

    private static WebApplication Build(ServeOptions options, int port, Office office)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Goodbye);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Api.LargeBody;
            kestrel.Limits.MaxConcurrentConnections = 500;
            kestrel.Listen(options.Address, port);
        });
        WebApplication application = builder.Build();
        var guard = new RequestGuard(options.Address, options.Token);
        application.Use((context, next) => guard.InvokeAsync(context, next));
        application.UseRouting();
        var api = new Api(application);
        StateRoutes.Map(api, office, application.Lifetime.ApplicationStopping);
        FileRoutes.Map(api, office);
        WhatIfRoutes.Map(api, office);
        EditRoutes.Map(api, office);
        ZoneRoutes.Map(api, office);
        ProposalRoutes.Map(api, office);
        SourceRoutes.Map(api, office);
        CruxRoutes.Map(api, office);
        ChooserRoutes.Map(api, office);
        DocumentRoutes.Map(api, application);
        PageRoutes.Map(application);
        application.UseEndpoints(_ => { });
        return application;
    }

    private static Uri Visible(IPAddress address, int port)
    {
        string host = address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? Environment.MachineName
            : address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
        return new Uri($"http://{host}:{port}/");
    }
}
