using System.IO.Compression;
using System.Text;
using Fulcrum.Cases;
using Fulcrum.Studies;
using Fulcrum.Studies.Seals;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Studies;

/// <summary>Packages, seals, choices and agreement at the front door.</summary>
public sealed class ReplicationTests
{
    private static readonly string Harbour = Rules.Repository.At("tests", "Fulcrum.EndToEnd", "Samples", "harbour");
    private static readonly StudyRequest Request = new() { Options = new AnalyzeOptions { Draws = 8, Threads = 1 }, Verdicts = ["hand.north >= 50"], Measures = ["hand.north", "zone@2025-02-01"] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static byte[] Package() => WorkbenchReplication.Export(Workbench.Open(Harbour), Request, null, Cancellation).Value.ShouldNotBeNull();

    private static byte[] With(byte[] package, string name, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            ZipArchiveEntry entry = zip.GetEntry(name)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }
            entry.Delete();
            using Stream written = zip.CreateEntry(name).Open();
            written.Write(Encoding.UTF8.GetBytes(change(text)));
        }
        return stream.ToArray();
    }

    [Fact]
    public void A_package_is_worked_off_again_to_the_last_bit_and_is_itself_always_the_same()
    {
        byte[] package = Package();

        package.ShouldBe(Package());
        WorkbenchReplication.Verify(package, 2, null, Cancellation).Value.ShouldNotBeNull().ShouldSatisfyAllConditions(a => a.Same.ShouldBeTrue(), a => a.Draws.ShouldBe(8), a => a.Differences.ShouldBeEmpty());
    }

    [Fact]
    public void A_changed_draw_count_or_case_is_found()
    {
        byte[] package = Package();

        WorkbenchReplication.Verify(With(package, "draws.csv", t => t.Replace("\n3,", "\n3,1", StringComparison.Ordinal)), 1, null, Cancellation).Value!.Differences.Single().ShouldStartWith("draws.csv, line 5");
        WorkbenchReplication.Verify(With(package, "expected.txt", t => t.Replace("held ", "held 1", StringComparison.Ordinal)), 1, null, Cancellation).Value!.Same.ShouldBeFalse();
        WorkbenchReplication.Verify(With(package, "case/case.yaml", t => t.Replace("south: 5..15", "south: 5..16", StringComparison.Ordinal) + "\n# changed\n"), 1, null, Cancellation).Value!.Same.ShouldBeFalse();
    }

    [Fact]
    public void What_is_no_package_is_refused()
    {
        WorkbenchReplication.Verify([1, 2, 3], 1, null, Cancellation).Problems.Single().Code.ShouldBe("replication/no-package");
        WorkbenchReplication.Verify(With(Package(), "replication.txt", _ => "something else"), 1, null, Cancellation).Problems.Single().Code.ShouldBe("replication/no-package");
    }

    [Fact]
    public void A_seal_carries_the_chances_of_the_draws_the_day_and_the_content()
    {
        var clock = new StoppedClock(new DateTimeOffset(2025, 3, 25, 12, 0, 0, TimeSpan.Zero));
        Seal seal = WorkbenchSeal.Make(
            Workbench.Open(Harbour), new SealRequest { Study = Request with { Options = Request.Options with { Draws = 40 } }, Time = clock, Own = [new SealedChance("own", 0.3, "mine")] }, null, Cancellation).Value.ShouldNotBeNull();

        (seal.SealedOn, seal.IsRetrodiction).ShouldBe((new DateOnly(2025, 3, 25), false));
        seal.Chances.Select(c => c.Id).ShouldBe(["v1", "own"]);
        seal.Chances[0].Probability.ShouldBeInRange(0.01, 0.99);
        seal.Ranges.Select(r => r.Id).ShouldBe(["hand.north", "zone@2025-02-01"]);
        seal.Content.Length.ShouldBe(64);
    }

    [Fact]
    public void A_choice_is_held_against_all_readings_and_leaving_things_as_they_are_is_among_the_choices()
    {
        var choosing = new WorkbenchChoice(Workbench.Open(Harbour));
        ChoiceAnswer answer = choosing.Ask(new ChoiceRequest { Party = new PartyId("port"), Options = new AnalyzeOptions { Draws = 20, Threads = 1 } }, null, Cancellation).Value.ShouldNotBeNull();

        answer.Readings.ShouldBe(["base case", "The envoy of North"]);
        answer.Rows.ShouldContain(r => r.Choice == WorkbenchChoice.AsItIs);
        answer.Rows.Single(r => r.Choice == WorkbenchChoice.AsItIs).LeastSatisfying.ShouldBe(1);
        choosing.Ask(new ChoiceRequest { Party = new PartyId("prot") }, null, Cancellation).Problems.Single().Help.ShouldBe("Did you mean 'port'?");
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
