using System.Runtime.CompilerServices;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>
/// Text that users see, held against a file that was reviewed. FULCRUM_APPROVE=1 rewrites the files; otherwise a difference fails.
/// </summary>
internal static class Approval
{
    public static bool Rewrites { get; } = Environment.GetEnvironmentVariable("FULCRUM_APPROVE") == "1";

    public static void Matches(string text, string name, [CallerMemberName] string caller = "") => MatchesFile(text, Repository.At("tests", "Fulcrum.EndToEnd", "Approved", name), caller);

    public static void MatchesFile(string text, string file, [CallerMemberName] string caller = "")
    {
        string ours = text.ReplaceLineEndings("\n");
        if (Rewrites)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, ours);
            return;
        }
        string approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        ours.ShouldBe(approved, $"{caller}: differs from {Path.GetFileName(file)}; FULCRUM_APPROVE=1 rewrites it for review");
    }
}
