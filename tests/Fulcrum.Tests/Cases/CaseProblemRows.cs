namespace Fulcrum.Tests.Cases;

/// <summary>
/// One mistake a row: in a file of the full sample the words <see cref="From"/> become <see cref="To"/>, whose '§' shows where the problem must stand.
/// An empty 'from' puts the words at the file's end.
/// </summary>
public sealed record CaseProblemRow(string Code, string File, string From, string To)
{
    public override string ToString() => $"{Code} ({To.Replace("\n", " / ", StringComparison.Ordinal)})";

    private const string Main = "case.yaml";
    private const string Ledger = "ledger.yaml";
    private const string Evidence = "evidence.yaml";
    private const string Sources = "sources.yaml";
    private const string Hawk = "readings/hawk.yaml";

    public static IEnumerable<CaseProblemRow> All => [.. Yaml, .. Words, .. Numbers, .. Model, .. Courses, .. Moves, .. Support];

    private static IEnumerable<CaseProblemRow> Yaml =>
    [
        new("yaml/not-closed", Main, "focus: [north]", "focus: §[north"),
        new("yaml/not-closed", Main, "beliefs: {south: hawk}", "beliefs: §{south: hawk"),
        new("yaml/indentation", Ledger, "    by: broker\n    to: south", "    by: broker\n   §to: south"),
        new("yaml/syntax", Main, "question: Who crosses first?", "question: §\"\\q\""),
        new("yaml/syntax", Hawk, "says: war is cheap", "says: \"\\UFFFFFFFF\""),
        new("yaml/tab", Main, "  north: {role: principal, also: [Capital, Leader], key: upper}", "§\tnorth: {role: principal}"),
        new("yaml/reserved-character", Main, "unit: '% lifted'", "unit: §% lifted"),
        new("yaml/reserved-character", Main, "question: Who", "question: §@Who"),
        new("yaml/reserved-character", Main, "question: Who", "question: §`Who"),
        new("yaml/colon-in-text", Main, "question: Who crosses", "question: Who§: crosses"),
        new("yaml/missing-space", Main, "question: Who crosses first?", "question§:Who"),
        new("yaml/missing-space", Main, "about: Calls of leaders", "about§:Calls"),
        new("yaml/comma-in-text", Ledger, "what: stops it", "what: stops it, §for now"),
        new("yaml/anchor", Main, "focus: [north]", "focus: §&a [north]"),
        new("yaml/alias", Main, "focus: [north]", "focus: §*a"),
        new("yaml/tag", Main, "focus: [north]", "focus: §!!seq [north]"),
        new("yaml/too-deep", Main, "focus: [north]", "focus: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[§[[[north]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"),
        new("yaml/second-document", Main, "", "\n§---\ncase: two"),
        new("yaml/complex-key", Main, "focus: [north]", "§[focus]: north"),
        new("yaml/duplicate-key", Main, "focus: [north]", "focus: [north]\n§case: two"),
        new("yaml/boolean-word", Main, "options: [goes-on, ceasefire]", "options: [goes-on, ceasefire, §no]"),
        new("yaml/boolean-word", Main, "  south:\n", "  south:\n  §on: {role: spoiler}\n"),
        new("yaml/boolean-word", Main, "  leader-contact:", "  §yes:"),
    ];

    private static IEnumerable<CaseProblemRow> Words =>
    [
        new("case/unknown-key", Main, "focus:", "§focsu:"),
        new("case/unknown-key", Main, "breach: {south: -5}", "§braech: {south: -5}"),
        new("case/unknown-key", Main, "    north: ceasefire > goes-on", "    §nort: ceasefire > goes-on"),
        new("case/unknown-key", Main, "reserve: 0.1", "§resreve: 0.1"),
        new("case/unknown-key", Ledger, "in-model: no", "§inmodel: no"),
        new("case/unknown-key", Ledger, "moves:", "§mvoes:"),
        new("case/unknown-key", Evidence, "speaker:", "§speeker:"),
        new("case/unknown-key", Sources, "outlet: Other", "§outlt: Other"),
        new("case/unknown-key", Hawk, "of: paper", "§off: paper"),
        new("case/unknown-party", Main, "focus: [north]", "focus: [§nroth]"),
        new("case/unknown-party", Main, "refused-by-south", "refused-by-§sout"),
        new("case/unknown-party", Main, "cost: {north", "cost: {§norht"),
        new("case/unknown-issue", Main, "ends: fighting", "ends: §fihgting"),
        new("case/unknown-issue", Main, "must-settle: territory", "must-settle: §teritory"),
        new("case/unknown-issue", Main, "territory > fighting ~ sanctions", "territory > fighting ~ §sanction"),
        new("case/unknown-option", Main, "{territory: line-open, rest", "{territory: §line-opened, rest"),
        new("case/unknown-option", Main, "ceasefire > goes-on", "ceasefire > §go-on"),
        new("case/unknown-option", Main, "delivers: {territory: buffer}", "delivers: {territory: §ceasefire}"),
        new("case/unknown-option", Main, "[0, 25]", "[0, §30]"),
        new("case/unknown-course", Main, "{broker: alone}", "{broker: §allone}"),
        new("case/unknown-lever", Ledger, "lever: force", "lever: §farce"),
        new("case/unknown-move", Ledger, "same-as: call-1", "same-as: §call-2"),
        new("case/unknown-evidence", Ledger, "evidence: [paper-1]", "evidence: [§paper-9]"),
        new("case/unknown-source", Evidence, "source: paper\n", "source: §papers\n"),
        new("case/unknown-reading", Main, "{south: hawk}", "{south: §hwak}"),
        new("case/unknown-word", Main, "role: mediator", "role: §mediatr"),
        new("case/unknown-word", Ledger, "kind: ease", "kind: §eases"),
        new("case/unknown-word", Main, "only: no-deal", "only: §nodeal"),
        new("case/malformed-id", Main, "  leader-contact:", "  §Leader contact:"),
        new("case/malformed-id", Main, "key: upper", "key: §Upper.One"),
        new("case/reserved-id", Main, "  south:\n", "  south:\n  §needs: {role: spoiler}\n"),
        new("case/duplicate-id", Main, "options: [goes-on, ceasefire]", "options: [goes-on, ceasefire, §goes-on]"),
        new("case/duplicate-id", Main, "  south:\n", "  §south: {key: upper}\n"),
        new("case/repeated", Main, "[south, broker]", "[south, broker, §south]"),
        new("case/repeated", Main, "territory: [buffer], judged", "territory: [buffer, §buffer], judged"),
        new("case/missing", Main, "fulcrum: 1\ncase: The two banks\n", "§fulcrum: 1\n"),
        new("case/missing", Main, "holder: broker, standing", "standing"),
        new("case/missing", Ledger, "what: asks, ", ""),
        new("case/missing", Hawk, "reading: The hawk\n", ""),
        new("case/no-value", Main, "question: Who crosses first?", "§question:"),
        new("case/not-a-block", Main, "{vetoes: [north], at-least: 1, of: [south, broker]}", "§[north]"),
        new("case/not-a-text", Main, "question: Who crosses first?", "question: §[who]"),
        new("case/not-a-list", Main, "options: [goes-on, ceasefire]", "options: §{goes-on: 1}"),
        new("case/not-a-whole-number", Main, "at-least: 1", "at-least: §one"),
        new("case/not-yes-or-no", Ledger, "conditional: yes", "conditional: §perhaps"),
        new("case/format-version", Main, "fulcrum: 1", "fulcrum: §2"),
        new("case/no-parties", Main, "parties:\n", "§parties: {}\nformer:\n"),
    ];

    private static IEnumerable<CaseProblemRow> Numbers =>
    [
        new("number/malformed", Main, "{north: 5}", "{north: §five}"),
        new("number/malformed", Main, "{north: 5}", "{north: §1..2..3..4}"),
        new("number/malformed", Main, "{north: 5}", "{north: §'5,5'}"),
        new("number/percent", Main, "chance: 0.5..0.7", "chance: §50%"),
        new("number/dash-range", Main, "{north: 5}", "{north: §5-10}"),
        new("number/too-large", Main, "{north: 5}", "{north: §1e300}"),
        new("number/reversed-range", Main, "{north: 20..40", "{north: §40..20"),
        new("number/mode-outside", Main, "20..50..90", "§20..95..90"),
        new("number/outside-share", Main, "claim: 0..0.3", "claim: §0..3"),
        new("number/outside-share", Main, "chance: 0.5..0.7", "chance: §-0.1..0.7"),
        new("number/outside-share", Main, "deal-after: 0.2..0.4", "deal-after: §0.2..1.4"),
        new("number/outside-share", Main, "{general: 0.97..0.99, south: 0.95}", "{general: 0.97..0.99, south: §1.05}"),
        new("number/months-negative", Main, "response: {south: 1..6}", "response: {south: §-1..6}"),
        new("number/rest-not-here", Main, "deal-without: 0.1", "deal-without: §rest"),
        new("number/outside-values", Main, "20..50..90", "§20..50..190"),
        new("number/rest-not-here", Main, "{north: 5}", "{north: §rest}"),
        new("number/with-and-against", Main, "with: weights.south.territory", "with: weights.south.territory, against: §weights.south.territory"),
        new("number/unknown-partner", Main, "with: weights.south.territory", "with: §weights.south.teritory"),
        new("number/partner-is-rest", Main, "with: weights.south.territory", "with: §no-deal.war-goes-on.advance.chance"),
        new("number/partner-cycle", Main, "with: weights.south.territory", "with: §weights.south.sanctions"),
        new("number/support-twice", Main, "quoted: paper-1}", "quoted: paper-1, §judged-from: paper-2}"),
        new("evidence/quoted-figure", Main, "{is: 100, quoted: paper-1}", "{is: §42, quoted: paper-1}"),
        new("evidence/no-figures", Main, "{is: 100, quoted: paper-1}", "{is: §100, quoted: paper-2}"),
        new("rank/malformed", Main, "ceasefire > goes-on", "§ceasefire > > goes-on"),
        new("rank/missing-member", Main, "line-open > line-recognised ~ buffer > overrun", "§line-open > line-recognised ~ buffer"),
        new("rank/repeated-member", Main, "line-open > line-recognised ~ buffer > overrun", "line-open > line-recognised ~ buffer > overrun > §buffer"),
        new("rank/repeated-member", Main, "territory > fighting ~ sanctions", "territory > fighting ~ §territory"),
    ];

    private static IEnumerable<CaseProblemRow> Model =>
    [
        new("model/party-without-preferences", Main, "  south:\n", "  south:\n  §west: {role: supporter}\n"),
        new("model/party-without-weights", Main, "  broker: territory\n", ""),
        new("model/consent-names-nobody", Main, "{vetoes: [north], at-least: 1, of: [south, broker]}", "{all: []}"),
        new("model/consent-asks-too-many", Main, "at-least: 1", "at-least: §3"),
        new("model/consent-half-stated", Main, ", of: [south, broker]", ""),
        new("model/no-options", Main, "    options: [goes-on, ceasefire]\n", ""),
        new("model/options-and-range", Main, "    options: [goes-on, ceasefire]\n", "    options: [goes-on, ceasefire]\n    §range: {from: 0, to: 1, step: 1}\n"),
        new("model/nothing-to-sign", Main, "  fighting:\n    asks: Does it stop?\n    options: [goes-on, ceasefire]", "  §fighting:\n    options: [goes-on: {only: no-deal}, ceasefire: {only: no-deal}]"),
        new("model/range-does-not-fit", Main, "{from: 0, to: 100, step: 25,", "§{from: 0, to: 100, step: 30,"),
        new("model/range-does-not-fit", Main, "{from: 0, to: 100, step: 25,", "§{from: 100, to: 0, step: 25,"),
        new("model/range-too-fine", Main, "{from: 0, to: 100, step: 25,", "§{from: 0, to: 100, step: 0.01,"),
        new("model/range-number", Main, "step: 25,", "step: §20..30,"),
        new("model/point-off-scale", Main, "{0: 100, 100: 0}", "{0: 100, §120: 0}"),
        new("model/not-a-preference", Main, "ceasefire > goes-on", "§peace"),
        new("model/not-a-preference", Main, "territory > fighting ~ sanctions", "§all alike"),
        new("model/options-without-value", Main, "south: {ceasefire: 40..60, goes-on: 0, judged-from: paper-2}", "south: §{ceasefire: 40..60}"),
        new("model/weight-negative", Main, "fighting: 20,", "fighting: §-20,"),
        new("model/weights-all-zero", Main, "south: {territory: 40..60, fighting: 20, sanctions: {is: 20, with: weights.south.territory}}", "§south: {territory: 0, fighting: 0}"),
        new("model/weight-without-preference", Main, "broker: territory\n", "§broker: territory > fighting\n"),
        new("model/preference-without-weight", Main, "north: territory > fighting ~ sanctions", "§north: territory > fighting"),
        new("model/term-repeated", Main, "refuses:", "  - §{who: north, when: {territory: buffer, fighting: ceasefire}, adds: 1}\nrefuses:"),
    ];

    private static IEnumerable<CaseProblemRow> Courses =>
    [
        new("model/no-courses", Main, "no-deal:\n", "§no-deal: {after-breach: x}\nformer:\n"),
        new("model/no-outcomes", Main, "  alone:\n    quiet: {as: {rest: status-quo}}", "  §alone: {cost: {north: 1}}"),
        new("model/chances-cannot-sum", Main, "  war-goes-on:\n    stalemate: {chance: 0.5..0.7", "  §war-goes-on:\n    third: {chance: 0.8, as: {rest: status-quo}}\n    stalemate: {chance: 0.5..0.7"),
        new("model/chances-cannot-sum", Main, "    quiet: {as: {rest: status-quo}}", "    quiet: {chance: 0.4, as: {rest: status-quo}}"),
        new("model/rest-twice", Main, "  war-goes-on:\n    stalemate: {chance: 0.5..0.7", "  §war-goes-on:\n    stalemate: {chance: rest"),
        new("model/issue-unstated", Main, "as: {territory: overrun, fighting: goes-on, sanctions: 25}", "as: §{territory: overrun, sanctions: 25}"),
        new("model/rest-of-facts", Main, "{as: {rest: status-quo}}", "{as: {rest: §unknown}}"),
        new("model/lever-counts-twice", Main, "worth: {sanctions: [0, 25]}, on: sanctions, counts-beside: it is quicker,", "worth: {sanctions: [0, 25]}, on: §sanctions,"),
        new("model/lever-counts-twice", Main, "commitments:", "  §buffer: {holder: north, deal: {south: 3}}\ncommitments:"),
        new("model/lever-counts-twice", Main, "commitments:", "  §sanctions: {holder: north, deal: {south: 3}}\ncommitments:"),
        new("model/lever-counts-twice", Main, "commitments:", "  §extra: {name: Line open, holder: north, deal: {south: 3}}\ncommitments:"),
        new("model/lever-points-and-delivers", Main, "delivers: {territory: buffer}}", "delivers: {territory: buffer}, §deal: {south: 1}}"),
        new("model/lever-without-effect", Main, "  force: {holder: broker, standing: in-force, delivers: {territory: buffer}}", "  §force: {holder: broker, standing: in-force}"),
        new("model/course-circle", Main, "    quiet: {as: {rest: status-quo}}", "    quiet: {as: {rest: status-quo}}\n    then: {course: again, months: 3}"),
        new("case/unknown-course", Main, "{course: alone, months", "{course: §allone, months"),
        new("case/missing", Main, "{course: alone, months: 6..12}", "{course: alone}"),
        new("model/takes-nothing", Main, "  takes:\n    south: {facts: {fighting: goes-on, territory: overrun}, gains: 0..5, loses", "  takes:\n    §south: {loses"),
        new("model/class-not-counted", Main, "  border-pacts: {name: Border pacts, kept: 27,", "  §border-pacts: {name: Border pacts, kept: many,"),
        new("case/unknown-class", Main, "class: border-pacts", "class: §border-pact"),
        new("case/unknown-party", Main, "breach-by-south", "breach-by-§sout"),
        new("model/worth-needs-two", Main, "[0, 25]", "§[0]"),
    ];

    private static IEnumerable<CaseProblemRow> Moves =>
    [
        new("date/malformed", Ledger, "mid-February 2025", "§the other day"),
        new("date/malformed", Ledger, "mid-February 2025", "§mid-Febuary 2025"),
        new("date/impossible", Ledger, "date: 2025-03-01", "date: §2025-02-30"),
        new("date/impossible", Main, "as-of: 2025-03-24", "as-of: §2025-13-24"),
        new("date/impossible", Main, "as-of: 2025-03-24", "as-of: §9999-12-31"),
        new("date/not-exact", Main, "as-of: 2025-03-24", "as-of: §March 2025"),
        new("date/reversed", Ledger, "date: 2025-03-01", "date: §2025-03-02..2025-03-01"),
        new("date/as-of-before-start", Main, "as-of: 2025-03-24", "as-of: §2025-01-19"),
        new("date/status-before-date", Main, "since: 2014", "since: §1991"),
        new("date/move-after-as-of", Ledger, "date: 2025-03-01", "date: §2025-03-25"),
        new("date/move-after-frozen", Main, "as-of: 2025-03-24", "as-of: 2025-03-24\nfrozen: 2025-02-25"),
        new("date/move-before-start", Ledger, "date: 2025-03-01", "date: §2024-12-31"),
        new("ledger/not-the-holder", Ledger, "by: broker, to: [south, north], kind: ease", "by: §north, to: [south, north], kind: ease"),
        new("ledger/impossible-move", Ledger, "kind: ease", "kind: §offer"),
        new("ledger/impossible-move", Main, "standing: in-force, ", ""),
        new("ledger/perhaps-impossible-move", Ledger, "what: retold, same-as: call-1, clashes-with: [asked]}", "what: more}\n  anew: {date: 2025-02-18, by: broker, kind: §offer, what: again, lever: leader-contact}"),
        new("ledger/needs-partner", Ledger, "kind: ease, what: stops it, lever: force, amount: 0.4, credibility: 0.5..0.8", "kind: ease, what: stops it, §amount: 0.4"),
        new("ledger/needs-partner", Ledger, "    issue: territory\n    rules-out", "    §rules-out"),
        new("ledger/nothing-yielded", Ledger, "met-by: [yielded],", "§binds: 0.5,"),
        new("ledger/use-rules-out", Ledger, "    rules-out: [line-open]\n    becomes: buffer", "    §option: line-open"),
        new("ledger/rules-out-everything", Ledger, "rules-out: [line-open]", "rules-out: §[line-open, line-recognised, buffer]"),
        new("ledger/fact-ruled-out", Ledger, "becomes: buffer", "becomes: §line-open"),
        new("ledger/after-circle", Ledger, "what: retold, same-as: call-1, clashes-with: [asked]}", "what: more, after: §twice}\n  twice: {date: 2025-02, by: broker, kind: state, what: more, after: again}"),
        new("ledger/after-against-dates", Ledger, "    lever: leader-contact\n    reversible: no", "    after: §ruled-out\n    lever: leader-contact\n    reversible: no"),
        new("case/unknown-move", Ledger, "met-by: []", "after: §cal-1"),
        new("ledger/own-row", Ledger, "same-as: call-1", "same-as: §again"),
        new("ledger/own-row", Ledger, "met-by: []", "after: §yielded"),
        new("ledger/own-row", Ledger, "clashes-with: [asked]", "clashes-with: §[again]"),
    ];

    private static IEnumerable<CaseProblemRow> Support =>
    [
        new("evidence/span-malformed", Evidence, "span: 10..40", "span: §10-40"),
        new("evidence/span-reversed", Evidence, "span: 10..40", "span: §40..10"),
        new("evidence/hash-malformed", Evidence, "hash: 1f0a6c0de94b2a77", "hash: §1f0a6c0de94b2a7"),
        new("evidence/hash-malformed", Sources, "'sha256:00112233", "§'sha256:0011223"),
        new("evidence/derived-from-itself", Sources, "derived-from: paper", "derived-from: §rewrite"),
        new("reading/overrides-nothing", Hawk, "set:", "says-more:"),
        new("reading/unknown-path", Hawk, "levers.leader-contact.credibility", "§levers.leader-contac.credibility"),
        new("reading/unknown-path", Hawk, "issues.territory.options.buffer.only", "§issues.territory.options.bufer.only"),
        new("reading/unknown-path", Hawk, "ledger.yielded.binds", "§ledger.yielde.binds"),
        new("reading/nothing-matches", Hawk, "no-deal.*.cost.*", "§no-deal.*.price.*"),
        new("reading/nothing-to-remove", Hawk, "refuses.south: {territory: line-recognised}", "§refuses.south: {remove: yes}"),
        new("reading/nothing-to-scale", Hawk, "refuses.south: {territory: line-recognised}", "§refuses.north: {times: 2}"),
        new("reading/times-malformed", Hawk, "times: 0.25", "times: §0..0.25"),
        new("reading/path-too-long", Hawk, "levers.leader-contact.credibility", "§levers.leader-contact.about.more"),
        new("reading/path-malformed", Hawk, "levers.leader-contact.credibility", "§levers..credibility"),
        new("reading/two-owners", Hawk, "of: paper", "of: paper\n§belief-of: south"),
        new("case/unknown-party", Hawk, "refuses.south", "§refuses.sout"),
        new("number/outside-share", Hawk, "0..0.1", "§0..10"),
        new("case/unknown-evidence", Hawk, "judged-from: paper-2", "judged-from: §paper-22"),
        new("case/unknown-option", Hawk, "{territory: line-recognised}", "{territory: §line-recognized}"),
    ];
}
