using System.CommandLine;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Commands;

internal static class SensitivityCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        string[] names = [.. Enum.GetNames<SensitivityMethod>().Select(n => n.ToLowerInvariant())];
        var method = new Option<string>("--method") { HelpName = "M", Description = $"one of {string.Join(", ", names)} (default sobol)", DefaultValueFactory = _ => names[0] };
        method.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !names.Contains(result.Tokens[0].Value))
            {
                result.AddError($"--method takes {string.Join(", ", names)}, not '{result.Tokens[0].Value}'");
            }
        });
        var verdict = new Option<string?>("--verdict") { HelpName = "V", Description = "a statement: its id in the case, or e.g. 'hand.north >= 40'" };
        var number = new Option<string?>("--number") { HelpName = "EXPR", Description = "a result instead (sobol and tornado)" };
        var rows = new Option<int>("--rows")
        {
            HelpName = "N", Description = "rows of the Sobol samples (default 64)", DefaultValueFactory = _ => new SensitivityRequest().Rows, CustomParser = r => CommonOptions.Whole(r, "--rows", 2, 10_000_000),
        };
        var single = new Option<bool>("--single") { Description = "every number by itself, not by lever, view, course and move" };
        var verb = new Verb("sensitivity", "on which assumptions an answer hangs")
        {
            Explanation = "Tells on which assumptions a statement or a number hangs: shares of its variance (sobol), one number at a time (tornado), where a number turns the statement "
                + "(threshold), the box in which it fails (prim), what knowing an assumption would be worth (evpi).",
            Examples =
            [
                ("fulcrum sensitivity cases/ukraine-2025 --number hand.ukraine", "which assumptions move it"),
                ("fulcrum sensitivity cases/ukraine-2025 --method threshold --verdict 'lost.ukraine >= 8'", "which number turns it, and where"),
            ],
        };
        verb.Add(common.Case);
        verb.Add(method);
        verb.Add(verdict);
        verb.Add(number);
        verb.Add(rows);
        verb.Add(single);
        common.AddTo(verb);
        verb.Validators.Add(result =>
        {
            if (result.GetResult(verdict) is not null && result.GetResult(number) is not null)
            {
                result.AddError("give --verdict or --number, not both: one question at a time");
            }
        });
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(
            terminal, parsed.GetValue(common.Case)!, parsed.GetValue(common.Json),
            new SensitivityRequest
            {
                Options = common.Options(parsed), Method = Enum.Parse<SensitivityMethod>(parsed.GetValue(method)!, ignoreCase: true), Verdict = parsed.GetValue(verdict),
                Number = parsed.GetValue(number), Rows = parsed.GetValue(rows), Single = parsed.GetValue(single),
            },
            cancellation)));
        return verb;
    }

    private static int Run(Terminal terminal, string folder, bool json, SensitivityRequest request, CancellationToken cancellation)
    {
        var asking = new WorkbenchSensitivity(Workbench.Open(folder));
        Answer<SensitivityAnswer> answer = WorkProgress.Show(terminal, "drawing", progress => asking.Ask(request, progress, cancellation));
        return Answering.Give(
            terminal, answer, json,
            found => Document.Text(SensitivityDocument.Of(found), DocumentContext.Default.SensitivityDocument),
            found => SensitivityPage.Of(found, terminal.Width));
    }
}
