using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>'serve' as a process: it says where it is, ends when asked, comes back where it was, and gives its reasons.</summary>
public sealed partial class ServeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    [Fact]
    public void Server_says_where_it_is_and_ends_cleanly_on_interrupt()
    {
        int port = Ports.Free();
        string title = "";
        Outcome outcome = FulcrumProcess.Run(["serve", Harbour.Folder, "--no-browser", "--port", $"{port}", "--draws", "5"], null, process =>
        {
            title = Title(port);
            FulcrumProcess.Interrupt(process);
        });
        outcome.ExitCode.ShouldBe(0);
        outcome.Error.ShouldBeEmpty();
        outcome.Output.ShouldBe($"Fulcrum shows {Harbour.Folder} at http://127.0.0.1:{port}/\nCtrl-C ends it.\n");
        title.ShouldNotBeEmpty();
    }

    [Fact]
    public void Killed_server_comes_back_on_its_port()
    {
        int port = Ports.Free();
        string[] arguments = ["serve", Harbour.Folder, "--no-browser", "--port", $"{port}", "--draws", "5"];
        FulcrumProcess.Run(arguments, null, process =>
        {
            Title(port).ShouldNotBeEmpty();
            process.Kill();
        });
        Outcome again = FulcrumProcess.Run(arguments, null, process =>
        {
            Title(port).ShouldNotBeEmpty();
            FulcrumProcess.Interrupt(process);
        });
        again.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Taken_port_that_was_asked_for_is_a_reason_to_stop()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        Outcome outcome = FulcrumProcess.Run("serve", Harbour.Folder, "--no-browser", "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");
        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain("cannot listen");
        outcome.Error.ShouldContain("--port");
    }

    [Theory]
    [InlineData("--listen 0.0.0.0", "--token")]
    [InlineData("--listen nowhere", "--listen takes an address")]
    [InlineData("--port 70000", "--port takes a whole number")]
    public void Wrong_usage_is_told(string options, string says)
    {
        Outcome outcome = FulcrumProcess.Run(["serve", Harbour.Folder, "--no-browser", .. options.Split(' ')]);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(says);
    }

    [Fact]
    public void Missing_folder_is_told() => FulcrumProcess.Run("serve", "no-such-folder", "--no-browser").Error.ShouldContain("no folder 'no-such-folder'");

    [Fact]
    public async Task Alone_at_a_terminal_the_program_opens_the_page_that_chooses()
    {
        const string Script = "/usr/bin/script";
        Assert.SkipUnless(File.Exists(Script), "needs the program 'script'");
        var start = new ProcessStartInfo(Script, ["-qec", $"'{FulcrumProcess.Program}'", "/dev/null"]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["BROWSER"] = "/bin/true";
        start.Environment["DISPLAY"] = "";
        using Process process = Process.Start(start)!;
        string address = "";
        while (address.Length == 0 && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            address = Address().Match(line).Value;
        }
        using var client = new HttpClient { Timeout = Patience };
        using JsonDocument state = JsonDocument.Parse(await client.GetStringAsync(new Uri(address + "api/state"), TestContext.Current.CancellationToken));
        await process.StandardInput.WriteAsync("\u0003");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        bool ended = process.WaitForExit(Patience);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }
        state.RootElement.GetProperty("mode").GetString().ShouldBe("chooser");
        ended.ShouldBeTrue("Ctrl-C at the terminal ends it");
    }

    private static string Title(int port)
    {
        using var client = new HttpClient { Timeout = Patience };
        for (long start = Stopwatch.GetTimestamp(); ; Thread.Sleep(50))
        {
            try
            {
                using JsonDocument state = JsonDocument.Parse(client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/api/state")).GetAwaiter().GetResult());
                return state.RootElement.GetProperty("title").GetString()!;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(start) < Patience)
            {
                // Not listening yet.
            }
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address();
}
