using System.Diagnostics;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>A review that is stopped in the middle, by Ctrl-C and by force.</summary>
public sealed class ReviewStopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    [Fact]
    public async Task Review_stopped_by_ctrl_c_keeps_every_decision_and_the_next_one_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by number.");
        string folder = CaseWithProposals();
        int all = Open(folder);

        (int exit, string output) = await StopAsync(folder, "a\nr\n", FulcrumProcess.Interrupt);

        exit.ShouldBe(0);
        output.ShouldContain("stopped: every decision is kept");
        output.ShouldContain($"1 accepted, 1 rejected, {all - 2} open");
        Decisions(folder).ShouldBe(["begun", "accepted", "rejected"]);
        FulcrumProcess.Run("check", folder).ExitCode.ShouldBe(0);
        FulcrumProcess.Answer("a\n", "review", folder).Output.ShouldContain($"2 accepted, 1 rejected, {all - 3} open");
    }

    [Fact]
    public async Task Review_killed_keeps_every_decision_and_the_next_one_goes_on()
    {
        string folder = CaseWithProposals();
        int all = Open(folder);

        await StopAsync(folder, "r\na\n", process => process.Kill());

        Decisions(folder).ShouldBe(["rejected", "begun", "accepted"]);
        FulcrumProcess.Run("check", folder).ExitCode.ShouldBe(0);
        FulcrumProcess.Answer("u\n", "review", folder).Output.ShouldContain($"0 accepted, 1 rejected, {all - 1} open");
    }

    [Fact]
    public async Task Edit_stopped_between_two_questions_accepts_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by number.");
        string folder = CaseWithProposals();
        int all = Open(folder);

        (_, string output) = await StopAsync(folder, "e\n\n", FulcrumProcess.Interrupt, until: "target [");

        output.ShouldContain($"0 accepted, 0 rejected, {all} open");
        File.Exists(Path.Combine(folder, "decisions.jsonl")).ShouldBeFalse();
    }

    [Fact]
    public void Last_decision_of_a_review_can_be_taken_back_at_its_end()
    {
        string folder = CaseWithProposals();
        int all = Open(folder);
        string rejectAll = string.Concat(Enumerable.Repeat("r\n", all));

        Outcome review = FulcrumProcess.Answer($"{rejectAll}u\na\nq\n", "review", folder);

        review.Output.ShouldContain("[u]ndo the last decision");
        review.OutputLines.Last().ShouldBe($"1 accepted, {all - 1} rejected, 0 open");
    }

    // Types these lines, waits until the program asks again, and stops it while it waits for a key.
    private static async Task<(int Exit, string Output)> StopAsync(string folder, string typed, Action<Process> stop, string? until = null)
    {
        using Process process = FulcrumProcess.Start(["review", folder]);
        using var patience = new CancellationTokenSource(Patience);
        await process.StandardInput.WriteAsync(typed);
        await process.StandardInput.FlushAsync(patience.Token);
        var output = new System.Text.StringBuilder();
        var buffer = new char[4096];
        int questions = typed.Split('\n').Length;
        while (until is null ? output.ToString().Split("[q]uit").Length - 1 < questions : !output.ToString().Contains(until, StringComparison.Ordinal))
        {
            int read = await process.StandardOutput.ReadAsync(buffer, patience.Token);
            read.ShouldBePositive(output.ToString());
            output.Append(buffer, 0, read);
        }
        stop(process);
        output.Append(await process.StandardOutput.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, output.ToString());
    }

    private static int Open(string folder)
    {
        string last = FulcrumProcess.Answer("q\n", "review", folder).OutputLines.Last();
        return int.Parse(last.Split(' ')[^2], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string[] Decisions(string folder) =>
        [.. File.ReadAllLines(Path.Combine(folder, "decisions.jsonl")).Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("decision").GetString()!)];

    private static string CaseWithProposals()
    {
        string folder = TemporaryFolders.New(), article = Path.Combine(folder, "lake.txt");
        File.WriteAllText(Path.Combine(folder, "case.yaml"), "fulcrum: 1\ncase: Lake\nstarts: 2031-01-01\nas-of: 2031-06-01\nparties:\n  kenya: {role: principal}\n  uganda: {role: principal}\n");
        File.WriteAllText(article, "Kenya demanded on Monday that Uganda open the border. Uganda rejected the demand. Kenya threatened to suspend aid to Uganda. Uganda offered Kenya a share of the dam. Kenya rejected the offer from Uganda.\n");
        Outcome read = FulcrumProcess.Run("read", article, "--published", "2031-05-14", "--case", folder);
        read.ExitCode.ShouldBe(0, read.Error);
        return folder;
    }
}
