using System.Diagnostics;
using System.Net;

namespace Fulcrum.EndToEnd.Browser;

/// <summary>The real server on a copy of a case, with few draws; started with no case, it offers the copy to choose. It can be killed and started again at the same address.</summary>
internal sealed class ServedCase : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly int _port = Ports.Free();
    private readonly bool _choosing;
    private Process? _process;

    public ServedCase(string from, bool choosing = false)
    {
        _choosing = choosing;
        Folder = Path.Combine(Directory.CreateTempSubdirectory("fulcrum-served-").FullName, "talks");
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string to = Path.Combine(Folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public string Folder { get; }

    public string Address => $"http://127.0.0.1:{_port}/";

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>As an editor saves: the whole file at once, so that nobody ever sees half of it.</summary>
    public void Write(string file, string text)
    {
        string aside = Path.Combine(Folder, "..", "written");
        File.WriteAllText(aside, text);
        File.Move(aside, Path.Combine(Folder, file), overwrite: true);
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(FulcrumProcess.Program, ["serve", .. _choosing ? Array.Empty<string>() : [Folder], "--port", $"{_port}", "--no-browser", "--draws", "20"])
        {
            WorkingDirectory = Path.GetDirectoryName(Folder)!,
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient();
        for (long since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience; await Task.Delay(100))
        {
            try
            {
                // 202 while the first analysis runs.
                if ((await client.GetAsync(new Uri(Address + (_choosing ? "api/cases" : "api/book")))).StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        throw new TimeoutException("The server did not answer.");
    }

    public void Kill()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
    }
}
