using Fulcrum.Findings.Tables;

namespace Fulcrum.Findings.Sentences;

/// <summary>What to know before anything is quoted, the gravest first.</summary>
internal static class CheckFirst
{
    public static IReadOnlyList<CheckFirstItem> Of(DrawTable table, Provenance provenance, IReadOnlyList<Finding> findings) =>
        new[]
        {
            Partial(table.Input), StatusQuo(table.Input), Reality(findings), Stress(table.Input, findings), Counts(provenance), RestsOn(table.Input, findings),
            Irreversible(table), Frozen(table.Input),
        }.OfType<CheckFirstItem>().ToArray();

    private static CheckFirstItem? Partial(AnalysisInput input) => input.Draws.Count >= input.Asked || input.Draws.Count == 0 ? null : new(
        "partial", $"Interrupted: {Wording.Count(input.Draws.Count, "draw", "draws")} of {input.Asked.ToString(System.Globalization.CultureInfo.InvariantCulture)} were done; everything below rests on these.", []);

    private static CheckFirstItem? StatusQuo(AnalysisInput input) => !input.StatusQuoInZone ? null : new(
        "status-quo", "A deal that settles nothing already leaves nobody worse off than failing talks: state the issue that ends the conflict ('ends:'), or what failure costs.", ["no-deal"]);

    private static CheckFirstItem? Reality(IReadOnlyList<Finding> findings) =>
        findings.FirstOrDefault(f => f.Kind == FindingKind.RealityCheck) is not { } finding ? null : new("reality", finding.Text, [finding.Id]);

    private static CheckFirstItem? Stress(AnalysisInput input, IReadOnlyList<Finding> findings) => input.Stress.Count == 0 ? null : new(
        "stress", $"Under stress tests a single deal is open - {string.Join("; ", input.Stress.Select(s => $"{s.Name}: {s.Open.InDraws}"))}.", Zone(findings));

    private static CheckFirstItem? Counts(Provenance counts)
    {
        if (counts.Numbers + counts.Rankings == 0)
        {
            return null;
        }
        string unknown = counts.Unknown == 0 ? "" : FormattableString.Invariant($", {counts.Unknown} of them written '?'");
        string numbers = FormattableString.Invariant(
            $"Of {Wording.Count(counts.Numbers, "number", "numbers")} {counts.Quoted} {(counts.Quoted == 1 ? "is" : "are")} quoted, {counts.Judged} judged from a sentence, {counts.Assumed} assumed{unknown}");
        string rankings = counts.Rankings == 0 ? "" : FormattableString.Invariant(
            $"; of {Wording.Count(counts.Rankings, "ranking", "rankings")} {Wording.Count(counts.RankingsQuoted + counts.RankingsJudged, "rests", "rest")} on a source, {Wording.Count(counts.RankingsAssumed, "is", "are")} assumed");
        return new CheckFirstItem("provenance", $"{numbers}{rankings}.", []);
    }

    private static CheckFirstItem? RestsOn(AnalysisInput input, IReadOnlyList<Finding> findings) => input.RestsOn.Count == 0 ? null : new(
        "provenance",
        $"Of the numbers without a source, whether a deal is open rests most on {Wording.List(input.RestsOn.Select(r => r.Path).ToArray())}{Turning(input.RestsOn.Count(r => r.Flips), input.RestsOn.Count)}.",
        [.. Zone(findings), .. input.RestsOn.Select(r => r.Path)]);

    private static string Turning(int turning, int named) => turning == 0 ? ""
        : named == 1 ? ", which alone can turn the answer"
        : $", of which {(turning == named ? "each" : turning == 1 ? "the first" : $"each of the first {turning}")} alone can turn the answer";

    private static CheckFirstItem? Irreversible(DrawTable table) =>
        table.Input.LeadsAsFinal is not { } id || table.Input.Plan.Changes.FirstOrDefault(c => c.Id == id) is not { } change ? null : new(
            "irreversible", $"'{ChangeWords.Label(table.Case, change)}' costs most often only because the ledger has it as final; were it reversible, another change would lead.", [id]);

    private static CheckFirstItem? Frozen(AnalysisInput input) => input.Case.Frozen is not { } date ? null : new(
        "frozen", $"The case is frozen at {Wording.Day(date)}: what came later is not in it.", []);

    private static string[] Zone(IReadOnlyList<Finding> findings) => findings.Where(f => f.Kind == FindingKind.Zone).Select(f => f.Id).ToArray();
}
