using System.CommandLine;
using System.Text;
using Fulcrum.Cli.Documents;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Commands;

/// <summary>'study submit': writes the script of an array job and hands it to the queue; only parts that are not finished.</summary>
internal static class StudySubmitCommand
{
    public const string ScriptFile = "submit.sh";

    public static Verb Create(Terminal terminal)
    {
        var asked = new StudyArguments();
        var slurm = new Option<bool>("--slurm") { Description = "as an array job of Slurm (the default and only queue)" };
        var shards = new Option<int>("--shards")
        {
            HelpName = "N", Description = "parts (default 8)", DefaultValueFactory = _ => 8, CustomParser = r => CommonOptions.Whole(r, "--shards", 1, StudyArguments.MostShards),
        };
        var sbatch = new Option<string[]>("--sbatch") { HelpName = "OPTION", Description = "an option for sbatch (--sbatch=--partition=long); may be repeated" };
        var dry = new Option<bool>("--dry-run") { Description = "write the script, submit nothing" };
        var verb = new Verb("submit", "runs the parts of a study on a Slurm cluster")
        {
            Explanation = "Writes DIR/submit.sh, the script of an array job, and submits it. Parts that are finished are left out, so that the same command after a failure runs the failed "
                + "parts alone. The folders of case and study must be the same on every machine.",
            Examples = [("fulcrum study submit cases/ukraine-2025 --draws 100000000 --shards 200 -o /shared/study --slurm", "200 parts")],
        };
        asked.AddTo(verb);
        verb.Add(shards);
        verb.Add(slurm);
        verb.Add(sbatch);
        verb.Add(dry);
        verb.SetAction((parsed, cancellation) => RunAsync(
            terminal, asked, parsed, new Order(parsed.GetValue(shards), parsed.GetValue(sbatch) ?? [], parsed.GetValue(dry)), cancellation));
        return verb;
    }

    private sealed record Order(int Shards, string[] Sbatch, bool Dry);

    private static async Task<int> RunAsync(Terminal terminal, StudyArguments asked, ParseResult parsed, Order order, CancellationToken cancellation)
    {
        if (parsed.GetValue(asked.Case) is not { } folder)
        {
            await terminal.Error.WriteLineAsync("fulcrum: CASE is missing").ConfigureAwait(false);
            return ExitCode.WrongUsage;
        }
        string output = Path.GetFullPath(parsed.GetValue(asked.Output)!);
        Answer<StudyStatus> claimed = new ShardedStudy(Workbench.Open(folder)).Claim(asked.Request(parsed), output);
        if (claimed.Value is not { } status)
        {
            return Answering.Refuse(terminal, claimed.Problems, parsed.GetValue(asked.Json));
        }
        IReadOnlyList<int> left = status.Left(order.Shards);
        string[] words = ["study", Path.GetFullPath(folder), .. asked.Repeated(parsed), "--output", output, "--shard"];
        string script = Path.Combine(output, ScriptFile);
        if (!Saving.Save(terminal, script, Encoding.UTF8.GetBytes(Script(order, output, words, status.Plan.Id))))
        {
            return ExitCode.Failed;
        }
        string? job = null;
        if (left.Count > 0 && !order.Dry)
        {
            (int code, string said, string error) = await Queue.RunAsync("sbatch", ["--parsable", $"--array={Ranges(left)}", script], cancellation).ConfigureAwait(false);
            if (code != 0)
            {
                await terminal.Error.WriteLineAsync($"fulcrum: sbatch failed: {error.Trim()}").ConfigureAwait(false);
                return ExitCode.Failed;
            }
            job = said.Trim().Split(';')[0];
            // The parts are on their way by now: without this file 'study status' only knows less.
            _ = Saving.Save(terminal, Path.Combine(output, Queue.JobFile), Encoding.UTF8.GetBytes(job + "\n"));
        }
        await terminal.Output.WriteAsync(parsed.GetValue(asked.Json)
            ? Document.Text(new SubmitDocument(status.Plan.Id, job, script, left), DocumentContext.Default.SubmitDocument)
            : Said(order, left, job, script)).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static string Said(Order order, IReadOnlyList<int> left, string? job, string script) =>
        left.Count == 0 ? $"all {order.Shards} parts are finished; 'fulcrum study merge' adds them up\n"
        : job is null ? $"{script}: {left.Count} of {order.Shards} parts to run (sbatch --array={Ranges(left)} {SlurmScript.Shown(script)})\n"
        : $"job {job}: {left.Count} of {order.Shards} parts\n";

    private static string Script(Order order, string output, string[] words, string id)
    {
        string program = Environment.ProcessPath ?? "fulcrum";
        // Started through 'dotnet', the program is its first argument.
        string[] command = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, Path.GetFullPath(Environment.GetCommandLineArgs()[0]), .. words] : [program, .. words];
        return new SlurmScript(id, output, command, order.Shards, order.Sbatch).Text(Environment.GetEnvironmentVariable("DOTNET_ROOT"));
    }

    // 1-3,5
    private static string Ranges(IReadOnlyList<int> numbers)
    {
        List<string> ranges = [];
        for (int i = 0; i < numbers.Count;)
        {
            int first = i;
            while (i + 1 < numbers.Count && numbers[i + 1] == numbers[i] + 1)
            {
                i++;
            }
            ranges.Add(first == i ? $"{numbers[i]}" : $"{numbers[first]}-{numbers[i]}");
            i++;
        }
        return string.Join(',', ranges);
    }
}
