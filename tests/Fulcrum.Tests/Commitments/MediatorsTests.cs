using Fulcrum.Cases;
using Fulcrum.Findings.Kept;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Commitments;

/// <summary>With two mediators each is given the effect of its own place in the deal.</summary>
public sealed class MediatorsTests : IDisposable
{
    private const string Two = """
        fulcrum: 1
        case: Two mediators
        starts: 2025-01-01
        as-of: 2025-03-01
        parties: {m: {role: mediator, claim: 0.5}, m2: {role: mediator}, a: {role: principal}, b: {role: principal}}
        consent: {all: [CONSENT]}
        issues:
          x: {options: [x0, x1, x2], a: {x0: 0, x1: 100, x2: 40}, b: {x0: 0, x1: 30, x2: 100}, m: {x0: 0, x1: 100, x2: 10}, m2: {x0: 0, x1: 10, x2: 100}}
        weights: {a: {x: 1}, b: {x: 1}, m: {x: 1}, m2: {x: 1}}
        no-deal:
          f: {o: {as: {rest: status-quo}}, cost: {a: 5, b: 5, m: 1, m2: 1}}

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mediator_without_a_place_in_the_deal_is_given_no_effect_of_another()
    {
        MediatorAnswer[] mediators = Mediators("a, b, m");

        mediators.Single(m => m.Party == "m").WithoutIt.ShouldContain(p => Math.Abs(p.Points!.Median) > 1);
        mediators.Single(m => m.Party == "m2").WithoutIt.ShouldBeEmpty();
    }

    [Fact]
    public void Mediators_with_a_place_in_the_deal_have_effects_of_their_own()
    {
        MediatorAnswer[] both = Mediators("a, b, m, m2");

        both.Select(m => m.WithoutIt.Count).ShouldBe([2, 2]);
        both[0].WithoutIt[0].Points!.Median.ShouldNotBe(both[1].WithoutIt[0].Points!.Median);
    }

    private MediatorAnswer[] Mediators(string consent)
    {
        _folder.Write("case.yaml", Two.Replace("CONSENT", consent, StringComparison.Ordinal));
        Answer<TrendAnswer> answer = Workbench.Open(_folder.Path).Trend(new AnalyzeOptions { Draws = 3 });
        return [.. (answer.Value ?? throw new InvalidOperationException(string.Join('\n', answer.Problems.Select(CaseProblemText.Render)))).Mediators];
    }
}
