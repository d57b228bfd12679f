using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Problems;

/// <summary>What can be wrong with evidence, sources and readings.</summary>
internal static class SourceProblems
{
    public static CaseProblem SpanMalformed(SyntaxNode at) => ProblemAt.Error(at, "evidence/span-malformed",
        "a span is two whole numbers with two dots between", "Let 'fulcrum cite' find the span of pasted words; written by hand it is 1021..1187.");

    public static CaseProblem SpanReversed(SyntaxNode at) => ProblemAt.Error(at, "evidence/span-reversed",
        "the span ends before it starts", "The first number is the first character, the second the one after the last.");

    public static CaseProblem HashMalformed(SyntaxNode at, int digits) => ProblemAt.Error(at, "evidence/hash-malformed",
        $"a hash here has {digits} hexadecimal digits", "Let 'fulcrum cite' write it; it is never typed by hand.");

    public static CaseProblem DerivedFromItself(SyntaxNode at, string id) => ProblemAt.Error(at, "evidence/derived-from-itself",
        $"{id} is derived from itself, through the sources that it names", "One text of the circle is the first: leave its 'derived-from:' out.");

    public static CaseProblem ReadingOverridesNothing(SyntaxNode at) => ProblemAt.Warning(at, "reading/overrides-nothing",
        "this reading overrides nothing", "Add what it sees differently under 'set:', one path a line.");

    public static CaseProblem UnknownPath(SyntaxNode at, string path, string step, IEnumerable<string> known) => ProblemAt.Error(at, "reading/unknown-path",
        $"there is no '{step}' on the way to '{path}'", Nearest.Help(step, known));

    public static CaseProblem NothingMatches(SyntaxNode at, string path) => ProblemAt.Error(at, "reading/nothing-matches",
        $"nothing in the case matches '{path}'", "'*' stands for one step of the path; look at the keys on the way.");

    public static CaseProblem NothingToRemove(SyntaxNode at, string path) => ProblemAt.Error(at, "reading/nothing-to-remove",
        $"there is nothing to remove at '{path}'", "Check the path, or leave the line out.");

    public static CaseProblem NothingToScale(SyntaxNode at, string path) => ProblemAt.Error(at, "reading/nothing-to-scale",
        $"'{path}' has no number that 'times:' could scale", "Point at a number or at a block of numbers; '?' and 'rest' cannot be scaled, write the range instead.");

    public static CaseProblem TimesMalformed(SyntaxNode at) => ProblemAt.Error(at, "reading/times-malformed",
        "'times:' needs one plain number", "Write, for instance: {times: 0.25}.");

    public static CaseProblem NotABlockOnPath(SyntaxNode at, string path, string upTo) => ProblemAt.Error(at, "reading/path-too-long",
        $"'{path}' goes on, but '{upTo}' is a single value here", $"Override '{upTo}' as a whole.");

    public static CaseProblem PathMalformed(SyntaxNode at, string path) => ProblemAt.Error(at, "reading/path-malformed",
        $"'{path}' is not a path", "Write the keys on the way, with dots between: no-deal.war-goes-on.cost.south.");

    public static CaseProblem BothOfAndBelief(SyntaxNode at) => ProblemAt.Error(at, "reading/two-owners",
        "a reading is a source's view or a party's belief, not both", "Keep one of 'of:' and 'belief-of:'.");
}
