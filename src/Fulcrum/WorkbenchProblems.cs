using System.Globalization;
using Fulcrum.Bargaining.FairDivision;
using Fulcrum.Cases;

namespace Fulcrum;

/// <summary>What can stand in the way of an answer although the case reads well.</summary>
internal static class WorkbenchProblems
{
    public static CaseProblem NothingToSolve(Case @case) => new(
        Severity.Error, "solve/no-model", new TextPlace("case.yaml", 1, 1), null, 1,
        $"'{@case.Title}' has nothing to solve yet: it needs issues, at least one party with weights, and a course without agreement",
        "add 'issues:', 'weights:' and 'no-deal:', or use 'analyze', which tells what the ledger alone says, or 'record', which counts commitments");

    public static CaseProblem CannotMix(string first, string second) => new(
        Severity.Error, "compare/cannot-mix", TextPlace.None, null, 1, $"no mixture of '{first}' and '{second}' reads as a case: some of their assumptions only go together",
        "name the assumptions that belong together under 'group:' in case.yaml or one of the readings");

    public static CaseProblem NeedsVerdict(string method) => new(
        Severity.Error, "study/needs-verdict", new TextPlace("--verdict", 1, 1), null, 1, $"the method {method.ToLowerInvariant()} needs a verdict",
        "add --verdict with the id of one of the case's verdicts, or a statement such as 'hand.north >= 40'");

    /// <summary>An error of a reading that was not asked for: it only keeps that reading from use.</summary>
    public static CaseProblem Waived(CaseProblem problem) => problem is { Severity: Severity.Error, Reading: { } reading }
        ? problem with { Severity = Severity.Warning, Message = $"{problem.Message}; until this is mended, the reading '{reading}' cannot be used" }
        : problem;

    public static CaseProblem NoSuchChooser(string party, Case @case) => new(
        Severity.Error, "choose/no-such-party", new TextPlace("PARTY", 1, 1), party, Math.Max(1, party.Length), $"'{party}' is no party with preferences",
        Cases.Problems.Nearest.Help(party, @case.Parties.Where(p => p.Weights is not null).Select(p => p.Id.Value)));

    public static CaseProblem NothingToSeal() => new(
        Severity.Error, "seal/nothing", TextPlace.None, null, 1, "there is nothing to seal", "name verdicts in case.yaml, or add --verdict, --measure or --claim");

    public static CaseProblem BadClaim(string id, string what) => new(
        Severity.Error, "seal/claim", new TextPlace("--claim", 1, 1), id, Math.Max(1, id.Length), $"the claim '{id}' cannot be sealed: {what}",
        "write ID=CHANCE:WORDS with an id of its own without spaces, and a chance above 0 and below 1");

    /// <summary>A date asked for that lies outside the case's own: said before the answer, which then carries drift on where nothing is known.</summary>
    public static IEnumerable<CaseProblem> OutsideDates(Case @case, DateOnly? asked)
    {
        if (asked is { } date && (date < @case.Starts || date > @case.AsOf))
        {
            yield return new CaseProblem(
                Severity.Warning, "ask/as-of-outside", new TextPlace("--as-of", 1, 1), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 10,
                string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} lies outside the dates of the case, {@case.Starts:yyyy-MM-dd} to {@case.AsOf:yyyy-MM-dd}: its prospects without a deal are carried there by drift alone"),
                "ask for a day within the case's dates, or read the answer as a mere extrapolation");
        }
    }

    public static CaseProblem NothingShared(Case first, Case second) => new(
        Severity.Error, "agreement/nothing-shared", new TextPlace("ledger.yaml", 1, 1), null, 1, $"'{first.Title}' and '{second.Title}' have no move in common",
        "give a move the same id in both ledgers, or name the other's id as its 'key:'");

    /// <summary>The problems of several requests on one case: what one of them waives and another does not stays the error only.</summary>
    public static IReadOnlyList<CaseProblem> Once(IReadOnlyList<CaseProblem> problems)
    {
        HashSet<(string, TextPlace)> errors = [.. problems.Where(p => p.Severity == Severity.Error).Select(p => (p.Code, p.Place))];
        return [.. problems.Where(p => p.Severity == Severity.Error || !errors.Contains((p.Code, p.Place)))];
    }

    public static CaseProblem NotAMeasure(string asked) => new(
        Severity.Error, "study/not-a-measure", new TextPlace("--measure", 1, 1), asked, Math.Max(1, asked.Length), $"'{asked}' is not the name of one result",
        "give one result, such as hand.north; an expression can stand in a verdict");

    public static CaseProblem NoAxes(PartyId x, PartyId y) => new(
        Severity.Error, "zone/no-axes", TextPlace.None, null, 1, $"there is no deal zone of '{x}' and '{y}'", "name two different parties with preferences ('weights:')");

    public static CaseProblem NothingNamed(string id, IReadOnlyList<string> near) => new(
        Severity.Error, "why/unknown", TextPlace.None, null, 1, $"nothing here is called '{id}'",
        near.Count == 0
            ? "give the id of a finding (F1), a move, a lever, an evidence or a source, or the path of a number (no-deal.COURSE.cost.PARTY)"
            : near.Count > 3 ? $"known here are {string.Join(", ", near)}" : $"did you mean {string.Join(" or ", near)}?");

    public static CaseProblem NoSuchParty(string name, IReadOnlyList<string> known) => Asked(
        "ask/unknown-party", $"no party is called '{name}'", $"The parties are {string.Join(", ", known)}.");

    public static CaseProblem WhichTwo(Case @case) => Asked(
        "ask/which-two", "this question is about two parties, and the case does not say which",
        $"Name two of {string.Join(", ", @case.Parties.Select(p => p.Id.Value))} with --between.");

    public static CaseProblem NoDivision(NoDivision why) => Asked("divide/not-possible", why switch
    {
        Bargaining.FairDivision.NoDivision.NoPreferences => "one of the two does not mind how any contested issue is settled, so there is nothing to balance",
        Bargaining.FairDivision.NoDivision.NothingContested => "both want the same on every issue: there is nothing to divide",
        Bargaining.FairDivision.NoDivision.NothingToSign => "some issue has no option that both could sign",
        _ => "values depend on several issues at once ('together'), so issues cannot be won one by one",
    }, "Use 'solve', which weighs whole deals.");

    private static CaseProblem Asked(string code, string message, string help) => new(Severity.Error, code, TextPlace.None, null, 1, message, help);
}
