using System.CommandLine;
using System.CommandLine.Parsing;
using Fulcrum.Cases;
using Fulcrum.Cli.Pages;
using Fulcrum.Reading;
using Fulcrum.Reading.Chat;
using Fulcrum.Reading.Intake;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Cli.Commands;

internal static class ReadCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var files = new Argument<string[]>("FILES") { Description = "articles (txt, md, html, pdf, jsonl) or folders of them", Arity = ArgumentArity.OneOrMore };
        var @case = new Option<string?>("--case") { HelpName = "CASE", Description = "the case whose parties and issues the proposals speak of" };
        var published = new Option<DateOnly?>("--published")
        {
            HelpName = "DATE", Description = "date of articles that show none; written 2025-03-24", CustomParser = CommonOptions.DateOf("--published"),
        };
        var words = new Option<string?>("--words") { HelpName = "FILE", Description = "your own lines for the list of words that make a move" };
        var output = new Option<string?>("--proposals") { HelpName = "FILE", Description = "where to keep the proposals (default with --case: proposals.jsonl in the case)" };
        var model = new Option<string?>("--model") { HelpName = "NAME", Description = "a language model that may add proposals; needs --endpoint" };
        var endpoint = new Option<Uri?>("--endpoint")
        {
            HelpName = "URL", Description = "its address, OpenAI protocol; the key is taken from FULCRUM_MODEL_KEY", CustomParser = Address,
        };
        var verb = new Verb("read", "a proposed ledger and the lineage of sources from articles")
        {
            Explanation = "Reads news, opinion and official texts and proposes moves: who did what to whom, when, according to whom, in which sentence. "
                + "Says which sources rewrite which. Nothing enters a case by this: 'fulcrum review' does that, with a person's consent.",
            Examples =
            [
                ("fulcrum read ~/articles", "all articles of a folder, with the shipped list of states and bodies"),
                ("fulcrum read ~/articles --case cases/ukraine-2025", "with the case's own parties; proposals are kept for 'fulcrum review'"),
                ("fulcrum read statement.txt --published 2025-03-24", "so that 'on Tuesday' has a date"),
            ],
        };
        verb.Add(files);
        verb.Add(@case);
        verb.Add(published);
        verb.Add(words);
        verb.Add(output);
        verb.Add(model);
        verb.Add(endpoint);
        verb.Add(common.Json);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(model) is null != result.GetValue(endpoint) is null)
            {
                result.AddError("--model and --endpoint go together");
            }
        });
        verb.SetAction((parsed, cancellation) => RunAsync(
            terminal, new Request(parsed.GetValue(files) ?? [], parsed.GetValue(@case), parsed.GetValue(published), parsed.GetValue(words), parsed.GetValue(output), parsed.GetValue(model), parsed.GetValue(endpoint), parsed.GetValue(common.Json)), cancellation));
        return verb;
    }

    private sealed record Request(string[] Files, string? Folder, DateOnly? Published, string? WordFile, string? Output, string? Model, Uri? Endpoint, bool Json);

    private static async Task<int> RunAsync(Terminal terminal, Request request, CancellationToken cancellation)
    {
        Case? @case = null;
        if (request.Folder is not null)
        {
            CaseReadResult read = Workbench.Open(request.Folder).Read(CaseRequest.Base);
            if (read.Case is null)
            {
                return Answering.Refuse(terminal, read.Problems, request.Json);
            }
            @case = read.Case;
        }
        if (request.WordFile is { } missing && !File.Exists(missing))
        {
            return Answering.Refuse(terminal, [ReadingProblems.Missing(missing)], request.Json);
        }
        (string, IReadOnlyList<string>)? words = request.WordFile is { } file ? (file, await File.ReadAllLinesAsync(file, cancellation).ConfigureAwait(false)) : null;
        ReadingResult result = ArticleReader.Read(request.Files, new ReadingOptions(@case, request.Published, words), cancellation);
        if (request is { Model: { } name, Endpoint: { } endpoint })
        {
            result = await WithModelAsync(terminal, result, @case, name, endpoint, cancellation).ConfigureAwait(false);
        }
        return Answer(terminal, request, result);
    }

    private static int Answer(Terminal terminal, Request request, ReadingResult result)
    {
        string? proposals = request.Output ?? (request.Folder is null ? null : Path.Combine(request.Folder, ProposalsFile.Name));
        bool lost = proposals is not null && !Saving.Told(terminal, proposals, ProposalsFile.Write(proposals, result));
        proposals = lost ? null : proposals;
        terminal.Output.Write(request.Json ? ReadingJson.From(result).Write() + "\n" : ReadPage.Of(result, proposals, terminal.Width).ToText(terminal.Colour));
        terminal.Error.Write(ProblemsPage.Of(result.Problems, terminal.Width).ToText(terminal.ErrorColour));
        return lost ? ExitCode.Failed : result.Problems.Any(p => p.Severity == Severity.Error) ? ExitCode.Problems : ExitCode.Done;
    }

    private static async Task<ReadingResult> WithModelAsync(Terminal terminal, ReadingResult result, Case? @case, string name, Uri endpoint, CancellationToken cancellation)
    {
        using var model = new OpenAiChat(endpoint, name, Environment.GetEnvironmentVariable("FULCRUM_MODEL_KEY"), TimeSpan.FromMinutes(5));
        ModelProposals more = await ModelReader.AddAsync(model, result, @case, cancellation).ConfigureAwait(false);
        int dropped = more.Dropped.Values.Sum();
        await terminal.Error.WriteLineAsync($"fulcrum: the language model added {more.Added.Count} proposals; {dropped} were dropped{(dropped > 0 ? $" ({string.Join(", ", more.Dropped.Select(d => $"{d.Key}: {d.Value}"))})" : "")}").ConfigureAwait(false);
        return result with { Moves = [.. result.Moves, .. more.Added], Problems = [.. result.Problems, .. more.Problems] };
    }

    private static Uri? Address(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
        {
            return address;
        }
        result.AddError($"--endpoint takes an address such as http://localhost:11434/v1, not '{text}'");
        return null;
    }
}
