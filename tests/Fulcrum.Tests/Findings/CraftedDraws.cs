using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Tests.Bargaining;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Findings;

/// <summary>A case with two principals, a mediator and two changes, and draws of it that say exactly what a test wants.</summary>
internal static class CraftedDraws
{
    public const int North = 0;
    public const int South = 1;

    public static Case Case() => Made().Build() with { Title = "crafted", Question = "Who gained?", Focus = [new PartyId("north"), new PartyId("south")] };

    /// <summary>Index of the change made by this move.</summary>
    public static int Change(string move) => Plan().Changes.Select((c, i) => (c, i)).Single(pair => pair.c.Id == move).i;

    public static CasePlan Plan() => CasePlan.Of(Case(), CaseMaker.Today);

    /// <summary>A draw with an open zone and no effect of anything.</summary>
    public static DrawResult Calm(CasePlan plan)
    {
        int parties = plan.Case.Parties.Count, changes = plan.Changes.Count, levers = plan.Case.Levers.Count, dates = plan.Dates.Count;
        double[][] Rows(int rows, double value = 0) => Enumerable.Range(0, rows).Select(_ => Enumerable.Repeat(value, parties).ToArray()).ToArray();
        return new DrawResult
        {
            ZoneSingle = true,
            ZoneLottery = true,
            Margin = 5,
            Hands = Rows(1, 60)[0],
            NoDeal = Rows(1, 30)[0],
            HandsUnchanged = Rows(1, 60)[0],
            OptionShares = plan.Case.Issues.Select(i => i.Options.Select((_, o) => o == 1 ? 1.0 : 0).ToArray()).ToArray(),
            LeverShares = new double[levers],
            SingleHands = Rows(1, 60)[0],
            SingleOptions = plan.Case.Issues.Select(_ => 1).ToArray(),
            CostInOrder = Rows(changes),
            CostShare = Rows(changes),
            CostShareError = Rows(changes),
            CostUndone = Rows(changes),
            ChangeActs = Enumerable.Repeat(true, changes).ToArray(),
            Realised = Rows(levers),
            Coercive = Rows(levers),
            IfMoved = Enumerable.Range(0, levers).Select(_ => new double[]?[5]).ToArray(),
            Dependence = Rows(parties),
            HandsAt = Rows(dates, 60),
            NoDealAt = Rows(dates, 30),
            ZoneAt = Enumerable.Repeat(true, dates).ToArray(),
            LargestGap = 1e-9,
        };
    }

    /// <summary>Where nothing is open and whatever hangs on a deal does not exist.</summary>
    public static DrawResult Closed(CasePlan plan)
    {
        DrawResult calm = Calm(plan);
        double[] missing = Enumerable.Repeat(double.NaN, plan.Case.Parties.Count).ToArray();
        return calm with
        {
            ZoneSingle = false,
            ZoneLottery = false,
            Margin = double.NegativeInfinity,
            Hands = calm.NoDeal,
            HandsUnchanged = calm.NoDeal,
            OptionShares = null,
            LeverShares = null,
            SingleHands = missing,
            SingleOptions = null,
            ZoneAt = new bool[plan.Dates.Count],
            CostShare = calm.CostShare.Select(_ => missing).ToArray(),
            CostShareError = calm.CostShare.Select(_ => missing).ToArray(),
            Realised = calm.Realised.Select(_ => missing).ToArray(),
            LargestGap = double.NaN,
        };
    }

    /// <summary>The change costs the loser and, when named, gains the winner this many points.</summary>
    public static DrawResult Costing(DrawResult draw, int change, int loser, double points, int? winner = null)
    {
        double[][] share = draw.CostShare.Select(row => row.ToArray()).ToArray();
        double[] unchanged = draw.HandsUnchanged.ToArray();
        share[change][loser] = points;
        unchanged[loser] = draw.Hands[loser] + points;
        if (winner is { } other)
        {
            share[change][other] = -points;
            unchanged[other] = draw.Hands[other] - points;
        }
        return draw with { CostShare = share, CostInOrder = share, CostUndone = share, HandsUnchanged = unchanged };
    }

    public static AnalysisInput Input(CasePlan plan, IEnumerable<DrawResult> draws, int? asked = null)
    {
        DrawResult[] all = draws.ToArray();
        return new AnalysisInput { Plan = plan, Draws = all, Asked = asked ?? all.Length, Seed = 1, Version = "test" };
    }

    /// <summary>The first <paramref name="hits"/> of the draws from one, the rest from the other.</summary>
    public static IEnumerable<DrawResult> Mixed(int hits, DrawResult first, int rest, DrawResult second) => Enumerable.Repeat(first, hits).Concat(Enumerable.Repeat(second, rest));

    private static CaseMaker Made() => new CaseMaker()
        .Party("north", 1, ("land", 1), ("arms", 1))
        .Party("south", 1, ("land", 1), ("arms", 1))
        .Party("broker", 0)
        .Party("onlooker", 0)
        .Issue("land", ["as-is", "split"], ("north", [100, 0]), ("south", [0, 100]))
        .Issue("arms", ["free", "capped"], ("north", [0, 100]), ("south", [100, 0]))
        .Course("war", [("north", 20), ("south", 20)], (1, ["as-is", "free"]))
        .Lever("carrot", "broker", deal: [("south", 5)])
        .Lever("stick", "broker", Standing.InForce, noDeal: [("south", -10)])
        .Move("gift", 31, "carrot", Standing.GivenAway, change: m => m with
        {
            Kind = MoveKind.Give,
            What = "gave the carrot",
            Date = m.Date with { Text = "February 2025" },
            To = [new PartyId("south")],
        })
        .Yield("waiver", 60, "north", "arms", ["free"], "capped", onlyWhereRemoved: true, change: m => m with { What = "ruled out free arms", Date = m.Date with { Text = "early March 2025" } });
}
