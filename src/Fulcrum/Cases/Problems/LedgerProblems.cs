using System.Globalization;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Problems;

/// <summary>What can be wrong with dates and with the moves of the ledger.</summary>
internal static class LedgerProblems
{
    private const string Forms = "Write 2025-03-11, 2025-02, 2025, mid-February 2025, week of 2025-03-17, 2025-02-12..2025-02-18, before/after/about 2025-03-11, or undated.";

    public static CaseProblem DateMalformed(SyntaxNode at, string text) => ProblemAt.Error(at, "date/malformed", $"'{(text.Length <= 40 ? text : text[..40] + "...")}' is not a date", Forms);

    public static CaseProblem DateImpossible(SyntaxNode at, string text) => ProblemAt.Error(at, "date/impossible",
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? $"'{text}' is too far from today" : $"there is no day {text}", "Check the month and the day; years run from 1000 to 2999.");

    public static CaseProblem DateNotExact(SyntaxNode at, string key) => ProblemAt.Error(at, "date/not-exact",
        $"'{key}' must be one day", "Write year-month-day: 2025-03-11.");

    public static CaseProblem DateReversed(SyntaxNode at) => ProblemAt.Error(at, "date/reversed",
        "this stretch of days ends before it starts", "Write the earlier day first.");

    public static CaseProblem AsOfBeforeStart(SyntaxNode at) => ProblemAt.Error(at, "date/as-of-before-start",
        "'as-of' lies before 'starts'", "'starts' is the first day that the ledger covers; 'as-of' the day at which the numbers hold.");

    public static CaseProblem MoveAfterAsOf(SyntaxNode at, string asOf) => ProblemAt.Error(at, "date/move-after-as-of",
        $"the move comes after the case's date, {asOf}", "Move 'as-of:' forward, or write 'factuality: planned' or 'possible' for what has not happened.");

    public static CaseProblem MoveAfterFrozen(SyntaxNode at, string frozen) => ProblemAt.Error(at, "date/move-after-frozen",
        $"the case is frozen at {frozen} and takes no later move", "Leave the move out, or copy the case and go on there.");

    public static CaseProblem MoveBeforeStart(SyntaxNode at, string starts) => ProblemAt.Warning(at, "date/move-before-start",
        $"the move comes before the ledger's first day, {starts}", "Move 'starts:' back, or tell it as a commitment or a starting 'standing:'.");

    public static CaseProblem StatusBeforeDate(SyntaxNode at, string status, string date) => ProblemAt.Error(at, "date/status-before-date",
        $"'{status}' since a day before the obligation was taken on ({date})", "Check 'date:' and 'since:'.");

    public static CaseProblem StatusesOutOfOrder(SyntaxNode at, string before) => ProblemAt.Error(at, "date/statuses-out-of-order",
        $"this status comes before the one written ahead of it ({before})", "Write the statuses in the order of their days, the earliest first.");

    public static CaseProblem StatusTwice(SyntaxNode at, string day) => ProblemAt.Error(at, "date/status-twice",
        $"two statuses hold since the same day ({day})", "Keep one of them, or make the dates sharper.");

    public static CaseProblem SinceBesideDates(SyntaxNode at) => ProblemAt.Error(at, "date/since-beside-dates",
        "'since:' stands beside a 'status:' that has its dates already", "Leave 'since:' out, or write a single word under 'status:'.");

    public static CaseProblem StatusAfterAsOf(SyntaxNode at, string status, string asOf) => ProblemAt.Warning(at, "date/status-after-as-of",
        $"'{status}' holds only after the case's date, {asOf}, and is not counted by then", "Check the day, or move 'as-of:' forward.");

    public static CaseProblem CommitmentAfterAsOf(SyntaxNode at, string asOf) => ProblemAt.Warning(at, "date/commitment-after-as-of",
        $"the obligation was taken on after the case's date, {asOf}, and is not counted by then", "Check the day, or move 'as-of:' forward.");

    public static CaseProblem ObligedToItself(SyntaxNode at, string party) => ProblemAt.Error(at, "model/obliged-to-itself",
        $"{party} cannot owe itself what it undertook", "Name under 'to:' whom it was promised; leave 'to:' out where the source names nobody.");

    public static CaseProblem MovesOthersLever(SyntaxNode at, string mover, string lever, string holder) => ProblemAt.Error(at, "ledger/not-the-holder",
        $"{mover} cannot move {lever}: {holder} holds it", $"Name {holder} under 'by:', or give {mover} a lever of its own.");

    public static CaseProblem ImpossibleMove(SyntaxNode at, string kind, string lever, string standing) => ProblemAt.Error(at, "ledger/impossible-move",
        $"'{kind}' cannot be done to {lever}, which is {standing} by then", "Check the order of dates and the moves before it, or state the outcome with 'standing:'.");

    public static CaseProblem PerhapsImpossibleMove(SyntaxNode at, string kind, string lever, string standing) => ProblemAt.Warning(at, "ledger/perhaps-impossible-move",
        $"'{kind}' cannot be done to {lever} if it is {standing} by then, and the dates leave the order open", "Make the dates sharper, or state the outcome with 'standing:'.");

    public static CaseProblem MissingPartner(SyntaxNode at, string key, string needs) => ProblemAt.Error(at, "ledger/needs-partner",
        $"'{key}:' needs '{needs}:' beside it", $"Add '{needs}:', or leave '{key}:' out.");

    public static CaseProblem NothingYielded(SyntaxNode at, string key) => ProblemAt.Error(at, "ledger/nothing-yielded",
        $"'{key}:' says how an option goes off the table, but this move yields none", "Add 'issue:' with 'rules-out: [options]', or 'kind: concede' with 'issue:' and 'option:'.");

    public static CaseProblem UseRulesOut(SyntaxNode at) => ProblemAt.Error(at, "ledger/use-rules-out",
        "a rule-out names the options that go off the table under 'rules-out:'", "Write 'rules-out: [option]' instead of 'option:'.");

    public static CaseProblem RulesOutEverything(SyntaxNode at, string issue) => ProblemAt.Error(at, "ledger/rules-out-everything",
        $"this leaves no option of {issue} on the table", "Leave at least one option that can be signed.");

    public static CaseProblem FactRuledOut(SyntaxNode at, string option) => ProblemAt.Error(at, "ledger/fact-ruled-out",
        $"'{option}' is ruled out, so it cannot be what becomes the fact", "Say under 'becomes:' which remaining option takes its place.");

    public static CaseProblem AfterCircle(SyntaxNode at, string move) => ProblemAt.Error(at, "ledger/after-circle",
        $"{move} comes after itself, through the moves that it is said to come after", "One move of the circle came first: leave its 'after:' out.");

    public static CaseProblem AfterAgainstDates(SyntaxNode at, string earlier, string earlierDate, string date) => ProblemAt.Error(at, "ledger/after-against-dates",
        $"by the dates {earlier} ({earlierDate}) comes only after this move ({date})", "Mend the date that is wrong, or leave 'after:' out.");

    public static CaseProblem OwnRow(SyntaxNode at, string key) => ProblemAt.Error(at, "ledger/own-row",
        $"'{key}' leads back to this very move", "Name another move; an echo points to the earlier row.");
}
