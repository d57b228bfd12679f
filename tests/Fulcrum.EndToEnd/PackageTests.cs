using System.Diagnostics;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>What users install: the tool package, and the self-contained program where its packages can be had.</summary>
public sealed class PackageTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private readonly string _scratch = Directory.CreateTempSubdirectory("fulcrum-").FullName;

    [Fact]
    public void Tool_package_installs_and_runs()
    {
        string configuration = AppContext.BaseDirectory.Contains("release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";
        Dotnet("pack", "src/Fulcrum.Cli/Fulcrum.Cli.csproj", "--no-build", "-c", configuration, "-v", "q", "-nologo", "-o", _scratch);
        string tools = Path.Combine(_scratch, "tools");
        Dotnet("tool", "install", "Fulcrum.Tool", "--tool-path", tools, "--source", _scratch);

        Run(Path.Combine(tools, "fulcrum"), "--version").ShouldStartWith("fulcrum ");
        Run(Path.Combine(tools, "fulcrum"), "solve", Repository.At(Harbour.Folder.Split('/'))).ShouldContain("at the deal");
    }

    [Fact]
    public void Zips_hold_a_program_that_runs_by_itself()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("FULCRUM_PACKAGE") == "1", "takes minutes and downloads runtimes; FULCRUM_PACKAGE=1 runs it");
        Dotnet("msbuild", "build/Package.proj", "-t:Zips", "-v:q", "-nologo");

        string package = Repository.At("artifacts", "package");
        File.Exists(Path.Combine(package, "fulcrum-win-x64.zip")).ShouldBeTrue();
        System.IO.Compression.ZipFile.ExtractToDirectory(Path.Combine(package, "fulcrum-linux-x64.zip"), Path.Combine(_scratch, "linux"));
        Directory.EnumerateFiles(_scratch, "*.txt", SearchOption.AllDirectories).ShouldBeEmpty("texts of sources never leave with a package");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the zip for Linux runs on Linux");
        Run(Path.Combine(_scratch, "linux", "fulcrum"), "solve", Path.Combine(_scratch, "linux", "cases", "panama-canal-1974")).ShouldContain("at the deal");
    }

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    private void Dotnet(params string[] arguments) => Run("dotnet", arguments);

    private string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        // Packages of its own, so that an earlier build of the same version is not taken for this one.
        start.Environment["NUGET_PACKAGES"] = program == "dotnet" && arguments[0] == "tool" ? Path.Combine(_scratch, "packages") : Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit(Limit).ShouldBeTrue();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{output}");
        return output;
    }
}
