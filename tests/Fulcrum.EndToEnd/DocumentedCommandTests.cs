using System.Text.RegularExpressions;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>
/// Every command that any page names, in running text too: its verb and its options exist, and those that need neither a file of the reader's nor many draws are run.
/// </summary>
public sealed partial class DocumentedCommandTests
{
    private static readonly string[] Quick = ["check", "coalitions", "divide", "open", "process", "record", "solve"];

    public static TheoryData<string> Pages =>
    [
        .. new[] { "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md" }.Concat(new[] { "docs", "cases" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.md", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Repository.At(), f).Replace('\\', '/')).Order(StringComparer.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_that_a_page_names_exist(string page)
    {
        foreach (string command in Commands(page))
        {
            string[] words = [.. Word().Matches(command).Select(m => m.Value.Trim('\''))];
            string help = Help(words, out int verbs);

            help.ShouldNotBeEmpty($"{page}: '{command}' is no verb");
            foreach (string option in words.Skip(verbs).Where(w => Option().IsMatch(w)).Select(w => w.Split('=')[0]))
            {
                Regex.IsMatch(help, $@"(?m)^  .*(?<![\w-]){option}(?![\w-])").ShouldBeTrue($"{page}: '{command}' has no {option}");
            }
            if (Quick.Contains(words[0]) && words.Length > 1 && words[1].StartsWith("cases/", StringComparison.Ordinal) && Directory.Exists(Repository.At(words[1])) && !command.Contains('.'))
            {
                Outcome outcome = FulcrumProcess.Run(words);
                outcome.ExitCode.ShouldBe(0, $"{page}: {command}\n{outcome.Error}");
            }
        }
    }

    [Fact]
    public void Pages_name_many_commands() => Pages.Select(p => Commands(p.Data).Count()).Sum().ShouldBeGreaterThan(60);

    private static IEnumerable<string> Commands(string page) => Command().Matches(File.ReadAllText(Repository.At(page.Split('/'))).ReplaceLineEndings("\n"))
        .Select(m => (m.Groups[1].Success ? m.Groups[1] : m.Groups[2]).Value.Trim()).Where(c => c.Length > 0).Distinct();

    // 'study merge' is a verb of two words. The help of what is no verb is not asked for.
    private static string Help(string[] words, out int verbs)
    {
        verbs = words is [_, var second, ..] && (words[0], second) is ("study", "merge" or "status" or "submit") or ("seal", "outcome" or "score") or ("export", "replication") ? 2 : 1;
        Outcome outcome = FulcrumProcess.Run([.. words.Take(verbs), "--help"]);
        return outcome.Output.Contains($"usage: fulcrum {string.Join(' ', words.Take(verbs))}", StringComparison.Ordinal) ? outcome.Output : "";
    }

    // Lower-case words only: 'fulcrum CASE' is a pattern, and '-h' or '--version' are no verbs.
    [GeneratedRegex(@"`(?:\./)?fulcrum ([a-z][^`\n]*)`|^ {4}(?:\$ )?(?:\./)?fulcrum ([a-z].*?)(?:\s+#.*)?$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"'[^']*'|""[^""]*""|\S+")]
    private static partial Regex Word();

    [GeneratedRegex("^--?[a-z][a-z-]*(=|$)")]
    private static partial Regex Option();
}
