using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli;

/// <summary>The help of the program and of each verb: what it does, how it is used, examples.</summary>
internal static partial class HelpPage
{
    public static readonly Option<bool> Option = new("--help", "-h", "-?") { Description = "show this help", Recursive = true };

    public static bool Asked(ParseResult parsed) => parsed.GetValue(Option);

    public static string Of(Command command, int width)
    {
        var page = new Page(width);
        page.Paragraph(command is Verb { Explanation.Length: > 0 } verb ? verb.Explanation : command.Description ?? "");
        page.Blank();
        page.Line($"usage: {Usage(command)}");
        int left = command.Subcommands.Count == 0 ? 0 : command.Subcommands.Max(c => c.Name.Length) + 2;
        foreach (IGrouping<string, Command> group in command.Subcommands.Where(c => !c.Hidden).GroupBy(c => c is Verb { Group.Length: > 0 } v ? v.Group : "commands"))
        {
            Rows(page, group.Key, group.Select(c => (c.Name.PadRight(left - 2), c.Description ?? "")));
        }
        Rows(page, "arguments", command.Arguments.Select(a => (a.Name, a.Description ?? "")));
        Rows(page, "options", Options(command).Select(o => (Spelled(o), o.Description ?? "")));
        if (command is Verb { Examples.Count: > 0 } shown)
        {
            page.Blank();
            page.Line("examples");
            foreach ((string example, string does) in shown.Examples)
            {
                Example(page, example);
                page.Paragraph(does, indent: 6);
            }
        }
        if (command is RootCommand)
        {
            page.Blank();
            page.Paragraph("CASE is a case folder. Exit codes: 0 done, 1 the input has problems, 2 wrong usage, 3 interrupted or failed. 'fulcrum COMMAND --help' says more.");
        }
        return page.ToText(colour: false);
    }

    public static string Usage(Command command)
    {
        if (command is RootCommand)
        {
            return "fulcrum COMMAND ...";
        }
        IEnumerable<string> arguments = command.Arguments.Select(a => Spelled(command, a));
        IEnumerable<string> needed = command.Options.Where(o => o.Required).Select(Spelled);
        bool more = command.Options.Any(o => !o.Required && !o.Hidden);
        return string.Join(' ', ["fulcrum", .. Path(command), .. arguments, .. needed, .. more ? ["[options]"] : Array.Empty<string>()]);
    }

    // 'study merge' for a verb below another.
    public static IEnumerable<string> Path(Command command) =>
        command.Parents.OfType<Verb>().FirstOrDefault() is { } above ? [.. Path(above), command.Name] : [command.Name];

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(command is RootCommand ? [] : [Option]).Where(o => !o.Hidden);


    // With verbs below it, a verb cannot demand its argument of the parser; it is needed all the same.
    private static string Spelled(Command command, Argument argument)
    {
        string name = argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name} ..." : argument.Name;
        return argument.Arity.MinimumNumberOfValues == 0 && command.Subcommands.Count == 0 ? $"[{name}]" : name;
    }

    private static string Spelled(Option option)
    {
        string names = string.Join(", ", option.Aliases.Where(a => a.Length == 2 && a != "-?").Append(option.Name));
        return option.HelpName is null ? names : $"{names} {option.HelpName}";
    }

    // A command that is too long goes on below, as a shell would take it; nothing between quotes is parted.
    private static void Example(Page page, string example)
    {
        var line = new StringBuilder(" ");
        foreach (Match word in ShellWord().Matches(example))
        {
            if (line.Length + 1 + word.Length > page.Width - 2 && line.ToString().Trim().Length > 0)
            {
                page.Line($"{line} \\");
                line.Clear().Append(' ', 5);
            }
            line.Append(' ').Append(word.Value);
        }
        page.Line(line.ToString());
    }

    private static void Rows(Page page, string title, IEnumerable<(string Left, string Right)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }
        page.Blank();
        page.Line(title);
        int left = Math.Min(24, all.Max(r => r.Left.Length) + 2);
        foreach ((string name, string does) in all)
        {
            page.Paragraph($"{name.PadRight(left)}{does}", indent: 2, hanging: 2 + left);
        }
    }

    [GeneratedRegex(@"(?:'[^']*'|\S)+")]
    private static partial Regex ShellWord();
}
