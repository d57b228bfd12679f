using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Studies.Shards;

namespace Fulcrum;

/// <summary>The settings in a replication package: with which the draws were made, one a line.</summary>
internal sealed record ReplicationPlan(StudyRequest Request, string Version, int DrawsLine)
{
    private const string Format = "fulcrum-replication 1";
    private static readonly string[] Known = ["version", "reading", "seed", "draws", "as-of", "measure", "verdict"];

    public static string TextOf(StudyRequest request, StudyPlan plan)
    {
        AnalyzeOptions options = request.Options;
        IEnumerable<string> lines =
        [
            Format, $"version {WorkbenchStudy.Version}", $"reading {options.Request.Reading?.Value ?? "base"}",
            string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}"), string.Create(CultureInfo.InvariantCulture, $"draws {options.Draws}"),
            $"as-of {plan.Settings.First(s => s.Name == "as-of").Value}",
            .. plan.Measures.Select(m => $"measure {m.Name}"), .. plan.Verdicts.Select(v => $"verdict {(v.Id == v.Holds || IsNumbered(v.Id) ? v.Holds : v.Id)}"),
        ];
        return string.Join('\n', lines) + "\n";
    }

    // Expressions without a name are numbered v1, v2, ...
    private static bool IsNumbered(string id) => id.Length > 1 && id[0] == 'v' && id.Skip(1).All(char.IsAsciiDigit);

    public static Answer<ReplicationPlan> Read(string text, int threads)
    {
        string[] lines = [.. text.Split('\n').Select(l => l.TrimEnd('\r'))];
        if (lines[0] != Format)
        {
            return new Answer<ReplicationPlan>(null, [ReplicationProblems.NoPackage($"{ReplicationPackage.PlanName} does not begin with '{Format}'")]);
        }
        Setting[] settings = [.. lines.Select((l, i) => Setting.Of(l, i + 1)).Skip(1).Where(s => s.Name.Length > 0)];
        List<CaseProblem> problems = [.. settings.Where(s => !Known.Contains(s.Name)).Select(s => ReplicationProblems.Setting(s.Name, s.Line, s.Value, "is no setting"))];
        Setting version = One(settings, "version", _ => true, "", problems), reading = One(settings, "reading", _ => true, "", problems);
        Setting seed = One(settings, "seed", v => ulong.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out _), "takes a whole number, 0 or more", problems);
        Setting draws = One(settings, "draws", v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= ReplicationLimits.MostDraws,
            string.Create(CultureInfo.InvariantCulture, $"takes a whole number from 1 to {ReplicationLimits.MostDraws}"), problems);
        Setting asOf = One(settings, "as-of", v => DateOnly.TryParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "takes a date such as 2025-03-24", problems);
        if (problems.Count > 0)
        {
            return new Answer<ReplicationPlan>(null, problems);
        }
        var request = new StudyRequest
        {
            Options = new AnalyzeOptions
            {
                Request = new CaseRequest(reading.Value == "base" ? null : new ReadingId(reading.Value), []), Seed = ulong.Parse(seed.Value, CultureInfo.InvariantCulture),
                Draws = int.Parse(draws.Value, CultureInfo.InvariantCulture), AsOf = DateOnly.ParseExact(asOf.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture), Threads = threads,
            },
            Measures = [.. settings.Where(s => s.Name == "measure").Select(s => s.Value)],
            Verdicts = [.. settings.Where(s => s.Name == "verdict").Select(s => s.Value)],
        };
        return new Answer<ReplicationPlan>(new ReplicationPlan(request, version.Value, draws.Line), []);
    }

    private static Setting One(Setting[] settings, string name, Func<string, bool> right, string what, List<CaseProblem> problems)
    {
        Setting[] all = [.. settings.Where(s => s.Name == name)];
        if (all.Length != 1)
        {
            problems.Add(ReplicationProblems.Setting(name, all.Length == 0 ? 1 : all[1].Line, "", all.Length == 0 ? "is missing" : "stands there twice"));
        }
        else if (!right(all[0].Value))
        {
            problems.Add(ReplicationProblems.Setting(name, all[0].Line, all[0].Value, what));
        }
        return all.FirstOrDefault();
    }

    private readonly record struct Setting(string Name, string Value, int Line)
    {
        public static Setting Of(string text, int line) =>
            text.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? new Setting(text[..at], text[(at + 1)..], line) : new Setting(text, "", line);
    }
}
