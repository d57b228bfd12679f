using Fulcrum.Cases;
using Fulcrum.Studies.Seals;
using Fulcrum.Studies.Shards;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Studies;

/// <summary>Every problem that compare, study, sensitivity, choose, seal, verify and agreement can answer with: its code, and what to do.</summary>
public sealed class StudyProblemTests : IDisposable
{
    private const string Talks = """
        fulcrum: 1
        case: chances that only go together
        starts: 2025-01-20
        as-of: 2025-03-24
        parties: {a: {role: principal}, b: {role: principal}}
        issues: {only: {options: [worst, middle, best], a: {worst: 0, middle: 50, best: 100}, b: {worst: 100, middle: 60, best: 0}}}
        weights: {a: {only: 1}, b: {only: 1}}
        no-deal: {failure: {one: {chance: 0.2, as: {only: worst}}, two: {chance: 0.3, as: {only: middle}}, three: {chance: 0.5, as: {only: best}}, cost: {a: 10, b: 10}}}
        group: {first: [no-deal.failure.one.chance], second: [no-deal.failure.two.chance], third: [no-deal.failure.three.chance]}
        """;

    private static readonly string Harbour = Rules.Repository.At("tests", "Fulcrum.EndToEnd", "Samples", "harbour");
    private static readonly AnalyzeOptions Few = new() { Draws = 4, Threads = 1 };
    private static readonly DateOnly Day = new(2025, 4, 1);

    private static readonly Seal Made = new(
        "t", "c", "base", Day, Day, 1, 10, "1", [new SealedChance("open", 0.7, "it opens")], [new SealedRange("hand.north", 40, 60)]);

    private readonly TemporaryFolder _folder = new();

    private string SealPath => _folder.File("a.seal");

    public void Dispose() => _folder.Dispose();

    private static void IsProblem(CaseProblem problem, string code)
    {
        problem.Code.ShouldBe(code);
        problem.Severity.ShouldBe(Severity.Error);
        problem.Message.ShouldNotBeEmpty();
        problem.Help.ShouldNotBeEmpty();
    }

    [Fact]
    public void Readings_of_which_no_mixture_reads_as_a_case_cannot_be_mixed()
    {
        _folder.Write("case.yaml", Talks);
        _folder.Write("readings/other.yaml", "reading: The other\nsays: Otherwise.\nset: {no-deal.failure.one.chance: 0.3, no-deal.failure.two.chance: 0.5, no-deal.failure.three.chance: 0.2}\n");
        var cruxes = new CruxOptions { Verdicts = ["hand.a >= 50"] };

        Answer<Fulcrum.Findings.CompareAnswer> answer = Workbench.Open(_folder.Path).Compare([null, new ReadingId("other")], Few, cruxes, null, TestContext.Current.CancellationToken);

        answer.Value.ShouldBeNull();
        IsProblem(answer.Problems.First(p => p.Severity == Severity.Error), "compare/cannot-mix");
    }

    [Theory]
    [InlineData(SensitivityMethod.Threshold)]
    [InlineData(SensitivityMethod.Prim)]
    [InlineData(SensitivityMethod.Evpi)]
    public void A_method_that_asks_about_a_statement_needs_one(SensitivityMethod method) => IsProblem(
        new WorkbenchSensitivity(Workbench.Open(Harbour)).Ask(new SensitivityRequest { Method = method, Number = "hand.north", Options = Few }, null, TestContext.Current.CancellationToken).Problems[0],
        "study/needs-verdict");

    [Fact]
    public void An_expression_is_no_measure_of_a_study() => IsProblem(
        new ShardedStudy(Workbench.Open(Harbour)).Prepare(new StudyRequest { Options = Few, Measures = ["hand.north + 1"] }).Problems[0], "study/not-a-measure");

    [Fact]
    public void A_scale_of_millions_is_counted_in_larger_steps_and_no_case_is_refused_for_its_units()
    {
        _folder.Write("case.yaml", """
            fulcrum: 1
            case: a price
            starts: 2025-01-20
            as-of: 2025-03-24
            parties: {a: {role: principal}, b: {role: principal}}
            issues: {price: {range: {from: 0, to: 5000000, step: 500000, unit: USD}, a: {0: 0, 5000000: 100}, b: {0: 100, 5000000: 0}}}
            weights: {a: {price: 1}, b: {price: 1}}
            no-deal: {failure: {goes: {as: {rest: status-quo}}, cost: {a: 10, b: 10}}}
            """);
        var study = new ShardedStudy(Workbench.Open(_folder.Path));

        PreparedStudy one = study.Prepare(new StudyRequest { Options = Few with { Draws = 200 }, Measures = ["level.price"] }).Value.ShouldNotBeNull();
        one.Plan.Measures.ShouldHaveSingleItem().Doublings.ShouldBe(3);
        Tally price = ShardRunner.Run(Shard.Fresh(one.Plan, 1, 1), one.Worker, s => s, new ShardOptions { Threads = 1 }).Tally.Measures[0];
        double[] drawn = [.. Enumerable.Range(0, 200).Select(d => one.Answer(d).Values[0]).Order()];
        (price.Below, price.Above, price.Count, price.Least, price.Most).ShouldBe((0, 0, 200, drawn[0], drawn[^1]));
        price.Quantile(0.5).ShouldBe(drawn[99], price.BinWidth / 2 + 1e-6);
        price.Mean.ShouldBe(drawn.Average(), 1e-6);
        Answer<PreparedStudy> all = study.Prepare(new StudyRequest { Options = Few });
        all.Problems.ShouldNotContain(p => p.Code.StartsWith("study/", StringComparison.Ordinal));
        all.Value.ShouldNotBeNull().Plan.Measures.Select(m => m.Name).ShouldContain("level.price");
    }

    [Fact]
    public void A_party_without_preferences_chooses_nothing() => IsProblem(
        new WorkbenchChoice(Workbench.Open(Harbour)).Ask(new ChoiceRequest { Party = new PartyId("nobody"), Options = Few }, null, TestContext.Current.CancellationToken).Problems[0],
        "choose/no-such-party");

    [Fact]
    public void A_case_without_anything_to_solve_is_refused_by_every_study()
    {
        _folder.Write("case.yaml", "fulcrum: 1\ncase: nothing yet\nstarts: 2025-01-20\nas-of: 2025-03-24\nparties: {a: {role: principal}, b: {role: principal}}\n");
        Workbench empty = Workbench.Open(_folder.Path);

        IsProblem(new ShardedStudy(empty).Prepare(new StudyRequest { Options = Few }).Problems[0], "solve/no-model");
        IsProblem(new WorkbenchSensitivity(empty).Ask(new SensitivityRequest { Verdict = "zone", Options = Few }, null, TestContext.Current.CancellationToken).Problems[0], "solve/no-model");
        IsProblem(new WorkbenchChoice(empty).Ask(new ChoiceRequest { Party = new PartyId("a"), Options = Few }, null, TestContext.Current.CancellationToken).Problems[0], "solve/no-model");
    }

    [Fact]
    public void Nothing_to_seal_is_a_problem() => IsProblem(
        WorkbenchSeal.Make(Workbench.Open(Harbour), new SealRequest { Study = new StudyRequest { Options = Few } }, null, TestContext.Current.CancellationToken).Problems[0], "seal/nothing");

    [Theory]
    [InlineData("own", 0.0)]
    [InlineData("own", 1.0)]
    [InlineData("own", double.NaN)]
    [InlineData("two words", 0.5)]
    [InlineData("", 0.5)]
    [InlineData("v1", 0.5)]
    public void A_claim_that_could_not_be_scored_is_refused(string id, double chance) => IsProblem(
        WorkbenchSeal.Make(
            Workbench.Open(Harbour), new SealRequest { Study = new StudyRequest { Options = Few, Verdicts = ["zone"] }, Own = [new SealedChance(id, chance, "mine")] }, null,
            TestContext.Current.CancellationToken).Problems[0], "seal/claim");

    [Fact]
    public void A_statement_without_an_id_gets_one_that_no_verdict_of_the_case_has()
    {
        _folder.Write("case.yaml", Talks + "\nverdicts: {v2: {says: it opens, holds: zone}}\n");

        PreparedStudy study = new ShardedStudy(Workbench.Open(_folder.Path)).Prepare(new StudyRequest { Options = Few, Verdicts = ["v2", "hand.a >= 30", "hand.b >= 30"] }).Value.ShouldNotBeNull();

        study.Plan.Verdicts.Select(v => v.Id).ShouldBe(["v2", "v3", "v4"]);
    }

    [Fact]
    public void A_seal_that_is_not_there_or_was_changed_is_refused()
    {
        IsProblem(SealFile.Read(SealPath).Problem!, "seal/no-file");
        SealFile.Write(SealPath, Made).ShouldBeNull();
        SealFile.Read(SealPath).Seal.ShouldNotBeNull().Text.ShouldBe(Made.Text);
        File.WriteAllText(SealPath, Made.Text.Replace("0.7", "0.9", StringComparison.Ordinal));
        IsProblem(SealFile.Read(SealPath).Problem!, "seal/broken");
        Directory.CreateDirectory(_folder.File("folder.seal.outcomes"));
        IsProblem(SealFile.Write(_folder.File("folder.seal.outcomes"), Made)!, "seal/not-saved");
    }

    [Theory]
    [InlineData("open", "seal/not-an-outcome")]
    [InlineData("open=maybe", "seal/not-an-outcome")]
    [InlineData("open=1", "seal/not-an-outcome")]
    [InlineData("hand.north=yes", "seal/not-an-outcome")]
    [InlineData("hand.north=41,5", "seal/not-an-outcome")]
    [InlineData("hand.north=NaN", "seal/not-an-outcome")]
    [InlineData("opne=yes", "seal/unknown-prediction")]
    public void A_wrong_outcome_is_told_and_nothing_is_entered(string text, string code)
    {
        (int count, IReadOnlyList<CaseProblem> problems) = SealFile.Enter(SealPath, Made, ["open=yes", text], Day);

        count.ShouldBe(0);
        IsProblem(problems.Single(), code);
        File.Exists(SealPath + SealFile.OutcomesSuffix).ShouldBeFalse();
    }

    [Fact]
    public void A_misspelt_prediction_is_answered_with_the_one_that_was_meant() =>
        SealFile.Enter(SealPath, Made, ["opne=yes"], Day).Problems.Single().Help.ShouldBe("Did you mean 'open'?");

    [Fact]
    public void Outcomes_are_added_to_those_before_and_a_spoilt_line_is_told_by_its_place()
    {
        SealFile.Enter(SealPath, Made, ["open=no"], Day).Count.ShouldBe(1);
        SealFile.Enter(SealPath, Made, ["open=yes", "hand.north=41.5"], Day).Count.ShouldBe(3);
        SealFile.Outcomes(SealPath, Made).Outcomes.Select(o => o.Value).ShouldBe([0, 1, 41.5]);

        File.AppendAllText(SealPath + SealFile.OutcomesSuffix, "outcome open perhaps 2025-04-01\n");

        CaseProblem problem = SealFile.Outcomes(SealPath, Made).Problems.Single();
        IsProblem(problem, "seal/outcome-line");
        problem.Place.Line.ShouldBe(4);
        SealFile.Enter(SealPath, Made, ["open=yes"], Day).Count.ShouldBe(0, "nothing is written over what cannot be read");
    }

    [Fact]
    public void A_package_that_is_not_there_is_told_from_one_that_is_none()
    {
        IsProblem(WorkbenchReplication.VerifyFile(_folder.File("none.zip"), 1).Problems.Single(), "replication/no-file");
        IsProblem(WorkbenchReplication.VerifyFile(_folder.Write("text.zip", "no zip"), 1).Problems.Single(), "replication/no-package");
    }

    [Fact]
    public void Ledgers_without_a_common_move_cannot_be_compared()
    {
        _folder.Write("case.yaml", Talks);

        IsProblem(WorkbenchAgreement.Ask(Workbench.Open(Harbour), Workbench.Open(_folder.Path)).Problems.Single(), "agreement/nothing-shared");
        WorkbenchAgreement.Ask(Workbench.Open(Harbour), Workbench.Open(_folder.File("nowhere"))).Problems.ShouldContain(p => p.Code == "file/no-folder");
        WorkbenchAgreement.Ask(Workbench.Open(Harbour), Workbench.Open(Harbour)).Value.ShouldNotBeNull().Differences.ShouldBeEmpty();
    }
}
