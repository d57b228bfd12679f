using System.Text.RegularExpressions;
using Shouldly;

namespace Fulcrum.Tests.Rules;

/// <summary>Which way the arrows point between rooms and projects. An arrow that is not listed here fails and names the file.</summary>
public sealed partial class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Cases"] = [],
        ["Numerics"] = [],
        ["Bargaining"] = ["Cases", "Numerics"],
        ["Commitments"] = ["Cases", "Numerics"],
        ["Stability"] = ["Cases", "Numerics"],
        ["Forecasting"] = ["Cases", "Numerics"],
        ["Studies"] = ["Cases", "Numerics"],
        ["Interchange"] = ["Cases", "Numerics", "Bargaining"],
        ["Findings"] = ["Cases", "Numerics", "Bargaining", "Commitments", "Stability", "Forecasting", "Studies"],
    };

    private static readonly string[] Rooms = [.. Allowed.Keys];

    [Fact]
    public void Rooms_of_the_library_mention_only_the_rooms_below_them()
    {
        var wrong = new List<string>();
        foreach (string room in Rooms.Where(r => Directory.Exists(Repository.At("src", "Fulcrum", r))))
        {
            foreach (string file in Repository.SourceFiles($"src/Fulcrum/{room}"))
            {
                string text = File.ReadAllText(file);
                wrong.AddRange(Mentioned(text).Where(other => other != room && !Allowed[room].Contains(other))
                    .Select(other => $"{Repository.Relative(file)} mentions {other}"));
                if (RootUse().IsMatch(text))
                {
                    wrong.Add($"{Repository.Relative(file)} uses the front door");
                }
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_library_is_a_listed_room()
    {
        var folders = Directory.EnumerateDirectories(Repository.At("src", "Fulcrum")).Select(d => Path.GetFileName(d)).Where(d => d is not ("bin" or "obj"));
        folders.Except(Rooms).ShouldBeEmpty();
    }

    [Fact]
    public void Reading_uses_the_room_Cases_alone()
    {
        var wrong = Repository.SourceFiles("src/Fulcrum.Reading")
            .SelectMany(f => Mentioned(File.ReadAllText(f)).Where(r => r != "Cases").Select(r => $"{Repository.Relative(f)} mentions {r}"));
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Command_line_and_web_app_do_not_call_solvers()
    {
        string[] forbidden = ["Numerics"];
        var wrong = new[] { "src/Fulcrum.Cli", "src/Fulcrum.Web" }
            .Where(p => Directory.Exists(Repository.At(p.Split('/'))))
            .SelectMany(Repository.SourceFiles)
            .Where(f => Mentioned(File.ReadAllText(f)).Intersect(forbidden).Any() || SolverCall().IsMatch(File.ReadAllText(f)))
            .Select(Repository.Relative);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void A_room_is_never_a_global_using()
    {
        var wrong = Repository.SourceFiles("src").Where(f => GlobalRoom().IsMatch(File.ReadAllText(f))).Select(Repository.Relative);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        var wrong = new List<string>();
        foreach (string file in Repository.SourceFiles("src"))
        {
            Match stated = Namespace().Match(File.ReadAllText(file));
            string expected = Repository.Relative(Path.GetDirectoryName(file)!)["src/".Length..].Replace('/', '.');
            if (stated.Success && !SameRoom(stated.Groups[1].Value, expected))
            {
                wrong.Add($"{Repository.Relative(file)} says {stated.Groups[1].Value}, lies in {expected}");
            }
        }
        wrong.ShouldBeEmpty();
    }

    // A folder below a room may share the room's namespace; it may never name another's.
    private static bool SameRoom(string stated, string folder) =>
        stated == folder || (folder.StartsWith(stated + ".", StringComparison.Ordinal) && stated.Contains('.', StringComparison.Ordinal));

    private static IEnumerable<string> Mentioned(string text) => RoomName().Matches(text).Select(m => m.Groups[1].Value).Where(Rooms.Contains).Distinct();

    [GeneratedRegex(@"\bFulcrum\.(\w+)")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"\bWorkbench\.")]
    private static partial Regex RootUse();

    [GeneratedRegex(@"\b(Solving|DrawAnalysis)\.\w+\(")]
    private static partial Regex SolverCall();

    [GeneratedRegex(@"global using Fulcrum\.")]
    private static partial Regex GlobalRoom();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
