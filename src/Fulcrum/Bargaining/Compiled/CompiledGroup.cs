using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>One group of issues that depend on each other, as indices. Immutable.</summary>
internal sealed class CompiledGroup
{
    /// <summary>Groups with more combinations of ways are built as objects and copied.</summary>
    private const int MostRanked = 1_000;

    private readonly CompiledCase _case;
    private readonly int _termStart;

    public CompiledGroup(CompiledCase compiled, IssueGroup group, int termStart)
    {
        (_case, Group, _termStart) = (compiled, group, termStart);
        CaseLayout layout = compiled.Layout;
        Deliveries = [.. group.Issues.Select(issue => (
            from lever in Enumerable.Range(0, layout.Levers.Length)
            from delivery in layout.Deliveries[lever]
            where delivery.Issue == issue
            select (lever, delivery.Option)).ToArray())];
        Deliverers = [.. Deliveries.SelectMany(d => d).Select(d => d.Lever).Distinct().Order()];
        Ends = group.Issues.Any(k => layout.Issues[k].Issue.Ends);
        Ways = [.. group.Issues.Select((issue, place) => WaysOf(layout.Issues[issue], Deliveries[place]))];
        Ranks = Ways.Aggregate(1.0, (product, ways) => product * ways.Length) <= MostRanked ? RanksOf() : null;
    }

    public IssueGroup Group { get; }

    public int[] Issues => Group.Issues;

    public GroupTerm[] Terms => Group.Terms;

    /// <summary>[place]: levers that bring about an option of that issue, in the order of their keys.</summary>
    public (int Lever, int Option)[][] Deliveries { get; }

    public int[] Deliverers { get; }

    /// <summary>Whether leaving an issue of it open means that nothing is settled, so that its points drift.</summary>
    public bool Ends { get; }

    /// <summary>[place]: every way in which that issue can be settled: the option, and the lever that delivers it or -1.</summary>
    public (int Option, int By)[][] Ways { get; }

    /// <summary>Place of each combination of ways in the order of keys, combinations counted with the last issue fastest; null where there are too many.</summary>
    public int[]? Ranks { get; }

    public int WayOf(int place, int option, int by) => Array.IndexOf(Ways[place], (option, by));

    /// <summary>What a joining term is worth with those options of all issues.</summary>
    public double Worth(int term, ReadOnlySpan<int> options, DrawnModel model)
    {
        GroupTerm own = Terms[term];
        foreach ((int place, bool[] marks) in own.When)
        {
            if (!marks[options[Issues[place]]])
                return 0;
        }
        double number = model.Adds[_termStart + term];
        if (own.Counted < 0)
            return number;
        int issue = Issues[own.Counted];
        return (number - 1) * model.Points[(_case.OptionStart[issue] + options[issue]) * _case.Parties + own.Party];
    }

    private static (int, int)[] WaysOf(IssueLayout issue, (int Lever, int Option)[] deliveries) =>
        [.. issue.ByKey.Select(option => (option, -1)), .. deliveries.Select(d => (d.Option, d.Lever))];

    private int[] RanksOf()
    {
        string[] keys = Combined(0).ToArray();
        int[] order = [.. Enumerable.Range(0, keys.Length).OrderBy(c => keys[c], StringComparer.Ordinal)];
        var ranks = new int[order.Length];
        for (int rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank;
        return ranks;
    }

    private IEnumerable<string> Combined(int place) => place == Ways.Length ? [""] :
        from way in Ways[place]
        let key = KeyOf(place, way)
        from rest in Combined(place + 1)
        select place == Ways.Length - 1 ? key : $"{key}+{rest}";

    private string KeyOf(int place, (int Option, int By) way)
    {
        string key = _case.Layout.Issues[Issues[place]].Issue.Options[way.Option].Key;
        return way.By < 0 ? key : $"{key}@{_case.Layout.Levers[way.By].Key}";
    }
}
