using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Findings;
using Fulcrum.Studies.Shards;

namespace Fulcrum.Cli.Commands;

internal static class StudyCommand
{
    public static Verb Create(Terminal terminal)
    {
        var asked = new StudyArguments();
        var shard = new Option<(int Number, int Of)>("--shard")
        {
            HelpName = "I/N", Description = "only part I of N, counted from 1 (default 1/1); goes on where it stopped", CustomParser = ShardOf, DefaultValueFactory = _ => (1, 1),
        };
        var verb = new Verb("study", "many draws, in parts, on one machine or many")
        {
            Explanation = "Millions of draws, shared out in parts ('shards') over one machine or many. Only counts are kept, one file for each part, so that the number of draws is limited by time alone. "
                + "A part that was stopped goes on where it was; 'study merge' adds the parts up, to the same bits for any number of parts and processors.",
            Examples =
            [
                ("fulcrum study cases/ukraine-2025 --draws 100000 -o study", "all of it here"),
                ("fulcrum study cases/ukraine-2025 --draws 100000 --shard 3/8 -o study", "the third of eight parts"),
                ("fulcrum study merge study", "what they found together"),
            ],
        };
        verb.Add(shard);
        asked.AddTo(verb);
        verb.Add(StudyMergeCommand.Create(terminal));
        verb.Add(StudyMergeCommand.CreateStatus(terminal));
        verb.Add(StudySubmitCommand.Create(terminal));
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, asked, parsed, parsed.GetValue(shard), cancellation)));
        return verb;
    }

    private static int Run(Terminal terminal, StudyArguments asked, ParseResult parsed, (int Number, int Of) shard, CancellationToken cancellation)
    {
        if (parsed.GetValue(asked.Case) is not { } folder)
        {
            terminal.Error.WriteLine("fulcrum: CASE is missing");
            return ExitCode.WrongUsage;
        }
        string output = parsed.GetValue(asked.Output)!;
        bool json = parsed.GetValue(asked.Json);
        var study = new ShardedStudy(Workbench.Open(folder));
        Answer<Shard> answer = WorkProgress.Show(
            terminal, "drawing", progress => study.Run(asked.Request(parsed), output, shard.Number, shard.Of, progress, cancellation));
        if (answer.Value is { Finished: true } && shard.Of == 1)
        {
            return StudyMergeCommand.Merge(terminal, output, json);
        }
        return Answering.Give(
            terminal, answer, json,
            done => Document.Text(ShardDocument.From(done), DocumentContext.Default.ShardDocument),
            done => StudyPage.Of(done, output, terminal.Width),
            done => !done.Finished);
    }

    private static (int, int) ShardOf(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        string[] parts = text.Split('/');
        if (parts.Length == 2 && int.TryParse(parts[0], out int number) && int.TryParse(parts[1], out int of) && number >= 1 && number <= of && of <= StudyArguments.MostShards)
        {
            return (number, of);
        }
        result.AddError($"--shard takes part/parts, such as 3/8, not '{text}'");
        return (1, 1);
    }
}

/// <summary>What a study is asked, spelled once for the verbs that start one.</summary>
internal sealed class StudyArguments
{
    /// <summary>Draws of a study where none are asked for.</summary>
    public const int UsualDraws = 10_000;

    public const int MostShards = 100_000;

    /// <summary>More than any cluster gets through; sums of as many stay exact.</summary>
    private const long MostDraws = 1_000_000_000_000;
    private readonly CommonOptions _common = new();

    /// <param name="draws">Draws where none are asked for.</param>
    /// <param name="most">Most draws; those of a seal or a package are all worked off at once.</param>
    public StudyArguments(int draws = UsualDraws, long most = MostDraws)
    {
        Draws = new Option<long>("--draws")
        {
            HelpName = "N", Description = string.Create(CultureInfo.InvariantCulture, $"how often the uncertain numbers are drawn (default {draws})"), DefaultValueFactory = _ => draws,
            CustomParser = r => DrawsOf(r, most),
        };
        Case.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
            {
                result.AddError("CASE is empty");
            }
        });
    }

    // Not required by the parser, which would ask it of 'study merge' too.
    public Argument<string?> Case { get; } = new("CASE") { Description = "the case folder", Arity = ArgumentArity.ZeroOrOne };

    public Option<string> Output { get; } = new("-o", "--output") { Required = true };

    public Option<bool> Json => _common.Json;

    private Option<long> Draws { get; }

    private Option<string[]> Measures { get; } = new("--measure")
    {
        HelpName = "NAME", Description = "a result to count (hand.russia, zone@2025-02-01); may be repeated; default all of today but leverages",
    };

    private Option<string[]> Verdicts { get; } = CommonOptions.VerdictsOption();

    private Option<double> SaveEvery { get; } = new("--save-every")
    {
        HelpName = "S", Description = "seconds of work between two savings (default 2)", DefaultValueFactory = _ => new StudyRequest().BetweenSaves.TotalSeconds, CustomParser = Seconds,
    };

    public void AddTo(Command verb, string output = "DIR", string outputIs = "the study's folder")
    {
        (Output.HelpName, Output.Description) = (output, outputIs);
        verb.Add(Case);
        verb.Add(Output);
        verb.Add(Draws);
        verb.Add(_common.Reading);
        verb.Add(Measures);
        verb.Add(Verdicts);
        verb.Add(_common.AsOf);
        verb.Add(_common.Seed);
        verb.Add(_common.Threads);
        verb.Add(SaveEvery);
        verb.Add(Json);
    }

    public StudyRequest Request(ParseResult parsed) => new()
    {
        Options = _common.Options(parsed) with { Draws = (int)Math.Min(int.MaxValue, parsed.GetValue(Draws)) },
        Draws = parsed.GetValue(Draws),
        Measures = parsed.GetValue(Measures) ?? [],
        Verdicts = parsed.GetValue(Verdicts) ?? [],
        BetweenSaves = TimeSpan.FromSeconds(parsed.GetValue(SaveEvery)),
    };

    private static long DrawsOf(ArgumentResult result, long most)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && value >= 1 && value <= most)
        {
            return value;
        }
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"--draws takes a whole number from 1 to {most}, not '{text}'"));
        return 1;
    }

    private static double Seconds(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value <= 86_400)
        {
            return value;
        }
        result.AddError($"--save-every takes seconds, not '{text}'");
        return 2;
    }

    /// <summary>The options that were given, as words of a command line for another process; without folder, shard and output.</summary>
    public IEnumerable<string> Repeated(ParseResult parsed)
    {
        foreach (Option option in new Option[] { Draws, _common.Reading, Measures, Verdicts, _common.AsOf, _common.Seed, _common.Threads, SaveEvery })
        {
            foreach (Token token in parsed.GetResult(option) is { Implicit: false } given ? given.Tokens : [])
            {
                // One word, so that a value that begins with a dash is none of its own.
                yield return $"{option.Name}={token.Value}";
            }
        }
    }
}
