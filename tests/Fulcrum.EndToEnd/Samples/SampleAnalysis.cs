using Fulcrum.Findings;
using Fulcrum.Studies;

namespace Fulcrum.EndToEnd.Samples;

/// <summary>A made-up analysis that exercises every part of the page: long names, closed draws, missing numbers, law, partial credibility.</summary>
internal static class SampleAnalysis
{
    private const int Draws = 250;

    public static Analysis Full { get; } = new()
    {
        Title = "Harbour talks",
        Question = "What have the concessions cost, and is a deal open?",
        Starts = new DateOnly(2025, 1, 20),
        AsOf = new DateOnly(2025, 3, 24),
        Frozen = null,
        Reading = null,
        ReadingName = "base case",
        HasModel = true,
        InShort =
        [
            new("The two concessions very likely cost North 5 points or more of its 100 (15, 3..34); the costliest, ruling out the northern berth, went to the Port Authority rather than to South.", ["F1", "F3"]),
            new("A deal that all three prefer to no deal is open in 98 of 100 draws.", ["F2"]),
        ],
        CheckFirst =
        [
            new("reality", "F2 says the same of every day since 20 January, yet no deal was made.", ["F2"]),
            new("provenance", "Of 40 numbers 0 are quoted, 9 judged from a sentence, 31 assumed.", []),
        ],
        Hands =
        [
            new("north", "North", "principal", true, true, S(56, 39, 70), S(56, 39, 70), S(30, 10, 44), S(71, 61, 80), "peace at today's berths with none of its demands met"),
            new("south", "South", "principal", true, true, S(69, 44, 90), S(70, 45, 90), S(9, -1, 20), S(65, 46, 87), null),
            new("port", "Port Authority of the Straits", "mediator", false, true, S(88, 73, 104), S(88, 73, 95), S(22, 13, 30), S(83, 68, 94), null),
        ],
        Zone = new(C(245), C(250), S(12, 1, 25), true, [], []),
        Deal = new(
            245,
            [
                new("berths", "Berths", [new("shared", "shared", 0.84, false, null), new("ceded", "ceded for ninety-nine years", 0.12, false, "Straits Treaty, art. 2"), new("open", "open", 0.04, true, null)]),
                new("dues", "Harbour dues and their division", [new("half", "half each", 0.63, false, null), new("none", "none", 0.37, true, null)]),
            ],
            [new("loan", "loan", 0.4)],
            new([new("berths", "Berths", "shared", "shared"), new("dues", "Harbour dues and their division", "half", "half each")], C(180))),
        Changes = [Change("rule-out-berth", "northern berth ruled out", "undated", 127, S(9, 1, 27), "Port Authority"), Change("call", "first call of leaders", "mid-February 2025", 15, S(1, 1, 2), "South")],
        Totals = [new("north", "North", S(15, 3, 34), C(240), C(220), C(3))],
        Levers =
        [
            Lever("loan", "loan for the harbour", "Port Authority", "reserve", 0.05, 0.5, S(-3, -7, 0), S(5, 0, 17)),
            Lever("patrols", "patrols", "South", "in force", 1, 1, null, S(0, 0, 0)),
        ],
        Dependences = [new("north", "port", S(12, 4, 20))],
        Timeline =
        [
            new(new DateOnly(2025, 1, 20), C(240), [new("north", S(71, 61, 80), S(35, 20, 50))], []),
            new(new DateOnly(2025, 2, 15), C(245), [new("north", S(60, 45, 75), S(30, 10, 44))], ["call"]),
        ],
        Ledger = LedgerAnswer.Empty with
        {
            Moves = 46,
            Echoes = 1,
            Sources = 5,
            IndependentSources = 4,
            DerivedSources = [new("gazette", "courier")],
            Clashes = [new("aid-suspended", "aid-resumed", "aid suspended for good", "aid resumed", ["op-ed", "courier"], null)],
            Asked = [new("north", "North", 7, 5, []), new("south", "South", 4, 1, [])],
        },
        Provenance = new(40, 0, 9, 31, 4, 18, 0, 0, 18),
        Findings =
        [
            new("F1", FindingKind.TotalCost, "Together the concessions cost North a point or more in 96 of 100 draws (almost certain).", "Rests on the cost of no deal, three numbers without a source.", ["~", "?"], ["no-deal.feud.cost.north"]),
            new("F2", FindingKind.Zone, "A deal is open in 98 of 100 draws.", "", ["?"], []),
        ],
        Method = new(Draws, Draws, 1, "Nash over mixtures of deals", 3e-8, "7f3a00c0ffee", "0.1.0"),
    };

    /// <summary>An interrupted run on a case whose zone is closed in the middle.</summary>
    public static Analysis Interrupted { get; } = Full with
    {
        Method = Full.Method with { Done = 40 },
        Deal = null,
        Zone = new(C(20), C(40), S(-4, -9, 2), false, ["South"], [new("south", "South", 4.2), new("north", "North", null)]),
    };

    /// <summary>A ledger alone.</summary>
    public static Analysis LedgerAlone { get; } = Full with
    {
        HasModel = false,
        InShort = [],
        CheckFirst = [],
        Hands = [],
        Deal = null,
        Zone = null,
        Changes = [],
        Totals = [],
        Levers = [],
        Dependences = [],
        Timeline = [],
    };

    private static Spread S(double median, double p5, double p95) => new(median, p5, p95, Draws);

    private static Chance C(int hits) => new(hits, Draws);

    private static ChangeAnswer Change(string id, string name, string when, int hits, Spread size, string wentTo) => new(
        id, name, $"{name} by the Port Authority", "port", "Port Authority", when, new DateOnly(2025, 1, 20), new DateOnly(2025, 3, 24), null, "berths", [id], "~", false, false, null, [], [], ["courier-8"], C(Draws),
        "port", wentTo,
        [
            new("north", "North", C(hits), size, S(4, 0, 20), S(5, 0, 22), 0.1, S(3, 0, 18), C(2), "port", wentTo, 9),
            new("south", "South", C(0), null, S(0, -1, 0), S(0, -1, 0), 0, S(0, 0, 0), C(90), "nobody", "nobody", 0),
        ]);

    private static LeverAnswer Lever(string id, string name, string holder, string standing, double low, double high, Spread? north, Spread? south) => new(
        id, name, holder, holder, standing, true, low, high, null, "~", [new("north", "North", north, C(100)), new("south", "South", south, C(100))], [], null, [], []);
}
