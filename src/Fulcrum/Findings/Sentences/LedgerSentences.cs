using Fulcrum.Cases;
using Fulcrum.Findings.Tables;

namespace Fulcrum.Findings.Sentences;

/// <summary>What the ledger alone says: counts, returns, clashes.</summary>
internal static class LedgerSentences
{
    public static IEnumerable<Draft> All(Case @case, LedgerAnswer ledger)
    {
        if (ledger.Moves == 0)
        {
            yield break;
        }
        if (ledger.Asked.Count > 0)
        {
            yield return Asked(@case, ledger);
        }
        if (ledger.Conceded.Any(c => c.WithoutReturn > 0))
        {
            yield return Conceded(ledger);
        }
        if (ledger.Pressure.Count > 0)
        {
            yield return Pressure(ledger);
        }
        foreach (ClashAnswer clash in ledger.Clashes)
        {
            yield return Clash(@case, clash);
        }
    }

    private static Draft Asked(Case @case, LedgerAnswer ledger) => new(
        FindingKind.AskedAndMet,
        $"From {Wording.Day(@case.Starts)} to {Wording.Day(@case.AsOf)} {string.Join("; ", ledger.Asked.Select(a => $"{a.Name} was asked for {Wording.Count(a.Asked, "thing", "things")} and met {Number(a.Met)}"))}.",
        Counted(ledger), ["="], ledger.Asked.SelectMany(a => a.Demands).Distinct(StringComparer.Ordinal).ToArray());

    private static Draft Conceded(LedgerAnswer ledger) => new(
        FindingKind.Ledger,
        $"Given, conceded, eased or ruled out with nothing recorded in return: {string.Join("; ", ledger.Conceded.Select(c => $"{c.Name} {Number(c.WithoutReturn)} of {Wording.Count(c.Count, "move", "moves")}"))}.",
        "A return that the sources do not report is not counted.", ["="], ledger.Conceded.SelectMany(c => c.Moves).ToArray());

    private static Draft Pressure(LedgerAnswer ledger) => new(
        FindingKind.Ledger,
        $"Threats, impositions, withholdings and exclusions in the ledger: {string.Join(", ", ledger.Pressure.Select(p => FormattableString.Invariant($"{p.Name} {p.Count}")))}.",
        "Counts of moves, whatever their weight.", ["="], ledger.Pressure.SelectMany(p => p.Moves).ToArray());

    private static string Number(int count) => count == 0 ? "none" : FormattableString.Invariant($"{count}");

    private static string Counted(LedgerAnswer ledger)
    {
        string derived = string.Join(" ", ledger.DerivedSources.Select(d => $"'{d.Source}' rewrites '{d.From}' and is not counted."));
        string sources = ledger.IndependentSources == 0
            ? "without a source" : $"in {Wording.Count(ledger.IndependentSources, "independent source", "independent sources")}";
        return Draft.Join($"Counted from {Wording.Count(ledger.Moves, "move", "moves")} {sources}.", derived);
    }

    private static Draft Clash(Case @case, ClashAnswer clash)
    {
        string used = string.Join(" and ", new[] { clash.Move, clash.Other }.Where(id => InModel(@case, id)).Select(id => $"'{id}'"));
        string uses = used.Length == 0 ? "Neither row acts in the model." : $"In the model: {used}.";
        return new Draft(
            FindingKind.Clash, $"The sources clash: '{clash.What}' stands against '{clash.OtherWhat}'.", Draft.Join("Both rows are kept; both may be right at their dates.", uses, clash.Note ?? ""),
            ["\""], [clash.Move, clash.Other]);
    }

    private static bool InModel(Case @case, string id)
    {
        Move move = @case.Move(new MoveId(id));
        return move.InModel && move.SameAs is null && (move.LeverStanding is not null || move.Yields is not null)
            && move.Factuality is Factuality.Happened or Factuality.Ongoing;
    }
}
