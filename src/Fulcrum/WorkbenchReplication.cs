using System.Globalization;
using System.IO.Compression;
using System.Text;
using Fulcrum.Cases;
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
    private const string CaseFolderName = "case/", DrawsName = "draws.csv", CountsName = "expected.txt", PlanName = "replication.txt", ReadmeName = "README.txt";
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
        (string draws, byte[] counts) = Work(study, request.Options.Threads, progress, cancellation);
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string path, string text) in workbench.Read(CaseRequest.Base).Texts.OrderBy(t => t.Key, StringComparer.Ordinal))
            {
                Add(zip, CaseFolderName + path, Encoding.UTF8.GetBytes(text));
            }
            Add(zip, PlanName, Encoding.UTF8.GetBytes(PlanText(request, study.Plan)));
            Add(zip, DrawsName, Encoding.UTF8.GetBytes(draws));
            Add(zip, CountsName, counts);
            Add(zip, ReadmeName, Encoding.UTF8.GetBytes(
                $"Fulcrum {WorkbenchStudy.Version}: {study.Plan.Settings.First(s => s.Name == "title").Value}\n\nTo work everything out again and compare: fulcrum verify THIS-FILE.zip\n"
                + "draws.csv has one line for each draw, expected.txt what was counted, replication.txt the settings, case/ the case.\n"));
        }
        return new Answer<byte[]>(stream.ToArray(), prepared.Problems);
    }

    /// <inheritdoc cref="Verify"/>
    public static Answer<ReplicationAnswer> VerifyFile(string file, int threads, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (!File.Exists(file))
        {
            return new Answer<ReplicationAnswer>(null, [WorkbenchProblems.NoPackageFile(file)]);
        }
        byte[] package;
        try
        {
            package = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Answer<ReplicationAnswer>(null, [WorkbenchProblems.PackageUnreadable(file, e.Message)]);
        }
        return Verify(package, threads, progress, cancellation);
    }

    /// <summary>Works the package off again; null with problems when it is none.</summary>
    public static Answer<ReplicationAnswer> Verify(byte[] package, int threads, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        Dictionary<string, string> entries;
        StudyRequest request;
        string version;
        try
        {
            entries = Entries(package);
            (request, version) = RequestOf(entries[PlanName], threads);
            _ = (entries[DrawsName], entries[CountsName]);
        }
        catch (Exception e) when (e is InvalidDataException or KeyNotFoundException or FormatException or IndexOutOfRangeException or OverflowException or ArgumentException)
        {
            return new Answer<ReplicationAnswer>(null, [WorkbenchProblems.NoPackage(e.Message)]);
        }
        var files = entries.Where(e => e.Key.StartsWith(CaseFolderName, StringComparison.Ordinal)).ToDictionary(e => e.Key[CaseFolderName.Length..], e => e.Value, StringComparer.Ordinal);
        var workbench = new Workbench(r => CaseFolder.FromTexts(files, new CaseReadOptions { Reading = r.Reading }));
        Answer<PreparedStudy> prepared = new ShardedStudy(workbench).Prepare(request);
        if (prepared.Value is not { } study)
        {
            return new Answer<ReplicationAnswer>(null, prepared.Problems);
        }
        (string draws, byte[] counts) = Work(study, threads, progress, cancellation);
        List<string> differences = [.. Differences(entries[DrawsName], draws)];
        // The version is part of the counts' study; another version may still give the same draws.
        string[] was = Comparable(entries[CountsName]), now = Comparable(Encoding.UTF8.GetString(counts));
        if (!was.SequenceEqual(now))
        {
            differences.Add($"{CountsName}: the counts differ");
        }
        return new Answer<ReplicationAnswer>(
            new ReplicationAnswer(study.Plan.Settings.First(s => s.Name == "title").Value, study.Plan.Id, request.Options.Draws, version, WorkbenchStudy.Version, differences.Count == 0, differences), prepared.Problems);
    }

    private static string[] Comparable(string counts) =>
        [.. counts.Split('\n').Where(l => !l.StartsWith("study ", StringComparison.Ordinal) && !l.StartsWith("version ", StringComparison.Ordinal) && !l.StartsWith("sha256 ", StringComparison.Ordinal))];

    private static (string Draws, byte[] Counts) Work(PreparedStudy study, int threads, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        StudyRun<StudyDraw> run = StudyRunner.Run(study.Answer, study.Plan.Draws, new StudyOptions { Threads = threads }, progress, cancellation);
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
            .Take(MostDifferences).Select(i => string.Create(CultureInfo.InvariantCulture, $"{DrawsName}, line {i + 1}: {(i < was.Length ? Short(was[i]) : "nothing")} expected, {(i < now.Length ? Short(now[i]) : "nothing")} found"));
    }

    private static string Short(string line) => line.Length <= 60 ? line : line[..60] + "...";

    private static string PlanText(StudyRequest request, StudyPlan plan)
    {
        AnalyzeOptions options = request.Options;
        IEnumerable<string> lines =
        [
            "fulcrum-replication 1", $"version {WorkbenchStudy.Version}", $"reading {options.Request.Reading?.Value ?? "base"}",
            string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}"), string.Create(CultureInfo.InvariantCulture, $"draws {options.Draws}"),
            $"as-of {plan.Settings.First(s => s.Name == "as-of").Value}",
            .. plan.Measures.Select(m => $"measure {m.Name}"), .. plan.Verdicts.Select(v => $"verdict {(v.Id == v.Holds || IsNumbered(v.Id) ? v.Holds : v.Id)}"),
        ];
        return string.Join('\n', lines) + "\n";
    }

    // Expressions without a name are numbered v1, v2, ...
    private static bool IsNumbered(string id) => id.Length > 1 && id[0] == 'v' && id.Skip(1).All(char.IsAsciiDigit);

    private static (StudyRequest Request, string Version) RequestOf(string text, int threads)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines[0] != "fulcrum-replication 1")
        {
            throw new FormatException($"the format is '{lines[0]}'");
        }
        string[] All(string name) => [.. lines.Where(l => l.StartsWith(name + " ", StringComparison.Ordinal)).Select(l => l[(name.Length + 1)..])];
        string reading = All("reading")[0];
        return (new StudyRequest
        {
            Options = new AnalyzeOptions
            {
                Request = new CaseRequest(reading == "base" ? null : new ReadingId(reading), []), Seed = ulong.Parse(All("seed")[0], CultureInfo.InvariantCulture),
                Draws = int.Parse(All("draws")[0], CultureInfo.InvariantCulture), AsOf = DateOnly.ParseExact(All("as-of")[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), Threads = threads,
            },
            Measures = All("measure"), Verdicts = All("verdict"),
        }, All("version")[0]);
    }

    private static Dictionary<string, string> Entries(byte[] package)
    {
        const long LargestBytes = 1L << 30;
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        if (zip.Entries.Sum(e => e.Length) > LargestBytes)
        {
            throw new InvalidDataException("it is larger than any package");
        }
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            entries[entry.FullName] = reader.ReadToEnd();
        }
        return entries;
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using Stream stream = entry.Open();
        stream.Write(content);
    }
}
