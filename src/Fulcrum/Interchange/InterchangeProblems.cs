using Fulcrum.Cases;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange;

/// <summary>All texts of what can be wrong with a foreign file, and of what a format cannot say.</summary>
internal static class InterchangeProblems
{
    public static CaseProblem NoFile(string path) => OfFile("import/no-file", path, $"there is no file or folder '{path}'", "Check the path.");

    public static CaseProblem Unreadable(string path, string why) => OfFile("file/unreadable", path, $"the file cannot be read: {why}", "Check the permissions, and that it is a plain file.");

    public static CaseProblem TooLarge(string path) => OfFile("file/too-large", path, "the file is larger than 16 MiB", "A negotiation of this size cannot be read; leave out what is not part of it.");

    public static CaseProblem TooManyFiles(string path, int most) => OfFile("import/too-many-files", path, $"the folder holds more than {most} files that could belong to it", "Give the negotiation a folder of its own.");

    public static CaseProblem NoProfiles(string path) => OfFile("import/no-profiles", path,
        "there is no party's profile here, so nothing says what anybody wants", "Name the folder that holds the domain together with its profiles.");

    public static CaseProblem NotXml(string path) => OfFile("import/left-aside", path, "the file is not XML and is left aside", "Nothing to do, unless it was meant to be a domain or a profile.") with { Severity = Severity.Warning };

    public static CaseProblem TwoDomains(string path, string other) => OfFile("import/two-domains", path,
        $"'{other}' is a domain too", "Keep one domain and its profiles in a folder.");

    public static CaseProblem TooManyDeep(TextPlace place, string line, int most) => At("xml/too-deep", place, line, $"elements are nested more than {most} deep", "No domain or profile needs this.");

    public static CaseProblem TooManyElements(TextPlace place, string line, int most) => At("xml/too-many-elements", place, line, $"the file has more than {most} elements", "No domain or profile needs this.");

    public static CaseProblem Malformed(TextPlace place, string line, string why) => At("xml/malformed", place, line, $"this is not well-formed XML: {why}", "Look at this line and the one above for a tag that is not closed, or an '&' or '<' in a text.");

    public static CaseProblem Doctype(TextPlace place, string line) => At("xml/doctype", place, line, "the file declares a document type", "Remove the DOCTYPE: entities are never loaded or expanded.");

    public static CaseProblem MalformedJson(TextPlace place, string line, string why) => At("json/malformed", place, line, $"this is not JSON: {why}", "Look at this line and the one above for a missing comma, quote or bracket.");

    public static CaseProblem WrongRoot(INode node, string expected) => Error("import/wrong-root", node, $"this file starts with '{node.Name}'", $"Expected {expected}.");

    public static CaseProblem Missing(INode node, string what) => Error("import/missing", node, $"'{node.Name}' lacks {what}", "Add it, or take the file from its publisher anew.");

    public static CaseProblem NotANumber(INode node, string what, string text) => Error("import/not-a-number", node, $"{what} is '{Short(text)}', not a number", "Write a plain number with a decimal point.");

    public static CaseProblem OutOfRange(INode node, string what) => Error("import/out-of-range", node, $"{what} is beyond any scale", "Numbers stay below a million million.");

    public static CaseProblem UnknownIssue(INode node, string name) => Error("import/unknown-issue", node, $"the domain has no issue {Short(name)}", "Profiles must belong to the domain beside them.");

    public static CaseProblem UnknownValue(INode node, string value, string issue) => Warning("import/unknown-value", node,
        $"'{Short(value)}' is not among the domain's values of '{Short(issue)}' and is left out", "Check that the profile belongs to this domain.");

    public static CaseProblem RepeatedValue(INode node, string value) => Warning("import/repeated-value", node, $"'{Short(value)}' stands twice; the last one counts", "Remove one of the two.");

    public static CaseProblem RepeatedIssue(INode node, string name) => Error("import/repeated-issue", node, $"{Short(name)} stands twice", "Every issue has its own index and name.");

    public static CaseProblem ValueWithout(INode node, string value) => Warning("import/value-without-evaluation", node, $"'{Short(value)}' has no evaluation here and counts as 0", "Give it an evaluation if it is worth more.");

    public static CaseProblem NoIssues(INode node) => Error("import/no-issues", node, "no issue stands here", "A negotiation needs at least one issue with at least one value.");

    public static CaseProblem NoValues(INode node, string issue) => Error("import/no-values", node, $"issue '{Short(issue)}' has no values", "List its values, or its lower and upper bound.");

    public static CaseProblem NoWeight(INode node, string issue) => Warning("import/no-weight", node, $"issue '{Short(issue)}' has no weight here and counts for nothing", "Give it a weight if it counts.");

    public static CaseProblem NegativeWeight(INode node) => Error("import/negative-weight", node, "a weight is below 0", "Turn the evaluations around instead.");

    public static CaseProblem NothingWeighs(INode node, string party) => Error("import/weights-all-zero", node, $"no issue has a weight above 0 for '{Short(party)}'", "Give weights, or leave the party out.");

    public static CaseProblem Unsupported(INode node, string what) => Error("import/unsupported", node, $"{what} cannot be read", "docs/guide/interchange.md lists what can be read.");

    public static CaseProblem ReversedBounds(INode node) => Error("import/reversed-bounds", node, "the upper bound is not above the lower", "Write the smaller number as the lower bound.");

    public static CaseProblem Stepped(INode node, string issue, int count) => Warning("import/stepped", node,
        $"issue '{Short(issue)}' has more than {ForeignScale.Most} values or is continuous; it is read in {count} steps", "Values between the steps are left out; utilities at the steps are exact.");

    public static CaseProblem DiscountLeftOut(INode node, string discount) => Warning("import/discount-left-out", node,
        $"the discount factor {Short(discount)} is left out: a case has no rounds", "Give it to 'fulcrum process --discount' where patience matters.");

    public static CaseProblem Rescaled(INode node, string party) => Warning("import/rescaled", node,
        $"the points of '{Short(party)}' lie outside 0 to 100 and are stretched to it", "Nash and Kalai-Smorodinsky answers do not change; points read differently.");

    public static CaseProblem NoReservation(INode node) => Warning("import/no-reservation", node,
        "no row says what the parties have without a deal: each is given its least", "Add a row called 'no-deal' with the points without a deal.");

    public static CaseProblem NoReservedValue(INode node) => Warning("import/no-reservation", node,
        "no reserved value is stated: no deal counts as worth 0", "Add 'reserved_value:' with the utility of having no deal.");

    public static CaseProblem PartialBid(INode node, string issue) => Warning("import/partial-bid", node,
        $"the reservation bid leaves out '{Short(issue)}'; its first value is taken", "Name a value for every issue.");

    public static CaseProblem TooManyParties(INode node, int most) => Error("import/too-many-parties", node, $"there are more than {most} parties", "Leave out those who do not bargain.");

    public static CaseProblem TooLargeNegotiation(INode node, string what) => Error("import/too-large", node, $"this negotiation has {what}", "No negotiation that people hold is as large; leave out what is not part of it.");

    public static CaseProblem TooLargeCase(string path) => OfFile("import/too-large", path, "the case of this negotiation would be larger than 16 MiB", "Leave out what is not part of it.");

    public static CaseProblem Nameless(INode node, string name) => Warning("import/nameless-issue", node,
        $"an issue has no name; it is called '{name}'", "Give it a 'name:'; weights and values in a list find it by its place.");

    public static CaseProblem Surplus(INode node, string what, int issues) => Error("import/surplus", node,
        $"there are more {what} than the {issues.ToString(System.Globalization.CultureInfo.InvariantCulture)} issues", "Lists follow the order of the domain's issues, one entry for each.");

    public static CaseProblem ReservedOutcome(INode node) => Warning("import/no-reservation", node,
        "a reserved outcome is left out: a case of NegMAS files takes what no deal is worth from 'reserved_value:'", "Write the utility of that outcome as 'reserved_value:'.");

    public static CaseProblem WrongColumns(INode node, int found, int expected) => Error("csv/columns", node, $"this row has {found} cells, the header {expected}", "Put a text with commas in double quotes.");

    public static CaseProblem NoHeader(INode node) => Error("csv/header", node, "the first row must name a column for the deal and one for each party", "Start with: deal,north,south");

    public static CaseProblem NoDealTwice(INode node) => Error("csv/no-deal", node, "a second row says what the parties have without a deal", "Keep one row called 'no-deal'.");

    public static CaseProblem OnlyNoDeal(INode node) => Error("csv/no-deal", node, "this table has no deal but the row 'no-deal'", "Add a row for each deal.");

    public static CaseProblem NotExported(string what, ForeignFormat format, string help) => new(
        Severity.Error, "export/cannot-say", new TextPlace("case.yaml", 1, 1), null, 1, $"the format {format.Word()} cannot say {what}", help);

    public static CaseProblem LostInExport(string what, ForeignFormat format) => new(
        Severity.Warning, "export/left-out", new TextPlace("case.yaml", 1, 1), null, 1, $"the format {format.Word()} has no place for {what}; left out", "docs/guide/interchange.md says what each format can hold.");

    public static CaseProblem RescaledOut(string party, double full, ForeignFormat format) => new(
        Severity.Warning, "export/rescaled", new TextPlace("case.yaml", 1, 1), null, 1,
        $"the format {format.Word()} counts utilities from 0 to 1: {full.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)} points of '{Short(party)}' are written as 1", "Nash and Kalai-Smorodinsky answers do not change; points read differently when the files are read again.");

    public static CaseProblem NotWritten(string path, string why) => OfFile("export/not-written", path, $"'{path}' cannot be written: {why}", "Check the place and its permissions; nothing is overwritten.");

    private static CaseProblem OfFile(string code, string path, string message, string help) => new(Severity.Error, code, new TextPlace(path, 0, 0), null, 1, message, help);

    private static CaseProblem Error(string code, INode node, string message, string help) => At(code, node.Place, node.Line, message, help);

    private static CaseProblem Warning(string code, INode node, string message, string help) => At(code, node.Place, node.Line, message, help) with { Severity = Severity.Warning };

    private static CaseProblem At(string code, TextPlace place, string line, string message, string help) => new(Severity.Error, code, place, line, 1, message, help);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
