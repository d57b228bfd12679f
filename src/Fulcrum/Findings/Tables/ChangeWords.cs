using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Findings.Tables;

/// <summary>What a net change is called, and on what kind of support it rests.</summary>
internal static class ChangeWords
{
    /// <summary>'NATO: door open ruled out', 'Leader contact: given'. It stands in quotes itself, so names in it have none.</summary>
    public static string Label(Case @case, NetChange change)
    {
        Move deciding = @case.Moves[change.Moves[^1]];
        if (change.Lever is { } lever)
        {
            string name = @case.Lever(lever).Name;
            return Wording.Capital(change.Undone ? $"{name}: back to {Wording.StandingName(@case.Lever(lever).Initial)}" : $"{name}: {Participle(deciding)}");
        }
        return deciding.Yields is { } yield
            ? $"{Wording.Capital(@case.Issue(yield.Issue).Name)}: {Yielded(@case.Issue(yield.Issue), deciding, yield)}"
            : deciding.What;
    }

    /// <summary>The act as the subject of a sentence: 'Ruling out door open (NATO)', 'Giving away leader contact'.</summary>
    public static string Act(Case @case, NetChange change)
    {
        Move deciding = @case.Moves[change.Moves[^1]];
        string gerund = change.Issue is not null && !Names(deciding.Kind) ? "Taking off the table" : Gerund(deciding.Kind);
        if (change.Lever is { } lever)
        {
            return $"{gerund} '{@case.Lever(lever).Name}'";
        }
        if (deciding.Yields is not { } yield)
        {
            return $"{gerund} '{deciding.What}'";
        }
        Issue issue = @case.Issue(yield.Issue);
        return yield.OnlyWhereRemoved
            ? $"{gerund} {Options(issue, yield.Removed)} on '{issue.Name}'"
            : $"{gerund} '{issue.Options[yield.BecomesFact].Name}' on '{issue.Name}'";
    }

    /// <summary>The weakest support among the numbers that decide what it is worth: the lever's, or the preferences on the issue.</summary>
    public static Mark MarkOf(Case @case, NetChange change)
    {
        if (change.Lever is { } lever)
        {
            return @case.Lever(lever).Support.Mark;
        }
        if (change.Issue is not { } issue)
        {
            return Mark.Assumed;
        }
        Mark[] marks = @case.Issue(issue).Preferences.Values.SelectMany(MarksOf).ToArray();
        return marks.Length == 0 || marks.Contains(Mark.Assumed) ? Mark.Assumed : marks.Contains(Mark.Judged) ? Mark.Judged : Mark.Quoted;
    }

    private static IEnumerable<Mark> MarksOf(Preference preference) => preference switch
    {
        Preference.Ranked ranked => [ranked.Order.Support.Mark],
        Preference.Valued valued => valued.Values.Select(v => v.Support.Mark),
        Preference.Curve curve => curve.Points.Select(p => p.Value.Support.Mark),
        _ => [],
    };

    private static string Yielded(Issue issue, Move move, IssueYield yield) =>
        yield.OnlyWhereRemoved
            ? $"{Wording.List([.. yield.Removed.Select(o => issue.Options[o].Name)])} {(Names(move.Kind) ? Participle(move) : "off the table")}"
            : $"{issue.Options[yield.BecomesFact].Name} {(Names(move.Kind) ? Participle(move) : "conceded")}";

    // Whether the kind of the move names what was done to the option; a statement, say, does not.
    private static bool Names(MoveKind kind) => kind is MoveKind.RuleOut or MoveKind.Concede or MoveKind.Give or MoveKind.Accept or MoveKind.Promise or MoveKind.Offer;

    private static string Options(Issue issue, IReadOnlyList<int> options) => Wording.List(options.Select(o => $"'{issue.Options[o].Name}'").ToArray());

    private static string Participle(Move move) => move.Kind switch
    {
        MoveKind.Offer => "offered",
        MoveKind.Promise => "promised",
        MoveKind.Threaten => "threatened",
        MoveKind.Impose => "imposed",
        MoveKind.Give => "given",
        MoveKind.Withhold => "withheld",
        MoveKind.Ease => "eased",
        MoveKind.RuleOut => "ruled out",
        MoveKind.Concede => "conceded",
        MoveKind.Break => "broken off",
        MoveKind.Accept => "accepted",
        _ => move.LeverStanding is { } standing ? Wording.StandingName(standing) : "changed",
    };

    private static string Gerund(MoveKind kind) => kind switch
    {
        MoveKind.Offer => "Offering",
        MoveKind.Promise => "Promising",
        MoveKind.Threaten => "Threatening",
        MoveKind.Impose => "Imposing",
        MoveKind.Give => "Giving",
        MoveKind.Withhold => "Withholding",
        MoveKind.Ease => "Easing",
        MoveKind.RuleOut => "Ruling out",
        MoveKind.Concede => "Conceding",
        MoveKind.Break => "Breaking off",
        MoveKind.Accept => "Accepting",
        _ => "Moving",
    };
}
