using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings.Tables;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Sentences;

/// <summary>What the net changes cost: all together, and each.</summary>
internal static class CostSentences
{
    /// <summary>A change gets its own sentence for a party when it costs it a point or more in at least this share of the draws.</summary>
    private const double WorthASentence = 0.05;

    public static IEnumerable<Draft> Totals(DrawTable table, IReadOnlyList<TotalCost> totals) =>
        totals.Where(t => t.Points is not null && table.Focus.Any(p => table.Id(p) == t.Party)).Select(t => Total(table, t));

    private static Draft Total(DrawTable table, TotalCost total)
    {
        NetChange[] standing = table.Input.Plan.Changes.Where(c => !c.Undone).ToArray();
        string changes = $"The {Wording.Count(standing.Length, "net change", "net changes")} in the ledger since {Wording.Day(table.Case.Starts)}";
        int party = table.Focus.First(p => table.Id(p) == total.Party);
        bool gain = total.Better.Hits > total.PointOrMore.Hits;
        RestingOn resting = RestingOn.Of(table, gain ? "the gain" : "the cost", d => (gain ? -1 : 1) * ChangeTable.TotalLoss(d, party));
        return new Draft(
            FindingKind.TotalCost, $"{changes} {Effect(total)}.",
            Draft.Join($"Compared with {total.Name}'s own hand today had none of them been made; a counterfactual, computed.", resting.Text),
            resting.MarksWith(), [.. standing.Select(c => c.Id), .. resting.Supports]);
    }

    // The commoner of loss and gain is told; what happens in neither is told as such.
    private static string Effect(TotalCost total)
    {
        Spread points = total.Points!;
        if (total.PointOrMore.Hits == 0 && total.Better.Hits == 0)
        {
            return $"moved the hand of {total.Name} by less than a point of its 100 in every draw";
        }
        if (total.PointOrMore.Hits >= total.Better.Hits)
        {
            return $"cost {total.Name} a point or more of its 100 {Wording.Frequency(total.PointOrMore)}; over all draws {Both(points, "gain", "loss")}";
        }
        Spread gain = new(-points.Median, -points.P95, -points.P5, points.Count);
        return $"left {total.Name} a point or more of its 100 better off {Wording.Frequency(total.Better)}; over all draws by {Both(gain, "loss", "gain")}";
    }

    // A range across zero is told in words, so that a minus need not be read as its opposite.
    private static string Both(Spread points, string below, string above) =>
        Math.Round(points.P5, MidpointRounding.AwayFromZero) >= 0 ? Wording.Size(points)
        : $"{Wording.Points(points.Median)} (from a {below} of {Wording.Points(-points.P5)} to a {above} of {Wording.Points(Math.Max(0, points.P95))})";

    public static IEnumerable<Draft> Changes(DrawTable table, IReadOnlyList<ChangeAnswer> changes)
    {
        foreach (int party in table.Focus)
        {
            string id = table.Id(party);
            var costs = changes.Select(c => (Change: c, Cost: c.Costs.First(k => k.Party == id))).ToArray();
            var told = costs.Where(c => c.Cost.PointOrMore.Share >= WorthASentence).OrderByDescending(c => c.Cost.PointOrMore.Hits).ThenBy(c => c.Change.Id, StringComparer.Ordinal);
            foreach (var (change, cost) in told)
            {
                yield return Change(table, change, cost);
            }
            ChangeAnswer[] costless = costs.Where(c => c.Cost.PointOrMore.Hits == 0 && c.Cost.Gained.Hits == 0 && c.Cost.FairShare is not null && !c.Change.Undone).Select(c => c.Change).ToArray();
            if (costless.Length > 0)
            {
                yield return Costless(table, party, costless);
            }
        }
    }

    private static Draft Change(DrawTable table, ChangeAnswer change, ChangeCost cost)
    {
        NetChange plan = table.Input.Plan.Changes.First(c => c.Id == change.Id);
        string act = ChangeWords.Act(table.Case, plan);
        string when = Wording.When(plan.Moves.Select(m => table.Case.Moves[m]).ToArray());
        string text = $"{act} ({change.ByName}, {when}) cost {cost.Name} a point or more {Wording.Frequency(cost.PointOrMore)}; "
            + $"where it did, {Wording.Size(cost.Size)} of its 100 points, and {Gainer(cost)}.";
        int index = table.Input.Plan.Changes.ToList().IndexOf(plan), party = table.Focus.First(p => table.Id(p) == cost.Party);
        RestingOn resting = RestingOn.Of(table, "the cost", d => d.ChangeActs[index] ? d.CostShare[index][party] : double.NaN);
        return new Draft(
            FindingKind.ChangeCost, text, Draft.Join(Rests(table.Case, change, cost), resting.Text), resting.MarksWith(change.Mark),
            [change.Id, .. change.Moves.Where(m => m != change.Id), .. change.Evidence, .. resting.Supports]);
    }

    private static string Gainer(ChangeCost cost) => cost.WentTo switch
    {
        "mixed" => "no single other party gained in most of these draws",
        "both" => $"{cost.WentToName} each gained in most of these draws",
        "nobody" or "none" => "in most of these draws nobody gained by it",
        _ => $"{cost.WentToName} gained in most of these draws",
    };

    private static string Rests(Case @case, ChangeAnswer change, ChangeCost cost) => Draft.Join(
        Citations.Told(@case, change.Evidence),
        change.Mark switch
        {
            "\"" => "What it is worth is quoted.",
            "~" => "What it is worth is judged from a sentence.",
            _ => "What it is worth is assumed in part or wholly.",
        },
        change.Acts.Hits < change.Acts.Of ? $"It takes effect {change.Acts.InDraws}." : "",
        change.Conditional ? "It was made on a condition." : "",
        InReturn(@case, change),
        change.Reversible switch
        {
            false => "The ledger has it as final.",
            true when cost.TakenBack is { } back && Math.Round(back.Median) > 0 => $"Taking it back today would return {Wording.Size(back)}.",
            _ => "",
        });

    private static string InReturn(Case @case, ChangeAnswer change)
    {
        var madeFor = change.Moves.SelectMany(m => @case.Move(new MoveId(m)).InReturnFor).Select(id => id.Value).ToHashSet(StringComparer.Ordinal);
        string Told(string start, bool before) => change.CameBack.Any(m => madeFor.Contains(m.Move) == before)
            ? $"{start}: {string.Join("; ", change.CameBack.Where(m => madeFor.Contains(m.Move) == before).Select(m => $"{m.What} ({m.By}, {Wording.When(@case.Move(new MoveId(m.Move)).Date)})"))}."
            : "";
        return change.CameBack.Count == 0 ? "The ledger records nothing in return." : Draft.Join(Told("It was itself made in return for", before: true), Told("In return came", before: false));
    }

    private static Draft Costless(DrawTable table, int party, ChangeAnswer[] changes) => new(
        FindingKind.ChangeCost,
        $"Less than a point of {table.Name(party)}'s 100, in every draw, hangs on each of: {string.Join("; ", changes.Select(c => $"{c.Name} ({c.ByName})"))}.",
        "A change moves nothing where the predicted deal would have contained the same term anyway, or where the option was never within reach."
            + Corner(table, party),
        ["="], changes.Select(c => c.Id).ToArray());

    private static string Corner(DrawTable table, int party) =>
        table.Input.Corners.FirstOrDefault(n => n.Party == table.Case.Parties[party].Id) is not { Holds: true } note ? ""
        : $" With every number at its middle, the predicted deal stays the same while what {table.Name(party)} has without one falls by {Reach(note.HoldsDown)} or rises by {Reach(note.HoldsUp)}{(note.ClosesAbove ? "; above that no deal is open" : "")}.";

    private static string Reach(double points) => double.IsPositiveInfinity(points) ? "any amount" : points < 0.5 ? "less than a point" : $"up to {Wording.Points(points)}";

    /// <summary>Who gained since the start: each party against its own start, never one party's points against another's.</summary>
    public static IEnumerable<Draft> WhoGained(DrawTable table, IReadOnlyList<TotalCost> totals)
    {
        int[] parties = table.Focus.Where(p => totals.Any(t => t.Party == table.Id(p) && t.Points is not null)).ToArray();
        for (int a = 0; a < parties.Length; a++)
        {
            for (int b = a + 1; b < parties.Length; b++)
            {
                if (SomeoneGained(totals, table.Id(parties[a]), table.Id(parties[b])))
                {
                    yield return Pair(table, parties[a], parties[b]);
                }
            }
        }
    }

    private static bool SomeoneGained(IReadOnlyList<TotalCost> totals, params string[] parties) => totals.Any(t => parties.Contains(t.Party) && t.Better.Share >= WorthASentence);

    private static Draft Pair(DrawTable table, int first, int second)
    {
        bool Better(DrawResult d, int p) => Noticeable.Down(ChangeTable.TotalLoss(d, p));
        Chance firstAlone = table.Chance(d => Better(d, first) && !Better(d, second));
        Chance secondAlone = table.Chance(d => Better(d, second) && !Better(d, first));
        Chance one = table.Chance(d => Better(d, first)), two = table.Chance(d => Better(d, second));
        string each = $"against its own start, {table.Name(first)} is a point or more better off {one.InDraws}, {table.Name(second)} {two.InDraws}";
        string text = Likelihood.Settles(firstAlone) ? $"Of {table.Name(first)} and {table.Name(second)}, only {table.Name(first)} gained by the changes, {Wording.Frequency(firstAlone)}."
            : Likelihood.Settles(secondAlone) ? $"Of {table.Name(first)} and {table.Name(second)}, only {table.Name(second)} gained by the changes, {Wording.Frequency(secondAlone)}."
            : $"Who gained by the changes since {Wording.Day(table.Case.Starts)}, {table.Name(first)} or {table.Name(second)}, is {Likelihood.NotSettled}: {each}.";
        return new Draft(
            FindingKind.WhoGainedMore, text, "Points of two parties are never compared: each is measured against its own hand without the changes.", ["="],
            table.Input.Plan.Changes.Select(c => c.Id).ToArray());
    }
}
