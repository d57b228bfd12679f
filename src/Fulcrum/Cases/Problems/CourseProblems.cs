using System.Globalization;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Problems;

/// <summary>What can be wrong with the courses without agreement and with levers.</summary>
internal static class CourseProblems
{
    public static CaseProblem NoCourses(SyntaxNode at) => ProblemAt.Error(at, "model/no-courses",
        "'no-deal:' describes no course of events", "Describe at least one, with its outcomes: war-goes-on: {stalemate: {as: {rest: status-quo}}}.");

    public static CaseProblem NoOutcomes(SyntaxNode at, string course) => ProblemAt.Error(at, "model/no-outcomes",
        $"{course} has no outcomes", "Add at least one: stalemate: {chance: 1, as: {rest: status-quo}}.");

    public static CaseProblem ChancesCannotSum(SyntaxNode at, string course, string sum) => ProblemAt.Error(at, "model/chances-cannot-sum",
        $"the chances of {course} cannot sum to 1: together they are {sum}", "Change them, or write 'rest' for the last one.");

    public static CaseProblem RestTwice(SyntaxNode at, string course) => ProblemAt.Error(at, "model/rest-twice",
        $"{course} has more than one chance 'rest'", "Only one outcome can take what the others leave.");

    public static CaseProblem IssueUnstated(SyntaxNode at, string outcome, IEnumerable<string> issues) => ProblemAt.Error(at, "model/issue-unstated",
        $"{outcome} does not say what becomes of {string.Join(", ", issues)}", "State an option for each issue, or add 'rest: status-quo'.");

    public static CaseProblem RestOfFacts(SyntaxNode at) => ProblemAt.Error(at, "model/rest-of-facts",
        "'rest:' of an outcome can only be 'status-quo'", "Write 'rest: status-quo', or state every issue.");

    public static CaseProblem CountsTwice(SyntaxNode at, string lever, string what) => ProblemAt.Error(at, "model/lever-counts-twice",
        $"{lever} is about {what}, which the case has as an issue or option, and carries points as well: it would count twice",
        "Write 'delivers: {issue: option}' or 'worth: {issue: [from, to]}' instead of 'deal:', or say under 'counts-beside:' why the points come on top.");

    public static CaseProblem PointsAndDelivers(SyntaxNode at, string lever) => ProblemAt.Error(at, "model/lever-points-and-delivers",
        $"{lever} brings about an option and carries points in a deal as well", "Keep one of the two, or say under 'counts-beside:' why the points come on top.");

    public static CaseProblem NoEffect(SyntaxNode at, string lever) => ProblemAt.Warning(at, "model/lever-without-effect",
        $"{lever} has no effect on anybody", "Add 'deal:', 'no-deal:', 'refused-by-PARTY:', 'delivers:' or 'worth:'.");

    public static CaseProblem WorthNeedsTwo(SyntaxNode at) => ProblemAt.Error(at, "model/worth-needs-two",
        "'worth:' needs two options of each issue", "Write, for instance: worth: {sanctions: [0, 25]}.");

    public static CaseProblem CourseCircle(SyntaxNode at, string course) => ProblemAt.Error(at, "model/course-circle",
        $"{course} goes over into itself, through the courses that it leads to", "Leave 'then:' out at the last of them: that course lasts.");

    public static CaseProblem TakesWithoutSettling(SyntaxNode at, string party) => ProblemAt.Error(at, "model/takes-nothing",
        $"'takes:' says nothing that {party} would gain by breaking a deal", "Add 'facts: {issue: option}' or 'gains: 1..5'.");

    public static CaseProblem ClassNotCounted(SyntaxNode at, string id) => ProblemAt.Error(at, "model/class-not-counted",
        $"{id} does not say how many agreements were kept and how many broken", "Write two of 'kept:', 'broken:' and 'of:' as whole numbers from 0; a class without both supports no rate.");

    public static CaseProblem ClassEmpty(SyntaxNode at, string id) => ProblemAt.Error(at, "model/class-empty",
        $"{id} has neither a kept nor a broken agreement", "A class of none says nothing: leave it out until its agreements are counted.");

    public static CaseProblem ClassKeptAboveAll(SyntaxNode at, string id, int part, int all) => ProblemAt.Error(at, "model/class-above-all",
        string.Create(CultureInfo.InvariantCulture, $"{id} counts {part} among its agreements, of {all} in all"), "Check both counts: 'of:' is the number of all agreements of the class.");

    public static CaseProblem ClassCountedThrice(SyntaxNode at) => ProblemAt.Error(at, "model/class-counted-thrice",
        "'kept:', 'broken:' and 'of:' together say one thing twice", "Leave 'of:' out, or one of the other two.");

    public static CaseProblem ClassCountedAndShared(SyntaxNode at) => ProblemAt.Error(at, "model/class-counted-and-shared",
        "a class has its counts or 'share-kept:', not both", "Leave 'share-kept:' and 'counts-as:' out where the agreements are counted.");

    public static CaseProblem ShareWithoutWeight(SyntaxNode at, string id) => ProblemAt.Error(at, "model/share-without-weight",
        $"nothing says as how many agreements the share of {id} is to be weighed", "Add 'counts-as: 30', for instance: your assumption, shown as one. Better are the counts themselves.");

    public static CaseProblem AfterBreachIsNoDeal(SyntaxNode at, string course) => ProblemAt.Warning(at, "model/after-breach-is-no-deal",
        $"a broken deal leads into {course}, the course that a refusal leads into as well, so that hardly any deal would be broken",
        "Describe what follows a breach as a course of its own: by then the deal was kept for a while, and each side used the time.");

    public static CaseProblem AnswersItself(SyntaxNode at, string lever, string holder) => ProblemAt.Warning(at, "model/answers-itself",
        $"{holder} holds {lever}, which would punish {holder}'s own breach", "A guarantee comes from somebody else: name another holder, or leave this line out.");

    public static CaseProblem NoSuchAudience(ScalarNode at, IEnumerable<string> known) => ProblemAt.Error(at, "case/unknown-key",
        $"credibility has no key '{at.Value}'", Nearest.Help(at.Value, known));
}
