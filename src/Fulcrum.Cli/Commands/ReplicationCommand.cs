using System.CommandLine;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

/// <summary>'export replication CASE' packs a case with its numbers; 'verify FILE' works them out again.</summary>
internal static class ReplicationCommand
{
    private const int UsualDraws = 500;

    public static Verb CreateExport(Terminal terminal)
    {
        var asked = new StudyArguments(UsualDraws, int.MaxValue / 2);
        var verb = new Verb("replication", "a package from which others can work out the same numbers")
        {
            Explanation = "Writes one zip with the case's files, seed, settings, version, every draw as CSV and what was counted. Another machine computes it again with 'fulcrum verify FILE.zip'. "
                + "Texts of sources are not in it.",
            Examples = [("fulcrum export replication cases/ukraine-2025 -o ukraine.zip", "500 draws of all results")],
        };
        asked.AddTo(verb, "FILE.zip", "the package to write");
        verb.SetAction((parsed, cancellation) => Task.FromResult(Export(terminal, asked, parsed, cancellation)));
        return verb;
    }

    public static Verb CreateVerify(Terminal terminal)
    {
        Argument<string> file = CommonOptions.Folder("FILE.zip", "a package of 'export replication'");
        var common = new CommonOptions();
        var verb = new Verb("verify", "computes a replication package again and compares")
        {
            Explanation = "Computes every draw of a package again and compares each number. Exit code 0 when all are the same, 1 when any differs.",
            Examples = [("fulcrum verify ukraine.zip", "does this machine get the same?")],
        };
        verb.Add(file);
        verb.Add(common.Threads);
        verb.Add(common.Json);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Verify(terminal, parsed.GetValue(file)!, parsed.GetValue(common.Threads), parsed.GetValue(common.Json), cancellation)));
        return verb;
    }

    private static int Export(Terminal terminal, StudyArguments asked, ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(asked.Case) is not { } folder)
        {
            terminal.Error.WriteLine("fulcrum: CASE is missing");
            return ExitCode.WrongUsage;
        }
        bool json = parsed.GetValue(asked.Json);
        Answer<byte[]> answer = WorkProgress.Show(
            terminal, "drawing", progress => WorkbenchReplication.Export(Workbench.Open(folder), asked.Request(parsed), progress, cancellation));
        if (answer.Value is not { } package)
        {
            return Answering.Refuse(terminal, answer.Problems, json);
        }
        string file = parsed.GetValue(asked.Output)!;
        if (!Saving.Save(terminal, file, package))
        {
            return ExitCode.Failed;
        }
        terminal.Output.Write(json
            ? Document.Text(new NewDocument(Path.GetDirectoryName(Path.GetFullPath(file))!, [Path.GetFileName(file)]), DocumentContext.Default.NewDocument)
            : $"{file}: {package.Length / 1024} kB; 'fulcrum verify {file}' computes it again\n");
        return ExitCode.Done;
    }

    private static int Verify(Terminal terminal, string file, int threads, bool json, CancellationToken cancellation)
    {
        Answer<ReplicationAnswer> answer = WorkProgress.Show(terminal, "drawing", progress => WorkbenchReplication.VerifyFile(file, threads, progress, cancellation));
        int code = Answering.Give(terminal, answer, json, a => Document.Text(a, DocumentContext.Default.ReplicationAnswer), a => PageOf(a, terminal.Width));
        return code == ExitCode.Done && !answer.Value!.Same ? ExitCode.Problems : code;
    }

    private static Page PageOf(ReplicationAnswer answer, int width)
    {
        var page = new Page(width);
        page.Line(new Piece(answer.Title, Ink.Strong));
        page.Paragraph(answer.Same ? $"All {answer.Draws} draws and all counts are the same to the last bit." : "Not the same:", ink: answer.Same ? Ink.Accent : Ink.Caution);
        foreach (string difference in answer.Differences)
        {
            page.Paragraph(difference, indent: 2, hanging: 4);
        }
        page.Paragraph($"Written by fulcrum {answer.Version}, computed again by fulcrum {answer.Here}.", ink: Ink.Faint);
        return page;
    }
}
