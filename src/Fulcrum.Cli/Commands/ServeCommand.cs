using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Fulcrum.Web;

namespace Fulcrum.Cli.Commands;

internal static class ServeCommand
{
    private const int FirstPort = 7410;
    private const int MorePorts = 20;

    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        Argument<string?> folder = new("CASE") { Description = "the case folder; without it a page offers to choose or create one", Arity = ArgumentArity.ZeroOrOne };
        var port = new Option<int?>("--port")
        {
            HelpName = "N", Description = string.Create(CultureInfo.InvariantCulture, $"the port (default {FirstPort}, or the next one that is free; 0 for any)"), CustomParser = PortOf,
        };
        var listen = new Option<IPAddress?>("--listen")
        {
            HelpName = "ADDRESS", Description = "listen elsewhere than on this machine alone; needs --token", CustomParser = AddressOf,
        };
        var token = new Option<string?>("--token") { HelpName = "WORD", Description = "what a browser must bring once; 'new' makes one up" };
        var noBrowser = new Option<bool>("--no-browser") { Description = "only print the address" };
        Option<string[]> sources = SourceFolders.Option();
        var verb = new Verb("serve", "the case as live pages in the browser, to look at and to edit")
        {
            Explanation = "Opens the case in a browser: every page of the report, with what-if switches and editing. Listens on this machine only and sends nothing anywhere. "
                + "Files may be edited in a text editor meanwhile; the pages follow. Ctrl-C ends it.",
            Examples =
            [
                ("fulcrum serve cases/ukraine-2025", "opens http://127.0.0.1:7410/"),
                ("fulcrum serve", "a page to choose or create a case in this folder"),
            ],
        };
        verb.Add(folder);
        foreach (Option option in new Option[] { port, noBrowser, listen, token, sources, common.Draws, common.AsOf, common.Seed, common.Threads })
        {
            verb.Add(option);
        }
        verb.Validators.Add(result =>
        {
            // An address that cannot be read is told by its own option.
            bool elsewhere = result.GetResult(listen)?.Tokens is [var written] && IPAddress.TryParse(written.Value, out IPAddress? address) && !IPAddress.IsLoopback(address);
            if (elsewhere && string.IsNullOrEmpty(result.GetValue(token)))
            {
                result.AddError("--listen lets other machines in: give --token too ('--token new' makes one up)");
            }
        });
        verb.SetAction((parsed, cancellation) => RunAsync(
            terminal,
            new ServeOptions
            {
                Case = parsed.GetValue(folder),
                Address = parsed.GetValue(listen) ?? IPAddress.Loopback,
                Port = parsed.GetValue(port) ?? FirstPort,
                MorePorts = parsed.GetValue(port) is null ? MorePorts : 0,
                Token = parsed.GetValue(token) is "new" ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) : parsed.GetValue(token),
                Draws = parsed.GetValue(common.Draws),
                AsOf = parsed.GetValue(common.AsOf),
                Seed = parsed.GetValue(common.Seed),
                Threads = parsed.GetValue(common.Threads),
                Sources = parsed.GetValue(sources) ?? [],
            },
            !parsed.GetValue(noBrowser), cancellation));
        return verb;
    }

    /// <summary>What happens when nothing was asked for, by a person: a page that chooses or creates a case.</summary>
    public static Task<int> ChooseAsync(Terminal terminal, CancellationToken cancellation) =>
        RunAsync(terminal, new ServeOptions { Port = FirstPort, MorePorts = MorePorts }, openBrowser: true, cancellation);

    private static async Task<int> RunAsync(Terminal terminal, ServeOptions options, bool openBrowser, CancellationToken cancellation)
    {
        if (options.Case is { } folder && !Directory.Exists(folder))
        {
            await terminal.Error.WriteLineAsync($"fulcrum: there is no folder '{folder}'").ConfigureAwait(false);
            return ExitCode.Problems;
        }
        if (!FrontEnd.IsBuilt)
        {
            await terminal.Error.WriteLineAsync($"fulcrum: {FrontEnd.NotBuilt}").ConfigureAwait(false);
        }
        CaseServer server;
        try
        {
            server = await CaseServer.StartAsync(options, cancellation).ConfigureAwait(false);
        }
        catch (IOException taken)
        {
            await terminal.Error.WriteLineAsync($"fulcrum: cannot listen on {options.Address} port {options.Port}: {taken.Message.TrimEnd('.')}; try another --port").ConfigureAwait(false);
            return ExitCode.Failed;
        }
        await using (server)
        {
            string address = options.Token is { } token ? $"{server.Address}?token={Uri.EscapeDataString(token)}" : server.Address.ToString();
            await terminal.Output.WriteLineAsync($"Fulcrum shows {options.Case ?? "your cases"} at {address}").ConfigureAwait(false);
            await terminal.Output.WriteLineAsync("Ctrl-C ends it.").ConfigureAwait(false);
            await terminal.Output.FlushAsync(cancellation).ConfigureAwait(false);
            if (openBrowser && !TryOpen(address))
            {
                await terminal.Error.WriteLineAsync("fulcrum: no browser could be started; open the address yourself").ConfigureAwait(false);
            }
            await server.RunAsync(cancellation).ConfigureAwait(false);
        }
        return ExitCode.Done;
    }

    private static bool TryOpen(string address)
    {
        try
        {
            ProcessStartInfo start = OperatingSystem.IsWindows() ? new(address) { UseShellExecute = true }
                : new(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process? browser = Process.Start(start);
            return true;
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or FileNotFoundException)
        {
            return false;
        }
    }

    private static int? PortOf(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is >= 0 and <= IPEndPoint.MaxPort)
        {
            return value;
        }
        result.AddError($"--port takes a whole number from 0 to {IPEndPoint.MaxPort}, not '{text}'");
        return null;
    }

    private static IPAddress? AddressOf(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (IPAddress.TryParse(text, out IPAddress? address))
        {
            return address;
        }
        result.AddError($"--listen takes an address such as 0.0.0.0 or 192.168.1.20, not '{text}'");
        return null;
    }
}
