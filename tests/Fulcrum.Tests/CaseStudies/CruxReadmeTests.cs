using System.Globalization;
using System.Text.RegularExpressions;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Cases.Files;
using Fulcrum.Findings;
using Fulcrum.Studies;
using Fulcrum.Studies.Cruxes;
using Fulcrum.Studies.Verdicts;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>The cruxes in the README of the case, worked out again: each swap turns the verdict, by the share that stands there.</summary>
public sealed class CruxReadmeTests
{
    // The README's shares are of 200 draws. What a single concession cost takes ten times the work of a draw, so that half of them must do where the verdict is clear.
    private const int All = 200, Half = 100, WithinHalf = 5;
    private const double Rounding = 0.1;

    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal) { ["POLITICO"] = "politico", ["National Interest"] = "national-interest" };

    public static TheoryData<string, string, string, int> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, int>();
            string text = File.ReadAllText(Path.Combine(Studied.Folder(Studied.Ukraine), "README.md"));
            foreach (string section in text.Split("\n### ").Skip(1))
            {
                string verdict = Regex.Match(section, @"\(`([a-z-]+)`\)").Groups[1].Value;
                foreach (Match row in Regex.Matches(section, @"^\| (`[^|]+) \| (POLITICO|National Interest) \| (\d+) \|$", RegexOptions.Multiline))
                {
                    rows.Add(verdict, row.Groups[1].Value, row.Groups[2].Value, int.Parse(row.Groups[3].Value, CultureInfo.InvariantCulture));
                }
            }
            return rows;
        }
    }

    [Fact]
    public void Both_statements_have_their_cruxes() => Rows.Select(r => r.Data.Item1).Distinct().ShouldBe(["nato-cost", "early-cost"]);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Crux_turns_the_verdict_by_what_the_readme_says(string verdict, string swapped, string into, int share)
    {
        CaseReadResult read = Workbench.Open(Studied.Folder(Studied.Ukraine)).Read(CaseRequest.Base);
        ReadingId first = new(Ids[into]), second = new(Ids.Values.Single(id => id != Ids[into]));
        var mixer = new ReadingMixer(read.Case!, CaseVariants.Of(read), first, second);
        string[] groups = [.. Regex.Matches(swapped, "`([^`]+)`").Select(m => m.Groups[1].Value)];
        ulong mask = groups.Aggregate(0UL, (m, name) => m | 1UL << mixer.Groups.Select(g => g.Name).ToList().IndexOf(name));
        Case mixed = mixer.Mix(mask).ShouldNotBeNull();
        MeasureVocabulary vocabulary = WorkbenchVerdicts.VocabularyOf([read.Case!, mixed], null);
        Verdict asked = WorkbenchVerdicts.Read(verdict, read.Case!, vocabulary).Verdict.ShouldNotBeNull();
        var results = new AskedResults(mixed, mixed.AsOf, asked.Measures, WorkbenchKeeping.KeptUnder);
        var sampler = new Sampler(mixed, 1);
        int draws = verdict == "nato-cost" && into == "POLITICO" ? Half : All;

        StudyRun<bool> run = StudyRunner.Run(d => asked.Holds(results.Answer(sampler.Draw(d), 1, d)) == true, draws, new StudyOptions(), null, TestContext.Current.CancellationToken);

        Math.Round(100 * Chance.Over(run.Results, holds => holds).Share, MidpointRounding.ToEven).ShouldBe(share, draws == Half ? WithinHalf : Rounding);
        Decision decided = Decision.Of(n => [.. run.Results.Take(n).Select(holds => holds ? 1.0 : 0.0)], new DecisionOptions { Draws = draws });
        decided.Stands.ShouldBe(into == "POLITICO" ? Standpoint.Fails : Standpoint.Holds);
    }
}
