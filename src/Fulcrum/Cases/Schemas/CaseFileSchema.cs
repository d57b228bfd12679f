using System.Text.Json.Nodes;
using Fulcrum.Cases.Binding;
using static Fulcrum.Cases.Schemas.Form;

namespace Fulcrum.Cases.Schemas;

/// <summary>case.yaml: the model.</summary>
internal static class CaseFileSchema
{
    public static JsonObject Root() => Block(
        ("fulcrum", new JsonObject { ["enum"] = new JsonArray(1, "1"), ["description"] = "format version" }),
        ("case", Ref("text", "title")),
        ("question", Ref("text", "what the analyst is asked")),
        ("starts", Ref("day", "the first day that the ledger covers")),
        ("as-of", Ref("day", "the date at which the numbers hold")),
        ("frozen", Ref("day", "the case is closed at this date")),
        ("parties", Block().WithIds(AnyOf(Party(), Type("null"))).Said("those whose consent, levers or payoffs matter")),
        ("consent", Consent()),
        ("focus", Ref("ids", "whom the report is about; default: the principals")),
        ("ends", Ref("id", "the issue whose status quo means that there is no settlement")),
        ("must-settle", Ref("ids", "issues that no deal may leave at the status quo")),
        ("issues", Block().WithIds(Issue()).Said("the questions with their possible answers")),
        ("together", ListOf(Together()).Said("issues that depend on each other")),
        ("refuses", Block().Supported().WithIds(Block().Supported().WithIds(Ref("options"))).Said("options that a party will not sign at any price")),
        ("weights", Block().Supported().WithIds(Ref("valuation")).Said("how much each issue counts, a line for each party")),
        ("no-deal", NoDeal()),
        ("levers", Block().WithIds(Lever()).Said("what a party can give, promise, threaten or withhold")),
        ("keeping", Keeping()),
        ("interim", Block().WithIds(Interim()).Said("ceasefires and pauses as deals of their own")),
        ("reference-classes", Block().WithIds(ReferenceClass()).Said("agreements of a kind with their whole record")),
        ("commitments", Block().WithIds(Commitment()).Said("obligations with their record")),
        ("verdicts", Block().WithIds(Verdict()).Said("statements about results, to be asked for by name")),
        ("group", Groups()),
        ("beliefs", Block().WithIds(Ref("id")).Said("which reading is a party's own belief")))
        .Requiring("fulcrum", "case", "parties");

    private static JsonObject Party() => Block(
        ("role", Words<PartyRole>("default: principal")),
        ("claim", Ref("number", "bargaining weight 0..1; default: principals 1, others 0"))).Named().Supported();

    private static JsonObject Verdict() => Block(
        ("says", Ref("text", "what is claimed, in words")),
        ("holds", Ref("text", "when it holds, over results: cost.MOVE.PARTY >= 1"))).Requiring("says", "holds");

    /// <summary>Also of a reading.</summary>
    public static JsonObject Groups()
    {
        JsonObject paths = ListOf(Ref("text", "the path of an override, or its beginning"));
        return Type("object").WithIds(AnyOf(paths, Ref("text", "the path of an override, or its beginning"))).Said("assumptions that belong together where readings are compared");
    }

    private static JsonObject Consent() => Block(
        ("all", Ref("ids", "everyone here must agree")),
        ("vetoes", Ref("ids", "everyone here can say no")),
        ("at-least", new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["description"] = "so many of those under 'of'" }),
        ("of", Ref("ids", "among whom 'at-least' counts")))
        .Beside(("at-least", "of"), ("of", "at-least")).Said("who must agree to a deal; default: all principals");

    private static JsonObject Issue()
    {
        JsonObject issue = Block(
            ("asks", Ref("text", "the question")),
            ("options", ListOf(Option(), least: 1).Said("the possible answers; the first is the status quo")),
            ("range", Range()),
            ("needs", Block().WithIds(Ref("ids")).Said("option: whose act it is, so that its consent is needed")),
            ("status-quo", Ref("option", "only when it is not the first")))
            .Named().Supported().WithIds(Ref("valuation", "a party's preference: a > b ~ c, or a number 0..100 for each option"));
        issue["oneOf"] = new JsonArray(new JsonObject().Requiring("options"), new JsonObject().Requiring("range"));
        return issue;
    }

    private static JsonObject Option()
    {
        JsonObject details = Block(
            ("only", Words("it can come about, but nobody can sign it", "no-deal")),
            ("needs", Ref("ids", "whose act it is: its consent is then needed")),
            ("contrary-to", Ref("text", "a law or norm that it goes against: shown, never scored"))).Named().Supported();
        JsonObject named = Type("object").WithIds(AnyOf(details, Type("null")));
        named["minProperties"] = 1;
        named["maxProperties"] = 1;
        return AnyOf(Type("string", "number"), named);
    }

    private static JsonObject Range() => Block(("from", Ref("plain")), ("to", Ref("plain")), ("step", Ref("plain")), ("unit", Ref("text", "in quotes when it starts with %")))
        .Requiring("from", "to", "step").Said("a numeric issue: its options are from, from + step, ..., to");

    private static JsonObject Together() => Block(
        ("who", Ref("id", "the party")),
        ("when", Block().WithIds(Ref("words")).Said("issue: option, [one, or, another] or from..to; on every issue one of them must stand")),
        ("adds", Ref("number", "points while they stand")),
        ("counts", Block().WithIds(Ref("number")).Said("issue: the factor by which it counts for the party while they stand")),
        ("stands-for-breach", Ref("yesno", "yes: it stands for an expected breach, and is left out where breaches are worked out"))).Supported().Requiring("who", "when");

    private static JsonObject NoDeal() => Block(
        ("if-refused-by", Block().WithIds(Ref("id")).Said("party: the course that follows its refusal")),
        ("per-month", Ref("per-party", "drift of prospects, points a month from the as-of date")),
        ("after-breach", AnyOf(Ref("id"), Block().WithIds(Ref("id"))).Said("the course after a deal was broken, or one for each breaker"))).Supported().WithIds(Course()).Said("courses of events without a deal; the first is the default");

    private static JsonObject Course()
    {
        JsonObject outcome = Block(
            ("chance", Ref("chance")),
            ("as", Ref("option-by-issue", "the facts on every issue, or 'rest: status-quo' for the others"))).Named().Supported();
        JsonObject then = Block(("course", Ref("id")), ("months", Ref("number", "until then"))).Supported().Requiring("course", "months");
        return Block(("cost", Ref("per-party", "of living through it, points")), ("then", then.Said("what it goes over into; read for what follows a breach"))).Named().Supported().WithIds(outcome);
    }

    private static JsonObject Lever()
    {
        JsonObject lever = Block(
            ("holder", Ref("id", "whose it is")),
            ("about", Ref("text", "words for readers")),
            ("standing", Words<Standing>("at the case's start; default: reserve")),
            ("deal", Ref("per-party", "points of having it in a deal")),
            ("no-deal", Ref("per-party", "points when there is no deal")),
            ("breach", Ref("per-party", "points after a breach")),
            ("costs-holder", Ref("number", "what carrying it out costs its holder, points")),
            ("backing-down", Ref("number", "what not carrying it out costs its holder, points")),
            ("credibility", Credibility()),
            ("delivers", Ref("option-by-issue", "instead of points: issue: the option that it brings about")),
            ("worth", Worth()),
            ("on", Ref("id", "the issue of the case that it is about, when it carries points all the same")),
            ("counts-beside", Ref("text", "why it does not count twice"))).Named().Supported().Requiring("holder");
        lever["patternProperties"] = new JsonObject
        {
            ["^refused-by-[a-z0-9][a-z0-9-]*$"] = Ref("per-party", "points when that party refused"),
            ["^breach-by-[a-z0-9][a-z0-9-]*$"] = Ref("per-party", "points after a breach by that party"),
        };
        return lever;
    }

    private static JsonObject Worth()
    {
        JsonObject step = ListOf(Ref("option"), least: 2);
        step["maxItems"] = 2;
        return Block().WithIds(step).Said("instead of points: issue: [from, to], as much as that step");
    }

    private static JsonObject Credibility()
    {
        (string, JsonObject)[] byStanding = [.. Naming.Words<Standing>().Select(s => (s, Ref("number")))];
        return AnyOf(Ref("number"), Block([("general", Ref("number")), ("seen-by", Ref("per-party", "as a given party sees it")), ("breach", Ref("number", "that it would be carried out after a breach")), .. byStanding]).Supported())
            .Said("how far it is believed, 0..1; default 1");
    }

    private static JsonObject Commitment() => Block(
        ("by", Ref("id")),
        ("to", Ref("ids")),
        ("date", Ref("date")),
        ("terms", Ref("text", "what was promised, in your own words")),
        ("status", AnyOf(Words<CommitmentStatus>("its record"), Statuses())),
        ("since", Ref("date")),
        ("class", Ref("id", "the class of agreements to which it belongs")),
        ("circumstances", Ref("words", "under which it stood or was broken")),
        ("evidence", Ref("ids"))).Requiring("by", "date", "terms");

    // Dates are keys here, so that any key goes.
    private static JsonObject Statuses()
    {
        JsonObject form = Type("object");
        form["minProperties"] = 1;
        form["additionalProperties"] = AnyOf(Words<CommitmentStatus>("since that day"), Block(("is", Words<CommitmentStatus>("since that day")), ("evidence", Ref("ids"))).Requiring("is"));
        return form.Said("since when what held, the earliest first: {1994-12-05: kept, 2014-03: broken}");
    }

    private static JsonObject Keeping() => Block(
        ("discount", AnyOf(Ref("number"), Ref("per-party")).Said("what a month later is worth today, 0..1; or {general: .., PARTY: ..}")),
        ("response", Ref("per-party", "months from a breach by that party until it is noticed and answered; default 1")),
        ("takes", Block().Supported().WithIds(Block(
            ("facts", Ref("option-by-issue", "how the facts stand until the others respond")),
            ("gains", Ref("number", "points to the breaker beside the facts")),
            ("loses", Ref("per-party", "points that others lose beside the facts"))).Supported()).Said("what a party can take by breaking a deal")),
        ("rearms", Block().WithIds(Ref("per-party")).Said("breaker: what a month of quiet adds to each party's value of what follows its breach")),
        ("rearms-for", Ref("number", "months after which preparation adds nothing more; default 60"))).Supported().Said("what decides whether a deal would be kept");

    private static JsonObject Interim() => Block(
        ("facts", Ref("option-by-issue", "how the facts stand while it lasts; the rest as without a deal")),
        ("months", Ref("number", "how long it lasts")),
        ("cost-left", Ref("number", "share 0..1 of the cost of having no deal that goes on; default 0")),
        ("drift", Ref("per-party", "points a month by which prospects after it change while it lasts")),
        ("deal-after", Ref("number", "chance that it leads to the final deal")),
        ("deal-without", Ref("number", "chance of the final deal when it is refused")),
        ("learns", Ref("per-party", "points that what it shows is worth")),
        ("verification", Ref("text", "how a breach of it would be seen"))).Named().Supported().Requiring("facts", "months");

    private static JsonObject ReferenceClass() => Block(
        ("name", Ref("text")),
        ("kept", Type("integer")),
        ("broken", Type("integer")),
        ("of", Type("integer")),
        ("share-kept", Type("number").Said("where only the share is published, 0..1")),
        ("counts-as", Type("integer").Said("as how many agreements that share is weighed: an assumption")),
        ("complete", Ref("yesno", "no: picked by hand, supports no rate")),
        ("citation", Ref("text", "where the count stands")),
        ("evidence", Ref("ids")));
}
