using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Fulcrum.Cases;

namespace Fulcrum.Cli.Commands;

/// <summary>The arguments and options that several verbs share, spelled and explained once.</summary>
/// <param name="draws">Draws where none are asked for; null for those of an analysis.</param>
internal sealed class CommonOptions(int? draws = null)
{
    private const int MostDraws = 10_000_000;

    public Argument<string> Case { get; } = Folder("CASE", "the case folder");

    public Option<string?> Reading { get; } = new("--reading") { HelpName = "NAME", Description = "analyse one expert's reading instead of the base case" };

    public Option<int> Draws { get; } = DrawsOption(draws ?? new AnalyzeOptions().Draws);

    public Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        HelpName = "DATE", Description = "leave out later moves; written 2025-03-24", CustomParser = DateOf("--as-of"),
    };

    public Option<ulong> Seed { get; } = new("--seed")
    {
        HelpName = "N", Description = "start of the random draws; same seed, same answer (default 1)", DefaultValueFactory = _ => new AnalyzeOptions().Seed,
        CustomParser = r => SeedNumber(r),
    };

    public Option<int> Threads { get; } = new("--threads")
    {
        HelpName = "N", Description = "processors to use (default all); changes no result", CustomParser = r => Whole(r, "--threads", 1, 1024),
    };

    public Option<bool> Json { get; } = new("--json") { Description = "print one JSON document instead of the page" };

    public AnalyzeOptions Options(ParseResult parsed, bool withReading = true) => new()
    {
        Request = new CaseRequest(withReading ? ReadingCalled(parsed.GetValue(Reading)) : null, []),
        Draws = parsed.GetValue(Draws),
        Seed = parsed.GetValue(Seed),
        AsOf = parsed.GetValue(AsOf),
        Threads = parsed.GetValue(Threads),
    };

    /// <summary>The case as it is or under a reading, for verbs that draw nothing.</summary>
    public CaseRequest Request(ParseResult parsed) => new(ReadingCalled(parsed.GetValue(Reading)), []);

    public Workbench Open(ParseResult parsed) => Workbench.Open(parsed.GetValue(Case)!);

    public void AddTo(Command command, bool withReading = true)
    {
        if (withReading)
        {
            command.Add(Reading);
        }
        command.Add(Draws);
        command.Add(AsOf);
        command.Add(Seed);
        command.Add(Threads);
        command.Add(Json);
    }

    /// <summary>The case, an id, and those options that decide what the id stands for, as a user would type them again.</summary>
    public string Repeat(ParseResult parsed, string id)
    {
        var words = new List<string> { Quoted(parsed.GetValue(Case)!), id };
        foreach (Option option in new Option[] { Reading, Draws, AsOf, Seed })
        {
            if (parsed.GetResult(option) is { Implicit: false, Tokens: [var token, ..] })
            {
                words.Add($"{option.Name} {Quoted(token.Value)}");
            }
        }
        return string.Join(' ', words);
    }

    // As a shell takes it for one word and for nothing but a word.
    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || "-_./\\:,=+@%".Contains(c, StringComparison.Ordinal)) ? word
            : OperatingSystem.IsWindows() ? $"\"{word}\"" : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>'base' and nothing at all mean the base case.</summary>
    public static ReadingId? ReadingCalled(string? name) => name is null or "base" ? null : new ReadingId(name);

    /// <summary>An argument that names a folder; nothing at all is no name.</summary>
    public static Argument<string> Folder(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value) || t.Value.Contains('\0', StringComparison.Ordinal)))
            {
                result.AddError($"{name} is empty");
            }
        });
        return argument;
    }

    public static Option<int> DrawsOption(int usual, int most = MostDraws) => new("--draws")
    {
        HelpName = "N", Description = string.Create(CultureInfo.InvariantCulture, $"how often the uncertain numbers are drawn (default {usual})"), DefaultValueFactory = _ => usual,
        CustomParser = r => Whole(r, "--draws", 1, most),
    };

    public static Option<string[]> VerdictsOption() => new("--verdict")
    {
        HelpName = "V", Description = "a statement: its id in the case, or e.g. 'cost.MOVE.PARTY >= 1'; may be repeated",
    };

    /// <summary>Reads a share between 0 and 1, both excluded.</summary>
    public static double Share(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value is > 0 and < 1)
        {
            return value;
        }
        result.AddError($"{((OptionResult)result.Parent!).Option.Name} takes a number between 0 and 1, not '{text}'");
        return 0.5;
    }

    public static int Whole(ArgumentResult result, string option, int least, int most)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most)
        {
            return value;
        }
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option} takes a whole number from {least} to {most}, not '{text}'"));
        return least;
    }

    private static ulong SeedNumber(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (!ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value))
        {
            result.AddError($"--seed takes a whole number, 0 or more, not '{text}'");
        }
        return value;
    }

    /// <summary>Reads the date of an option, which the message names.</summary>
    public static Func<ArgumentResult, DateOnly?> DateOf(string option) => result => Date(result, option);

    private static DateOnly? Date(ArgumentResult result, string option)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }
        result.AddError($"{option} takes a date such as 2025-03-24, not '{text}'");
        return null;
    }
}
