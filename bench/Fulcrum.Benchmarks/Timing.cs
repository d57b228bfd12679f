using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Fulcrum.Benchmarks;

/// <summary>Processor time of this process, so that other work on the machine does not count; medians over interleaved repeats.</summary>
internal static class Timing
{
    /// <summary>Seconds of processor time per call, the median over the repeats, of each candidate; the candidates take turns within a repeat.</summary>
    public static double[] Medians(int repeats, params (Action Work, int Calls)[] candidates)
    {
        foreach ((Action work, int calls) in candidates)
            Measure(work, Math.Max(1, calls / 4));
        var seconds = new double[candidates.Length][];
        for (int k = 0; k < candidates.Length; k++)
            seconds[k] = new double[repeats];
        for (int r = 0; r < repeats; r++)
        {
            for (int k = 0; k < candidates.Length; k++)
                seconds[k][r] = Measure(candidates[k].Work, candidates[k].Calls);
        }
        return [.. seconds.Select(s => s.Order().ElementAt(repeats / 2))];
    }

    /// <summary>The most memory that this process has held at once, in millions of bytes.</summary>
    public static double PeakMegabytes() => Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;

    /// <summary>What this program prints in a process of its own, so that nothing measured before counts.</summary>
    public static string InOwnProcess(params string[] arguments)
    {
        using Process child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        string printed = child.StandardOutput.ReadToEnd().TrimEnd();
        child.WaitForExit();
        return child.ExitCode == 0 ? printed : throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with {child.ExitCode}");
    }

    public static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, {RuntimeInformation.FrameworkDescription}, vectors of {System.Numerics.Vector<double>.Count} doubles");

    private static double Measure(Action work, int calls)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < calls; i++)
            work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds / calls;
    }
}
