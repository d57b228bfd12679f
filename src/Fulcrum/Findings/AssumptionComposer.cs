using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Findings;

/// <summary>Gathers what can be supposed otherwise: every number and order, where each lever stands today, which options can be signed, which moves were made.</summary>
public static class AssumptionComposer
{
    private const double LeastReach = 10;
    private const double LeastDrift = 2;
    private const double LeastMonths = 12;
    private const double LeastFactor = 2;
    private const double MostPoints = 100;

    private static readonly string[] Order = ["no-deal", "weights", "issues", "levers", "together", "parties", "ledger", "keeping", "interim", "beliefs"];

    /// <param name="standing">Where each lever stands today, after the ledger's moves.</param>
    /// <param name="today">The day on which a supposed move is made.</param>
    public static AssumptionList Compose(Case @case, Func<LeverId, Standing> standing, DateOnly today)
    {
        var words = new PathWords(@case);
        IEnumerable<Assumption> all = @case.Quantities.Where(q => q.Shape is not NumberShape.Rest && q.Support != Support.ByDefault).Select(q => Number(q, words))
            .Concat(@case.Rankings.Select(r => Ranking(r, words)))
            .Concat(@case.Levers.Select(l => OfLever(l, standing(l.Id), today)))
            .Concat(@case.Issues.Where(i => i.Scale is null).SelectMany(i => i.Options.Select(o => OfOption(i, o))))
            .Concat(@case.Moves.Where(Acts).Select(OfMove));
        return new AssumptionList([.. all.GroupBy(a => GroupOf(a)).OrderBy(g => Place(g.Key)).Select(g => new AssumptionGroup(g.Key, NameOf(@case, g.Key), [.. g]))]);
    }

    private static Assumption Number(Quantity q, PathWords words)
    {
        (double low, double high, string unit) = Scale(q);
        return new Assumption(
            q.Path, words.Of(q.Path), "number", NumberWords.Of(q.Shape), q.Shape.Least, q.Shape.Middle, q.Shape.Most, low, high, unit, Wording.MarkSign(q.Support.Mark),
            Ids(q.Support.Evidence), q.Support.Note, []);
    }

    // A scale that leaves room on both sides of what the case states.
    private static (double Low, double High, string Unit) Scale(Quantity q)
    {
        double widest = Math.Max(Math.Abs(q.Shape.Least), Math.Abs(q.Shape.Most));
        double Reach(double least) => Math.Ceiling(Math.Max(least, 2 * widest));
        (double low, double high, string unit) = q.Unit switch
        {
            NumberUnit.Share => (0, 1, "share"),
            NumberUnit.Months => (0, Reach(LeastMonths), "months"),
            NumberUnit.Factor => (0, Reach(LeastFactor), "times"),
            NumberUnit.Weight => (0, Math.Min(MostPoints, Reach(LeastReach)), "weight"),
            NumberUnit.PointsAMonth => (-Reach(LeastDrift), Reach(LeastDrift), "points a month"),
            _ => Points(q, Math.Min(MostPoints, Reach(LeastReach))),
        };
        // A cost below zero is a gain: what the case states is on the scale whatever its sign.
        return (q.Shape.Least < low ? -Reach(0) : low, Math.Max(high, Math.Ceiling(q.Shape.Most)), unit);
    }

    private static (double Low, double High, string Unit) Points(Quantity q, double reach)
    {
        bool positive = q.Path.Contains(".cost.", StringComparison.Ordinal) || q.Path.EndsWith(".costs-holder", StringComparison.Ordinal)
            || q.Path.StartsWith("issues.", StringComparison.Ordinal);
        reach = q.Path.StartsWith("issues.", StringComparison.Ordinal) ? MostPoints : reach;
        return (positive ? 0 : -reach, reach, "points");
    }

    private static Assumption Ranking(Ranking r, PathWords words) => new(
        r.Path, words.Of(r.Path), "ranking", NumberWords.Of(r), null, null, null, null, null, "", Wording.MarkSign(r.Support.Mark), Ids(r.Support.Evidence), r.Support.Note, []);

    // A supposed move of its holder, today; so that the ledger stays what it is.
    private static Assumption OfLever(Lever lever, Standing now, DateOnly today)
    {
        string day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        AssumptionChoice Choice(Standing to) => new(
            to == now ? "" : $"{{date: {day}, by: {lever.Holder.Value}, kind: state, what: 'supposed: {Word(to)}', lever: {lever.Id.Value}, standing: {Word(to)}}}", Said(to));
        return new Assumption(
            $"ledger.suppose-{lever.Id.Value}", "where it stands today", "standing", Said(now), null, null, null, null, null, "", Wording.MarkSign(lever.Support.Mark),
            Ids(lever.Support.Evidence), lever.Support.Note, [.. Enum.GetValues<Standing>().Select(Choice)]);
    }

    private static Assumption OfOption(Issue issue, IssueOption option)
    {
        var signable = new AssumptionChoice(option.OnlyNoDeal ? "{remove: yes}" : "", "can be signed");
        var shut = new AssumptionChoice(option.OnlyNoDeal ? "" : "no-deal", "cannot be signed by anybody");
        return new Assumption(
            $"issues.{issue.Id.Value}.options.{option.Id.Value}.only", option.Name, "availability", option.OnlyNoDeal ? shut.Name : signable.Name, null, null, null, null, null, "",
            Wording.MarkSign(Mark.Assumed), [], null, [signable, shut]);
    }

    private static bool Acts(Move m) => m.InModel && m.Factuality is Factuality.Happened or Factuality.Ongoing && (m.Lever is not null || m.Yields is not null);

    private static Assumption OfMove(Move m) => new(
        $"ledger.{m.Id.Value}.in-model", m.What, "move", m.InModel ? "made" : "not counted", null, null, null, null, null, "", Wording.MarkSign(Mark.Judged), Ids(m.Evidence), m.Note,
        [new AssumptionChoice(m.InModel ? "" : "yes", "made"), new AssumptionChoice(m.InModel ? "no" : "", "had it not been made")]);

    private static string GroupOf(Assumption a)
    {
        string[] steps = a.Path.Split('.');
        return a.Kind switch
        {
            "standing" => "levers." + steps[1]["suppose-".Length..],
            "move" => "ledger",
            _ => string.Join('.', steps.Take(2)),
        };
    }

    private static int Place(string group) => Array.IndexOf(Order, group.Split('.')[0]) is var at and >= 0 ? at : Order.Length;

    internal static string NameOf(Case @case, string group)
    {
        string[] steps = group.Split('.');
        string id = steps[^1];
        return steps[0] switch
        {
            "issues" => @case.Issues.FirstOrDefault(i => i.Id.Value == id)?.Name ?? id,
            "levers" => @case.Levers.FirstOrDefault(l => l.Id.Value == id)?.Name ?? id,
            "weights" => $"What counts for {@case.Parties.FirstOrDefault(p => p.Id.Value == id)?.Name ?? id}",
            "parties" => $"{@case.Parties.FirstOrDefault(p => p.Id.Value == id)?.Name ?? id}: its part in the bargaining",
            "no-deal" => id == "per-month" ? "If talks fail: drift a month" : $"If talks fail: {@case.NoDeal?.Courses.FirstOrDefault(c => c.Id.Value == id)?.Name ?? id}",
            "ledger" => steps.Length == 1 ? "Moves of the ledger" : $"Move: {@case.Moves.FirstOrDefault(m => m.Id.Value == id)?.What ?? id}",
            "keeping" => KeepingName(id),
            "interim" => $"Agreement for a time: {@case.Interim.FirstOrDefault(a => a.Id == id)?.Name ?? id}",
            "together" => "Terms that depend on each other",
            _ => id,
        };
    }

    private static string KeepingName(string part) => part switch
    {
        "discount" => "Keeping: what a month later is worth today",
        "response" => "Keeping: months until a breach is seen and answered",
        "takes" => "Keeping: what a breach takes",
        "rearms" => "Keeping: what a month of a kept deal prepares",
        "rearms-for" => "Keeping: how long preparing goes on",
        _ => part,
    };

    private static string Word(Standing standing) => standing switch
    {
        Standing.InForce => "in-force",
        Standing.GivenAway => "given-away",
        _ => standing.ToString().ToLowerInvariant(),
    };

    private static string Said(Standing standing) => Word(standing).Replace('-', ' ');

    private static string[] Ids(IReadOnlyList<EvidenceId> evidence) => [.. evidence.Select(e => e.Value)];
}
