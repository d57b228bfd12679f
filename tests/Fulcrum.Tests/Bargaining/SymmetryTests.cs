using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Numerics;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Bargaining;

/// <summary>The model takes no side: names and the order in the file change nothing, bit for bit.</summary>
public sealed class SymmetryTests
{
    private static DrawResult Run(Case @case, ulong seed)
    {
        CasePlan plan = CasePlan.Of(@case, CaseMaker.Today);
        return DrawAnalysis.Run(plan, Draw(@case, seed), seed, new DrawOptions { PermutationPairs = 1, ExactUpTo = 2 });
    }

    // A draw of the moves alone, by key: the numbers of these cases are fixed.
    private static CaseNumbers Draw(Case @case, ulong seed)
    {
        CaseNumbers middle = CaseNumbers.MidRange(@case);
        var days = @case.Moves.Select(m => m.Date.Middle.DayNumber + (int)(RandomStream.UniformAt(seed, 0, RandomStream.KeyHash(m.Key)) * 40)).ToArray();
        return middle with { MoveDays = days };
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    [InlineData(4UL)]
    public void Rearranging_the_file_changes_no_bit(ulong seed)
    {
        Case one = ScenarioTests.ManyChanges().Build();
        Case other = one with
        {
            Parties = one.Parties.Reverse().ToList(),
            Issues = one.Issues.Reverse().ToList(),
            Levers = one.Levers.Reverse().ToList(),
            Moves = one.Moves.Reverse().ToList(),
            NoDeal = one.NoDeal! with
            {
                Courses = one.NoDeal.Courses.Select(c => c with { Outcomes = c.Outcomes.Select(o => o with { Facts = o.Facts.Reverse().ToList() }).ToList() }).ToList(),
            },
        };

        DrawResult a = Run(one, seed);
        DrawResult b = Run(other, seed);

        b.Hands.Reverse().ShouldBe(a.Hands);
        b.NoDeal.Reverse().ShouldBe(a.NoDeal);
        b.SingleHands.Reverse().ShouldBe(a.SingleHands);
        b.OptionShares!.Reverse().SelectMany(share => share).ShouldBe(a.OptionShares!.SelectMany(share => share));
        b.LeverShares!.Reverse().ShouldBe(a.LeverShares!);
        b.Realised.Reverse().SelectMany(row => row.Reverse()).ShouldBe(a.Realised.SelectMany(row => row));
        b.Dependence.Reverse().SelectMany(row => row.Reverse()).ShouldBe(a.Dependence.SelectMany(row => row));
        b.HandsAt.SelectMany(row => row.Reverse()).ShouldBe(a.HandsAt.SelectMany(row => row));
        // Changes are listed by date, so their order does not depend on the file either.
        foreach ((double[][] x, double[][] y) in new[] { (a.CostInOrder, b.CostInOrder), (a.CostShare, b.CostShare), (a.CostUndone, b.CostUndone) })
        {
            y.SelectMany(row => row.Reverse()).ShouldBe(x.SelectMany(row => row));
        }
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    [InlineData(4UL)]
    public void Swapping_two_parties_names_swaps_the_results_exactly(ulong seed)
    {
        Case one = ScenarioTests.ManyChanges().Build();
        Case mirrored = Renamed(one, id => id.Value switch { "applicant" => new PartyId("opponent"), "opponent" => new PartyId("applicant"), _ => id });

        DrawResult a = Run(one, seed);
        DrawResult b = Run(mirrored, seed);

        // The list of parties keeps its data; only the names have changed, so every array must be the same to the last bit.
        mirrored.Parties[0].Id.Value.ShouldBe("opponent");
        b.Hands.ShouldBe(a.Hands);
        b.NoDeal.ShouldBe(a.NoDeal);
        b.CostInOrder.SelectMany(row => row).ShouldBe(a.CostInOrder.SelectMany(row => row));
        b.CostShare.SelectMany(row => row).ShouldBe(a.CostShare.SelectMany(row => row));
        b.Coercive.SelectMany(row => row).ShouldBe(a.Coercive.SelectMany(row => row));
        b.Dependence.SelectMany(row => row).ShouldBe(a.Dependence.SelectMany(row => row));
        b.HandsAt.SelectMany(row => row).ShouldBe(a.HandsAt.SelectMany(row => row));
    }

    [Fact]
    public void Swapping_keys_as_well_changes_nothing_but_rounding()
    {
        Case one = ScenarioTests.ManyChanges().Build();
        Case relabelled = one with
        {
            Parties = one.Parties.Select(p => p with { Key = p.Key switch { "applicant" => "z", "holder" => "m", _ => "b" } }).ToList(),
            Issues = one.Issues.Select(i => i with { Key = $"{9 - i.Key.Length}-{i.Key}" }).ToList(),
        };

        // Certified to a millionth of a point of the weighted loss.
        Run(relabelled, 1).Hands.ShouldBe(Run(one, 1).Hands, 1e-4);
    }

    private static Case Renamed(Case one, Func<PartyId, PartyId> name)
    {
        IReadOnlyDictionary<PartyId, T> Keys<T>(IReadOnlyDictionary<PartyId, T> of) => of.ToDictionary(pair => name(pair.Key), pair => pair.Value);
        IReadOnlyList<PartyId> All(IReadOnlyList<PartyId> ids) => ids.Select(name).ToList();
        return one with
        {
            Parties = one.Parties.Select(p => p with { Id = name(p.Id) }).ToList(),
            Consent = new Consent(All(one.Consent.All), one.Consent.AtLeast, All(one.Consent.Of)),
            Issues = one.Issues.Select(i => i with
            {
                Preferences = Keys(i.Preferences),
                Options = i.Options.Select(o => o with { Needs = All(o.Needs) }).ToList(),
            }).ToList(),
            RedLines = one.RedLines.Select(r => r with { Party = name(r.Party) }).ToList(),
            Together = one.Together.Select(t => t with { Party = name(t.Party) }).ToList(),
            NoDeal = one.NoDeal! with
            {
                Courses = one.NoDeal.Courses.Select(c => c with { Cost = Keys(c.Cost) }).ToList(),
                IfRefusedBy = Keys(one.NoDeal.IfRefusedBy),
                PerMonth = Keys(one.NoDeal.PerMonth),
            },
            Levers = one.Levers.Select(l => l with
            {
                Holder = name(l.Holder),
                Deal = Keys(l.Deal),
                NoDeal = Keys(l.NoDeal),
                RefusedBy = l.RefusedBy.ToDictionary(pair => name(pair.Key), pair => Keys(pair.Value)),
                Credibility = l.Credibility with { SeenBy = Keys(l.Credibility.SeenBy) },
            }).ToList(),
            Moves = one.Moves.Select(m => m with { By = name(m.By), To = All(m.To) }).ToList(),
        };
    }
}
