using System.Diagnostics;
using System.Text.RegularExpressions;
using Shouldly;

namespace Fulcrum.Tests.Rules;

/// <summary>What may lie where in the repository.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] RootFiles =
    [
        "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "NOTICE", "CITATION.cff", "fulcrum", "test", "fulcrum.cmd", "test.cmd", "global.json",
        ".editorconfig", ".gitattributes", ".gitignore", "Fulcrum.slnx", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
    ];

    [Fact]
    public void The_root_holds_nothing_but_the_house() =>
        Tracked().Where(f => !f.Contains('/', StringComparison.Ordinal)).Except(RootFiles).ShouldBeEmpty();

    [Fact]
    public void Source_files_stay_readable_in_one_sitting()
    {
        const int LongestLines = 400;
        var tooLong = Repository.SourceFiles("src").Where(f => File.ReadLines(f).Count() > LongestLines).Select(Repository.Relative);
        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public void Code_has_no_regions_pragmas_or_notes_to_self()
    {
        var wrong = Repository.SourceFiles("src").Where(f => NotesToSelf().IsMatch(File.ReadAllText(f))).Select(Repository.Relative);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_readme_is_one_screen()
    {
        const int LargestBytes = 8 * 1024;
        new FileInfo(Repository.At("README.md")).Length.ShouldBeLessThan(LargestBytes);
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var broken = new List<string>();
        foreach (string file in Tracked().Where(f => f.EndsWith(".md", StringComparison.Ordinal)))
        {
            string folder = Path.GetDirectoryName(Repository.At(file.Split('/')))!;
            foreach (Match link in RelativeLink().Matches(File.ReadAllText(Repository.At(file.Split('/')))))
            {
                string target = link.Groups[1].Value.Split('#')[0];
                if (target.Length > 0 && !Path.Exists(Path.Combine(folder, target)))
                {
                    broken.Add($"{file}: {target}");
                }
            }
        }
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Decision_notes_are_short_and_numbered()
    {
        const int LongestLines = 20;
        foreach (string file in Tracked().Where(f => f.StartsWith("docs/decisions/", StringComparison.Ordinal)))
        {
            Path.GetFileName(file).ShouldMatch(@"^\d{4}-[a-z0-9-]+\.md$");
            File.ReadLines(Repository.At(file.Split('/'))).Count().ShouldBeLessThanOrEqualTo(LongestLines, file);
        }
    }

    private static List<string> Tracked()
    {
        var start = new ProcessStartInfo("git", ["ls-files"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        using Process git = Process.Start(start)!;
        string[] files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        files.ShouldNotBeEmpty();
        return [.. files.Where(f => File.Exists(Repository.At(f.Split('/'))))];
    }

    [GeneratedRegex(@"^\s*#(region|pragma)|\bTODO\b|\bFIXME\b|\bHACK\b", RegexOptions.Multiline)]
    private static partial Regex NotesToSelf();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)([^)\s]+)\)")]
    private static partial Regex RelativeLink();
}
