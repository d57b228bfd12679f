using Fulcrum.Cases;
using Fulcrum.Studies;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Studies;

public sealed class DriversTests
{
    private const int Draws = 400;

    private static readonly Case Uncertain = UncertainCase.Plain.Build();
    private static readonly Sampler Drawn = new(Uncertain, 1);
    private static readonly IReadOnlyList<DrawnInput> Inputs = Drivers.InputsOf(Uncertain, Drawn, Draws);

    private static double[] Values(string label) => [.. Inputs.Single(i => i.Label == label).Values];

    [Fact]
    public void Numbers_and_ranked_places_that_vary_are_inputs_and_fixed_ones_are_not()
    {
        string[] labels = Inputs.Select(i => i.Label).ToArray();

        labels.ShouldContain("no-deal.war.cost.a");
        labels.ShouldContain("weights.a: arms ~ aid");
        labels.ShouldContain("issues.land.b: split");
        labels.ShouldNotContain("parties.a.claim");
        labels.ShouldNotContain("no-deal.war.loss.chance");
        labels.ShouldNotContain("issues.aid.a: much");
    }

    [Fact]
    public void Whether_a_concession_binds_and_when_a_vague_move_happened_are_inputs()
    {
        int concession = Enumerable.Range(0, Uncertain.Moves.Count).First(m => Uncertain.Moves[m].Binds is not null), vague = Enumerable.Range(0, Uncertain.Moves.Count).First(m => !Uncertain.Moves[m].Date.IsExact);
        string binding = $"ledger.{Uncertain.Moves[concession].Id}.binding", date = $"ledger.{Uncertain.Moves[vague].Id}.date";

        Values(binding).ShouldBe(Enumerable.Range(0, Draws).Select(d => Drawn.Draw(d).Binds(concession) ? 1.0 : 0));
        Values(date).ShouldBe(Enumerable.Range(0, Draws).Select(d => (double)Drawn.Draw(d).MoveDays[vague]));
        Driver driver = new Drivers(Inputs).Of([.. Values(binding).Select(v => -v)], 1).ShouldHaveSingleItem();
        Fulcrum.Findings.DriverWords.Where(driver).ShouldBe($"where '{Uncertain.Moves[concession].Id}' ({Fulcrum.Findings.Wording.MarkSign(driver.Mark)}) does not bind");
        Fulcrum.Findings.DriverWords.Where(new Driver("m", "ledger.m.date", Mark.Judged, 0.9)).ShouldBe("where 'm' (~) came later");
        Fulcrum.Findings.DriverWords.Where(new Driver("no-deal.war.cost.a", "no-deal.war.cost.a", Mark.Assumed, 0.9)).ShouldBe("where no-deal.war.cost.a (?) is higher");
    }

    [Fact]
    public void Outcome_that_only_one_number_moves_names_that_number_with_its_direction()
    {
        double[] cost = Values("no-deal.war.cost.a");

        new Drivers(Inputs).Of(cost.Select(c => -Math.Pow(c, 3)).ToArray(), 3).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            d => d.Label.ShouldBe("no-deal.war.cost.a"), d => d.Correlation.ShouldBe(-1, 1e-12));
    }

    [Fact]
    public void Draws_without_a_value_are_left_out()
    {
        double[] cost = Values("no-deal.war.cost.a");
        double[] some = cost.Select((c, d) => d % 2 == 0 ? c : double.NaN).ToArray();

        new Drivers(Inputs).Of(some, 1).Single().Label.ShouldBe("no-deal.war.cost.a");
        new Drivers(Inputs).Of(cost.Select(_ => double.NaN).ToArray(), 3).ShouldBeEmpty();
    }

    [Fact]
    public void Outcome_of_pure_chance_names_nothing()
    {
        for (ulong key = 0; key < 20; key++)
        {
            double[] noise = Enumerable.Range(0, Draws).Select(d => Fulcrum.Numerics.RandomStream.UniformAt(77, (ulong)d, key)).ToArray();
            new Drivers(Inputs).Of(noise, 3).ShouldBeEmpty($"key {key}");
        }
    }

    [Fact]
    public void Outcome_that_never_moves_names_nothing() => new Drivers(Inputs).Of(new double[Draws], 3).ShouldBeEmpty();
}
