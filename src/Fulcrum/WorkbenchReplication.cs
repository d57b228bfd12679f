using System.Globalization;
using System.IO.Compression;
using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Files;
using Fulcrum.Studies;
using Fulcrum.Studies.Shards;

namespace Fulcrum;

/// <summary>What came of working a replication package off again.</summary>
/// <param name="Same">Every draw and every count is the same to the last bit.</param>
/// <param name="Differences">What is not, the first few.</param>
/// <param name="Version">Of the program that wrote the package; <paramref name="Here"/> of this one.</param>
public sealed record ReplicationAnswer(string Title, string Study, int Draws, string Version, string Here, bool Same, IReadOnlyList<string> Differences);

/// <summary>
/// A package from which another machine can work out the same numbers: the case's files, seed, settings and version, every draw as CSV, and the counts. Source texts are not in it.
/// </summary>
public static class WorkbenchReplication
{
    private const int MostDifferences = 5;

    // A zip knows no time before 1980; one time for all keeps the package the same to the last byte.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The package's bytes: the same for the same case, settings and version.</summary>
    public static Answer<byte[]> Export(Workbench workbench, StudyRequest request, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        Answer<PreparedStudy> prepared = new ShardedStudy(workbench).Prepare(request);
        if (prepared.Value is not { } study)
        {
            return new Answer<byte[]>(null, prepared.Problems);
        }
        if (request.Options.Draws > ReplicationLimits.MostDraws)
        {
            return new Answer<byte[]>(null, [ReplicationProblems.TooManyDraws(request.Options.Draws)]);
        }
        (string draws, byte[] counts) = Work(study, request.Options.Threads, progress, cancellation);
        var limits = new ReplicationLimits();
        if (draws.Length > limits.Table || counts.Length > limits.Table)
        {
            return new Answer<byte[]>(null, [ReplicationProblems.TooLarge(draws.Length > limits.Table ? ReplicationPackage.DrawsName : ReplicationPackage.CountsName, limits.Table)]);
        }
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string path, string text) in workbench.Read(CaseRequest.Base).Texts.OrderBy(t => t.Key, StringComparer.Ordinal))
            {
                Add(zip, ReplicationPackage.CaseFolderName + path, Encoding.UTF8.GetBytes(text));
            }
            Add(zip, ReplicationPackage.PlanName, Encoding.UTF8.GetBytes(ReplicationPlan.TextOf(request, study.Plan)));
            Add(zip, ReplicationPackage.DrawsName, Encoding.UTF8.GetBytes(draws));
            Add(zip, ReplicationPackage.CountsName, counts);
            Add(zip, ReplicationPackage.ReadmeName, Encoding.UTF8.GetBytes(
                $"Fulcrum {WorkbenchStudy.Version}: {study.Plan.Settings.First(s => s.Name == "title").Value}\n\nTo work everything out again and compare: fulcrum verify THIS-FILE.zip\n"
                + "draws.csv has one line for each draw, expected.txt what was counted, replication.txt the settings, case/ the case.\n"));
        }
        return new Answer<byte[]>(stream.ToArray(), prepared.Problems);
    }

    /// <inheritdoc cref="Verify(byte[], int, IProgress{StudyProgress}?, CancellationToken)"/>
    public static Answer<ReplicationAnswer> VerifyFile(string file, int threads, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (!File.Exists(file))
        {
            return Refused(ReplicationProblems.NoFile(file));
        }
        byte[] package;
        try
        {
            long? length = PlainFile.Length(file);
            if (length is null || length > new ReplicationLimits().File)
            {
                return Refused(length is null ? ReplicationProblems.Unreadable(file, PlainFile.Other) : ReplicationProblems.TooLarge("", new ReplicationLimits().File));
            }
            package = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused(ReplicationProblems.Unreadable(file, e.Message));
        }
        return Verify(package, threads, progress, cancellation);
    }

    /// <summary>Works the package off again; null with problems when it is none.</summary>
    public static Answer<ReplicationAnswer> Verify(byte[] package, int threads, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        Verify(package, threads, new ReplicationLimits(), progress, cancellation);

    internal static Answer<ReplicationAnswer> Verify(byte[] package, int threads, ReplicationLimits limits, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        Answer<ReplicationPackage> read = ReplicationPackage.Read(package, limits, cancellation);
        if (read.Value is not { } content)
        {
            return new Answer<ReplicationAnswer>(null, read.Problems);
        }
        Answer<ReplicationPlan> planned = ReplicationPlan.Read(content.Plan, threads);
        if (planned.Value is not { } plan)
        {
            return new Answer<ReplicationAnswer>(null, planned.Problems);
        }
        int held = content.Draws.AsSpan().Count('\n') - 1, said = plan.Request.Options.Draws;
        if (held != said)
        {
            return Refused(ReplicationProblems.OtherDraws(plan.DrawsLine, said, held));
        }
        var workbench = new Workbench(r => CaseFolder.FromBytes(content.Case, new CaseReadOptions { Reading = r.Reading }));
        Answer<PreparedStudy> prepared = new ShardedStudy(workbench).Prepare(plan.Request);
        if (prepared.Value is not { } study)
        {
            return new Answer<ReplicationAnswer>(null, prepared.Problems);
        }
        (string draws, byte[] counts) = Work(study, threads, progress, cancellation);
        List<string> differences = [.. Differences(content.Draws, draws)];
        // The version is part of the counts' study; another version may still give the same draws.
        string[] was = Comparable(content.Counts), now = Comparable(Encoding.UTF8.GetString(counts));
        if (!was.SequenceEqual(now))
        {
            differences.Add($"{ReplicationPackage.CountsName}: the counts differ");
        }
        return new Answer<ReplicationAnswer>(
            new ReplicationAnswer(study.Plan.Settings.First(s => s.Name == "title").Value, study.Plan.Id, said, plan.Version, WorkbenchStudy.Version, differences.Count == 0, differences), prepared.Problems);
    }

    private static Answer<ReplicationAnswer> Refused(CaseProblem problem) => new(null, [problem]);

    private static string[] Comparable(string counts) =>
        [.. counts.Split('\n').Where(l => !l.StartsWith("study ", StringComparison.Ordinal) && !l.StartsWith("version ", StringComparison.Ordinal) && !l.StartsWith("sha256 ", StringComparison.Ordinal))];

    private static (string Draws, byte[] Counts) Work(PreparedStudy study, int threads, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        StudyRun<StudyDraw> run = StudyRunner.Run(d => study.Answer(d), (int)study.Plan.Draws, new StudyOptions { Threads = threads }, progress, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var csv = new StringBuilder("draw");
        foreach (string name in study.Plan.Measures.Select(m => m.Name).Concat(study.Plan.Verdicts.Select(v => v.Id)))
        {
            csv.Append(',').Append(name);
        }
        csv.Append('\n');
        var tally = new StudyTally(study.Plan);
        for (int d = 0; d < run.Results.Count; d++)
        {
            StudyDraw draw = run.Results[d];
            tally.Add(draw);
            csv.Append(d.ToString(CultureInfo.InvariantCulture));
            foreach (double value in draw.Values)
            {
                csv.Append(',').Append(double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "");
            }
            foreach (bool? holds in draw.Holds)
            {
                csv.Append(',').Append(holds is null ? "" : holds.Value ? "1" : "0");
            }
            csv.Append('\n');
        }
        return (csv.ToString(), ShardText.Of(new Shard(study.Plan, 1, 1, study.Plan.Draws, tally)));
    }

    private static IEnumerable<string> Differences(string expected, string found)
    {
        string[] was = expected.Split('\n'), now = found.Split('\n');
        return Enumerable.Range(0, Math.Max(was.Length, now.Length)).Where(i => i >= was.Length || i >= now.Length || was[i] != now[i])
            .Take(MostDifferences).Select(i => string.Create(CultureInfo.InvariantCulture, $"{ReplicationPackage.DrawsName}, line {i + 1}: {(i < was.Length ? Short(was[i]) : "nothing")} expected, {(i < now.Length ? Short(now[i]) : "nothing")} found"));
    }

    private static string Short(string line) => line.Length <= 60 ? line : line[..60] + "...";

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using Stream stream = entry.Open();
        stream.Write(content);
    }
}
