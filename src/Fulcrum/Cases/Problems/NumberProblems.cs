using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Problems;

/// <summary>What can be wrong with numbers, ranks and their support.</summary>
internal static class NumberProblems
{
    private const string Forms = "Write 30, 20..40, 20..30..40 or ?, or a block {is: 20..40, judged-from: id}.";

    public static CaseProblem Malformed(SyntaxNode at, string text) => ProblemAt.Error(at, "number/malformed", $"'{Short(text)}' is not a number",
        text.Contains(',', StringComparison.Ordinal) ? "Decimals have a point, and thousands no mark: 5.5, 12000." : Forms);

    public static CaseProblem Percent(SyntaxNode at, string text) => ProblemAt.Error(at, "number/percent",
        $"'{Short(text)}' has a percent sign", "Write shares and chances from 0 to 1, so 0.35 for 35 %; write points without a sign.");

    public static CaseProblem DashRange(SyntaxNode at, string text) => ProblemAt.Error(at, "number/dash-range",
        $"'{Short(text)}' is not a range", "Write a range with two dots: 20..40.");

    public static CaseProblem TooLarge(SyntaxNode at, string text) => ProblemAt.Error(at, "number/too-large",
        $"'{Short(text)}' is beyond any scale of a case", "Points go from 0 to 100; numbers beyond a million million are refused.");

    public static CaseProblem Reversed(SyntaxNode at, string low, string high) => ProblemAt.Error(at, "number/reversed-range",
        $"the range starts at {low}, above its end {high}", $"Write the smaller number first: {high}..{low}.");

    public static CaseProblem ModeOutside(SyntaxNode at, string mode, string low, string high) => ProblemAt.Error(at, "number/mode-outside",
        $"the most likely value {mode} lies outside {low} to {high}", "Write lowest..most-likely..highest.");

    public static CaseProblem OutsideShare(SyntaxNode at, string what) => ProblemAt.Error(at, "number/outside-share",
        $"{what} must lie between 0 and 1", "Write 0.35 for 35 of 100.");

    public static CaseProblem MonthsNegative(SyntaxNode at) => ProblemAt.Error(at, "number/months-negative",
        "a number of months cannot be below 0", "Write 0 for at once, or a range such as 1..6.");

    public static CaseProblem OutsideValues(SyntaxNode at) => ProblemAt.Warning(at, "number/outside-values",
        "a value lies outside 0 to 100", "Values run from 0, the worst option in this case, to 100, the best; importance belongs under 'weights:'.");

    public static CaseProblem RestNotHere(SyntaxNode at) => ProblemAt.Error(at, "number/rest-not-here",
        "'rest' stands for the last chance of a course only", Forms);

    public static CaseProblem WithAndAgainst(SyntaxNode at) => ProblemAt.Error(at, "number/with-and-against",
        "a number cannot be drawn both with one and against another", "Keep one of 'with:' and 'against:'.");

    public static CaseProblem UnknownPartner(SyntaxNode at, string path, IEnumerable<string> known) => ProblemAt.Error(at, "number/unknown-partner",
        $"there is no number at '{path}'", Nearest.Help(path, known));

    public static CaseProblem PartnerIsRest(SyntaxNode at, string path) => ProblemAt.Error(at, "number/partner-is-rest",
        $"'{path}' is what the other chances leave and cannot lead a draw", "Name one of the chances that are stated.");

    public static CaseProblem PartnerCycle(SyntaxNode at, string path) => ProblemAt.Error(at, "number/partner-cycle",
        $"'{path}' is drawn with itself, through the numbers that it names", "Leave 'with:' or 'against:' out at one number of the circle.");

    public static CaseProblem SupportTwice(SyntaxNode at) => ProblemAt.Error(at, "number/support-twice",
        "a number is either quoted or judged from a sentence", "Keep 'quoted:' when the figure stands in the span, else 'judged-from:'.");

    public static CaseProblem FigureNotQuoted(SyntaxNode at, string number, string evidence) => ProblemAt.Error(at, "evidence/quoted-figure",
        $"{number} is marked as quoted but is not among the figures of {evidence}", "Write 'judged-from:' if the figure is yours; if it stands in the span, add it to the evidence's 'figures:'.");

    public static CaseProblem FiguresMissing(SyntaxNode at, string evidence) => ProblemAt.Warning(at, "evidence/no-figures",
        $"nothing shows without the text that this figure stands in {evidence}", "List the figures of the span under 'figures:' of the evidence.");

    public static CaseProblem RankMalformed(SyntaxNode at) => ProblemAt.Error(at, "rank/malformed",
        "this is not a ranking", "Write the best first, '>' between steps and '~' between equals: a > b ~ c.");

    public static CaseProblem RankRepeats(SyntaxNode at, string member) => ProblemAt.Error(at, "rank/repeated-member",
        $"'{member}' stands twice in this ranking", "Every member stands once.");

    public static CaseProblem RankMisses(SyntaxNode at, IEnumerable<string> members) => ProblemAt.Error(at, "rank/missing-member",
        $"this ranking leaves out {string.Join(", ", members)}", "Every option stands in it once; '~' joins options that are worth the same.");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
