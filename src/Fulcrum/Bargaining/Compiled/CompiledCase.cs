using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// All of a case that is the same in every draw, as indices into flat arrays: where each drawn number goes, which moves make which change, what each group of
/// issues can contain. Worked out once for all draws, so that a draw looks nothing up by name. Parties, issues and levers are those of <see cref="CaseLayout"/>.
/// Immutable; shared by all threads.
/// </summary>
internal sealed class CompiledCase
{
    private readonly Standing[][][] _reachable;

    public CompiledCase(CasePlan plan)
    {
        Plan = plan;
        Layout = plan.Layout;
        Parties = Layout.Parties.Length;
        OptionStart = new int[Layout.Issues.Length + 1];
        for (int k = 0; k < Layout.Issues.Length; k++)
            OptionStart[k + 1] = OptionStart[k] + Layout.Issues[k].Count;
        Numbers = new NumberPlaces(this);
        Moves = new CompiledMoves(plan);
        Delivering = [.. Enumerable.Range(0, Levers).Where(l => Layout.Deliveries[l].Length > 0)];
        TermStart = new int[Layout.Groups.Length + 1];
        for (int g = 0; g < Layout.Groups.Length; g++)
            TermStart[g + 1] = TermStart[g] + Layout.Groups[g].Terms.Length;
        Groups = [.. Layout.Groups.Select((group, g) => new CompiledGroup(this, group, TermStart[g]))];
        Courses = [.. Layout.CourseAfter.Distinct().Order()];
        IssueInFile = [.. Enumerable.Range(0, Issues).Select(k => Array.IndexOf(Layout.IssuePlaces, k))];
        StandIns = [.. plan.Case.Together.Where(term => term.StandsForBreach).Select(term => (term.Adds.Index, term.Counts is null ? 0.0 : 1))];
        _reachable = [.. Layout.Levers.Select(lever => Enum.GetValues<Standing>().Select(now => LeverMoves.Reachable(plan, lever, now).ToArray()).ToArray())];
        LeverInFile = [.. Enumerable.Range(0, Levers).Select(l => Array.IndexOf(Layout.LeverPlaces, l))];
    }

    public CasePlan Plan { get; }

    public CaseLayout Layout { get; }

    public int Parties { get; }

    public int Issues => Layout.Issues.Length;

    public int Levers => Layout.Levers.Length;

    /// <summary>Issue k owns the options OptionStart[k] .. OptionStart[k + 1] - 1 of all.</summary>
    public int[] OptionStart { get; }

    public int Options => OptionStart[^1];

    public NumberPlaces Numbers { get; }

    public CompiledMoves Moves { get; }

    /// <summary>Levers that bring about an option.</summary>
    public int[] Delivering { get; }

    /// <summary>Group g owns the joining terms TermStart[g] .. TermStart[g + 1] - 1 of all.</summary>
    public int[] TermStart { get; }

    public CompiledGroup[] Groups { get; }

    /// <summary>Courses that follow somebody's refusal.</summary>
    public int[] Courses { get; }

    /// <summary>By issue: its place in the file; likewise by lever.</summary>
    public int[] IssueInFile { get; }

    public int[] LeverInFile { get; }

    /// <summary>Where the holder can move a lever from a standing.</summary>
    public Standing[] Reachable(int lever, Standing now) => _reachable[lever][(int)now];

    /// <summary>Numbers of joining terms that stand for an expected breach, each with what it is where breaches are counted for themselves.</summary>
    public (int Quantity, double Without)[] StandIns { get; }
}
