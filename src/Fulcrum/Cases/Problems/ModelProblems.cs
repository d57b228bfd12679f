using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Problems;

/// <summary>What can be wrong with parties, issues, consent and preferences.</summary>
internal static class ModelProblems
{
    public static CaseProblem NoParties(SyntaxNode at) => ProblemAt.Error(at, "case/no-parties",
        "no party is named", "Write, for instance: parties: {north: {role: principal}, south: {role: principal}}");

    public static CaseProblem PartyWithoutPreferences(SyntaxNode at, string party) => ProblemAt.Warning(at, "model/party-without-preferences",
        $"{party} has no preferences", "State its values on the issues that matter to it and its weights, or leave it out of consent and read its results with care.");

    public static CaseProblem PartyWithoutWeights(SyntaxNode at, string party) => ProblemAt.Warning(at, "model/party-without-weights",
        $"{party} has preferences but no line under 'weights:'", $"Add, for instance: weights: {{{party}: first-issue > second-issue}}. Without it its preferences count for nothing.");

    public static CaseProblem ConsentNamesNobody(SyntaxNode at) => ProblemAt.Error(at, "model/consent-names-nobody",
        "nobody's consent is needed", "Name the parties that must agree: consent: {all: [north, south]}.");

    public static CaseProblem ConsentAsksTooMany(SyntaxNode at, int least, int of) => ProblemAt.Error(at, "model/consent-asks-too-many",
        $"at least {least} of {of} parties cannot agree", "Lower 'at-least:' or name more parties under 'of:'.");

    public static CaseProblem ConsentHalf(SyntaxNode at) => ProblemAt.Error(at, "model/consent-half-stated",
        "'at-least:' and 'of:' belong together", "Write, for instance: consent: {vetoes: [north], at-least: 2, of: [a, b, c]}.");

    public static CaseProblem NoOptions(SyntaxNode at, string issue) => ProblemAt.Error(at, "model/no-options",
        $"{issue} has no options", "List them, the status quo first: options: [as-it-is, agreed], or give a range: {from: 0, to: 100, step: 25, unit: '% lifted'}.");

    public static CaseProblem OptionsAndRange(SyntaxNode at, string issue) => ProblemAt.Error(at, "model/options-and-range",
        $"{issue} has both options and a range", "Keep one of the two.");

    public static CaseProblem NothingToSign(SyntaxNode at, string issue) => ProblemAt.Error(at, "model/nothing-to-sign",
        $"every option of {issue} is marked 'only: no-deal', so that no deal can settle it", "Leave at least one option that can be signed.");

    public static CaseProblem RangeDoesNotFit(SyntaxNode at) => ProblemAt.Error(at, "model/range-does-not-fit",
        "the steps do not lead from 'from' to 'to'", "'to' must lie above 'from' by a whole number of steps, and a step must be above 0.");

    public static CaseProblem RangeTooFine(SyntaxNode at, int most) => ProblemAt.Error(at, "model/range-too-fine",
        $"a range may have at most {most} options", "Choose a larger step.");

    public static CaseProblem RangeNumber(SyntaxNode at, string key) => ProblemAt.Error(at, "model/range-number",
        $"'{key}' of a range must be a plain number", "Write, for instance: range: {from: 0, to: 100, step: 25, unit: '% lifted'}.");

    public static CaseProblem PointOffScale(SyntaxNode at, string text) => ProblemAt.Error(at, "model/point-off-scale",
        $"'{text}' is not a number on this issue's range", "Give values at points between 'from' and 'to'; between them they run in straight lines.");

    public static CaseProblem NotAPreference(SyntaxNode at, string what) => ProblemAt.Error(at, "model/not-a-preference",
        $"{what} must be a ranking or a number for each member", "Write a ranking, 'a > b ~ c', or numbers, {a: 100, b: 20..40, c: 0}.");

    public static CaseProblem OptionsWithoutValue(SyntaxNode at, IEnumerable<string> options) => ProblemAt.Error(at, "model/options-without-value",
        $"no value is given for {string.Join(", ", options)}", "Give each option a number; '?' is a legal one.");

    public static CaseProblem WeightNegative(SyntaxNode at) => ProblemAt.Error(at, "model/weight-negative",
        "a weight cannot be below 0", "A party that dislikes an option says so by its values; weights say how much the issue matters.");

    public static CaseProblem WeightsAllZero(SyntaxNode at, string party) => ProblemAt.Error(at, "model/weights-all-zero",
        $"every weight of {party} is zero", "Give at least one issue a weight above 0, or leave the party's line out.");

    public static CaseProblem WeightWithoutPreference(SyntaxNode at, string party, IEnumerable<string> issues) => ProblemAt.Warning(at, "model/weight-without-preference",
        $"{party} gives weight to {string.Join(", ", issues)} without a preference there", "Add its values on the issue; until then the weight is spent on nothing.");

    public static CaseProblem PreferenceWithoutWeight(SyntaxNode at, string party, IEnumerable<string> issues) => ProblemAt.Warning(at, "model/preference-without-weight",
        $"{party} has a preference on {string.Join(", ", issues)} but gives it no weight", "Add the issue to its line under 'weights:'; until then the preference counts for nothing.");

    public static CaseProblem TermRepeated(SyntaxNode at) => ProblemAt.Error(at, "model/term-repeated",
        "this term stands twice: the same party and the same options", "Put the points together in one term.");
}
