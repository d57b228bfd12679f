using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Studies.Seals;

namespace Fulcrum.Cli.Commands;

/// <summary>'seal CASE' fixes predictions; 'seal outcome' enters what came; 'seal score' scores.</summary>
internal static class SealCommand
{
    public static Verb Create(Terminal terminal)
    {
        var asked = new StudyArguments(draws: 1000, most: int.MaxValue / 2);
        var claims = new Option<string[]>("--claim") { HelpName = "ID=P:WORDS", Description = "a prediction of your own: ceasefire=0.3:a ceasefire by June; may be repeated" };
        claims.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(t => ClaimOf(t.Value) is null))
            {
                result.AddError($"--claim takes id=chance:words with a chance between 0 and 1, not '{token.Value}'");
            }
        });
        var verb = new Verb("seal", "predictions fixed before the outcome, scored after it")
        {
            Explanation = "Writes down predictions before the outcome is known: today's date, the hash of the case, with which chance its statements hold (--verdict; by default all that the case names), "
                + "within which ranges its results lie (--measure), and predictions of your own (--claim). Later 'seal outcome' enters what happened, and 'seal score' says how good they were.",
            Examples =
            [
                ("fulcrum seal cases/ukraine-2025 --verdict zone -o march.seal", "fix a prediction"),
                ("fulcrum seal outcome march.seal v1=yes", "what came of it"),
                ("fulcrum seal score march.seal", "how good it was"),
            ],
        };
        verb.Add(claims);
        asked.AddTo(verb, "FILE", "the file to write; it must not exist");
        verb.Add(Outcome(terminal));
        verb.Add(Score(terminal));
        verb.SetAction((parsed, cancellation) => Task.FromResult(Make(terminal, asked, parsed, [.. (parsed.GetValue(claims) ?? []).Select(c => ClaimOf(c)!)], cancellation)));
        return verb;
    }

    private static int Make(Terminal terminal, StudyArguments asked, ParseResult parsed, SealedChance[] claims, CancellationToken cancellation)
    {
        string file = parsed.GetValue(asked.Output)!;
        if (parsed.GetValue(asked.Case) is not { } folder || File.Exists(file))
        {
            terminal.Error.WriteLine(File.Exists(file) ? $"fulcrum: {file} exists; a seal is never written over" : "fulcrum: CASE is missing");
            return ExitCode.WrongUsage;
        }
        var request = new SealRequest { Study = asked.Request(parsed), Own = claims };
        Answer<Seal> answer = WorkProgress.Show(terminal, "drawing", progress => WorkbenchSeal.Make(Workbench.Open(folder), request, progress, cancellation));
        if (answer.Value is { } seal && SealFile.Write(file, seal) is { } notSaved)
        {
            return Answering.Refuse(terminal, [notSaved], parsed.GetValue(asked.Json));
        }
        return Answering.Give(
            terminal, answer, parsed.GetValue(asked.Json),
            s => Document.Text(SealDocument.Of(s, null), DocumentContext.Default.SealDocument), s => SealPage.Of(s, null, terminal.Width));
    }

    private static Verb Outcome(Terminal terminal)
    {
        Argument<string> file = CommonOptions.Folder("FILE", "the seal");
        var values = new Argument<string[]>("ID=VALUE") { Description = "yes, no or a number", Arity = ArgumentArity.OneOrMore };
        var on = new Option<DateOnly?>("--on") { HelpName = "DATE", Description = "the day on which it was so (default today)", CustomParser = CommonOptions.DateOf("--on") };
        var verb = new Verb("outcome", "what came of sealed predictions") { Explanation = "Enters outcomes beside a seal, in FILE.outcomes. A later outcome of the same prediction replaces the earlier one in the score; none is deleted." };
        verb.Add(file);
        verb.Add(values);
        verb.Add(on);
        verb.SetAction(parsed => Enter(terminal, parsed.GetValue(file)!, parsed.GetValue(values)!, parsed.GetValue(on) ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));
        return verb;
    }

    private static int Enter(Terminal terminal, string file, string[] values, DateOnly on)
    {
        (Seal? seal, CaseProblem? refused) = SealFile.Read(file);
        if (seal is null)
        {
            return Answering.Refuse(terminal, [refused!], json: false);
        }
        (int count, IReadOnlyList<CaseProblem> problems) = SealFile.Enter(file, seal, values, on);
        if (problems.Count > 0)
        {
            return Answering.Refuse(terminal, problems, json: false);
        }
        terminal.Output.WriteLine($"{file}{SealFile.OutcomesSuffix}: {count} outcomes");
        return ExitCode.Done;
    }

    private static Verb Score(Terminal terminal)
    {
        Argument<string> file = CommonOptions.Folder("FILE", "the seal");
        var json = new Option<bool>("--json") { Description = "print one JSON document instead of the page" };
        var verb = new Verb("score", "how good sealed predictions were") { Explanation = "Scores a seal by its outcomes: Brier and log scores of the chances, how many numbers fell into their ranges. Retrodictions are labelled and left out of the means." };
        verb.Add(file);
        verb.Add(json);
        verb.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            (Seal? seal, CaseProblem? refused) = SealFile.Read(path);
            (IReadOnlyList<SealOutcome> outcomes, IReadOnlyList<CaseProblem> problems) = seal is null ? ([], [refused!]) : SealFile.Outcomes(path, seal);
            if (seal is null || problems.Count > 0)
            {
                return Answering.Refuse(terminal, problems, parsed.GetValue(json));
            }
            SealScore score = SealScore.Of(seal, outcomes);
            terminal.Output.Write(parsed.GetValue(json)
                ? Document.Text(SealDocument.Of(seal, score), DocumentContext.Default.SealDocument) : SealPage.Of(seal, score, terminal.Width).ToText(terminal.Colour));
            return ExitCode.Done;
        });
        return verb;
    }

    private static SealedChance? ClaimOf(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal), colon = text.IndexOf(':', StringComparison.Ordinal);
        return equals > 0 && colon > equals && !text[..equals].Any(char.IsWhiteSpace)
            && double.TryParse(text[(equals + 1)..colon], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double chance) && chance is > 0 and < 1
            ? new SealedChance(text[..equals], chance, text[(colon + 1)..].ReplaceLineEndings(" ").Trim()) : null;
    }
}
