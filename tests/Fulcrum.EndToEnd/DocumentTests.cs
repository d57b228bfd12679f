using System.Text;
using System.Text.RegularExpressions;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>
/// Every command shown in the documents is run, and where its output is shown it is compared. An indented line that starts with './fulcrum' or 'fulcrum' is
/// a command; a fenced block that starts with '$ ./fulcrum ...' shows its output too, with '...' on a line of its own for lines left out.
/// FULCRUM_APPROVE=1 rewrites the parts of the output that are shown.
/// </summary>
public sealed partial class DocumentTests : IDisposable
{
    private static readonly string[] Documents = ["README.md", "CONTRIBUTING.md", "docs/case-format.md", "docs/json.md", "cases/README.md"];

    private readonly string _scratch = Directory.CreateTempSubdirectory("fulcrum-").FullName;

    public static TheoryData<string> WithCommands => [.. Documents.Where(d => Commands(Text(d)).Any())];

    [Theory]
    [MemberData(nameof(WithCommands))]
    public void Commands_in_a_document_run(string document)
    {
        foreach (string command in Commands(Text(document)).Distinct())
        {
            Outcome outcome = FulcrumProcess.Run(Arguments(command));
            outcome.ExitCode.ShouldBe(0, $"{document}: {command}\n{outcome.Error}");
        }
    }

    [Fact]
    public void Output_shown_in_the_readme_is_the_real_one()
    {
        string readme = Text("README.md");
        Match shown = ShownOutput().Match(readme);
        shown.Success.ShouldBeTrue("the readme shows the real output of a command");
        string[] real = [.. FulcrumProcess.Run(Arguments(shown.Groups[1].Value)).OutputLines];
        string block = shown.Groups[2].Value;

        if (Approval.Rewrites)
        {
            Group group = shown.Groups[2];
            File.WriteAllText(Repository.At("README.md"), readme[..group.Index] + Shortened(real) + readme[(group.Index + group.Length)..]);
            return;
        }
        block.ShouldBe(Shortened(real), "FULCRUM_APPROVE=1 rewrites it");
    }

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    // The head, and the two sections that a reader should see first: the rest is cut at a section's end.
    private static string Shortened(string[] lines)
    {
        var kept = new StringBuilder();
        foreach (string line in lines.TakeWhile(l => !l.StartsWith("HANDS", StringComparison.Ordinal)))
        {
            kept.Append(line).Append('\n');
        }
        return kept.Append("...\n").ToString();
    }

    private static string Text(string document) => File.ReadAllText(Repository.At(document.Split('/'))).ReplaceLineEndings("\n");

    private static IEnumerable<string> Commands(string text) => Command().Matches(text).Select(m => m.Groups[1].Value.Trim());

    // A case that the reader would make, is made here; the other commands then find it.
    private string[] Arguments(string command) =>
        [.. Word().Matches(command).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Value).Select(w => w == "my-case" ? Path.Combine(_scratch, "my-case") : w)];

    [GeneratedRegex(@"^ {4}(?:\$ )?(?:\./)?fulcrum (.*?)(?:\s+#.*)?$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^```(?:text)?\n\$ \./fulcrum (.*)\n((?:(?!```).*\n)*)```", RegexOptions.Multiline)]
    private static partial Regex ShownOutput();

    [GeneratedRegex("\"([^\"]*)\"|\\S+")]
    private static partial Regex Word();
}
