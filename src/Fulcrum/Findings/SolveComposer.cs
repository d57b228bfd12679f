using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Findings;

/// <summary>One deterministic solve in the words of the case.</summary>
public static class SolveComposer
{
    // Points of two deals that differ by less are one.
    private const double SamePoints = 1e-6;

    /// <param name="settlements">One per coalition; the first open one is told, the others are mentioned.</param>
    public static SolveAnswer Compose(
        Case @case, BargainingProblem problem, AgreementZone zone, IReadOnlyList<Settlement> settlements, SettlementOptions options)
    {
        Settlement told = settlements.FirstOrDefault(s => s.IsOpen) ?? settlements[0];
        IReadOnlyList<PartyId> order = problem.Space.Parties;
        SolvedParty[] parties = @case.Parties.Select(party =>
        {
            int p = order.ToList().IndexOf(party.Id);
            return new SolvedParty(party.Id.Value, party.Name, told.Utilities[p], problem.NoDeal[p], options.Weights?.TryGetValue(party.Id, out double weight) == true ? weight : problem.Claims[p])
            {
                HasPreferences = @case.Issues.Any(i => i.Preferences.ContainsKey(party.Id)),
            };
        }).ToArray();
        return new SolveAnswer(
            ConceptName(options.Concept), told.Single, problem.Space.Count.ToString(CultureInfo.InvariantCulture), zone.Single, zone.Lottery, parties,
            told.Mixture.Select(m => DealWords.Of(@case, problem.Space, m.Share, m.Deal)).ToArray(), double.IsFinite(told.Gap) ? told.Gap : null, Notes(@case, problem, settlements, told, options))
        {
            ZoneProven = zone.Proven,
            Proof = told.Status == SettlementStatus.NotCertified || told.Unproven ? "limit" : told.Single ? "proven" : "certified",
            Steps = told.Iterations,
            Ties = [.. told.Ties.Select(t => DealWords.Of(@case, problem.Space, 1, t) with { Utilities = InCaseOrder(@case, order, problem.Space.ValuesOf(t)) })],
            Offer = options.Offer is { } offer ? InCaseOrder(@case, order, problem.Space.ValuesOf(offer)) : null,
        };
    }

    private static double[] InCaseOrder(Case @case, IReadOnlyList<PartyId> order, double[] values) => [.. @case.Parties.Select(party => values[order.ToList().IndexOf(party.Id)])];

    public static string ConceptName(Concept concept) => concept switch
    {
        Concept.Nash => "nash",
        Concept.KalaiSmorodinsky => "ks",
        Concept.Egalitarian => "egalitarian",
        Concept.WelfareOfAll => "welfare-all",
        Concept.Raiffa => "raiffa",
        Concept.Improvement => "improve",
        _ => "welfare",
    };

    private static string Stopped(SettlementOptions options) => options.Within is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"Stopped within the {time.Within.TotalSeconds:0.###} seconds given, without a proof")
        : "The search was stopped at its limit";

    private static bool Alike(double[] one, IReadOnlyList<double> other) => one.Zip(other).All(p => Math.Abs(p.First - p.Second) < SamePoints);

    private static string Members(Case @case, BargainingProblem problem, Settlement told)
    {
        PartyId[] order = [.. problem.Space.Parties];
        return Wording.List([.. @case.Parties.Where(p => (told.Coalition >> Array.IndexOf(order, p.Id) & 1) != 0).Select(p => p.Name)]);
    }

    private static string[] Notes(Case @case, BargainingProblem problem, IReadOnlyList<Settlement> settlements, Settlement told, SettlementOptions options)
    {
        var notes = new List<string>();
        if (told.Unproven)
        {
            notes.Add($"{Stopped(options)}: no open deal was found, and none is ruled out.");
        }
        else if (!told.IsOpen)
        {
            notes.Add(options.Concept == Concept.Improvement
                ? "No deal leaves everyone at least as well off as this offer and as failing to agree."
                : "No deal is open: every party keeps what it has without one.");
        }
        if (options.Concept is Concept.Egalitarian or Concept.Welfare or Concept.WelfareOfAll or Concept.Improvement)
        {
            notes.Add("This concept compares points of different parties; their scales are each party's own.");
        }
        if (options.Concept == Concept.WelfareOfAll)
        {
            notes.Add("All deals were compared, also those that leave somebody worse off than no deal.");
        }
        if (options is { Concept: Concept.Improvement, Offer: not null } && told.IsOpen && told.Mixture.Count == 1 && told.Mixture[0].Deal.Choices.SequenceEqual(options.Offer.Choices))
        {
            notes.Add("The offer itself: no deal is better for one without being worse for another.");
        }
        if (told.ManyOptima)
        {
            notes.Add(told.Single && told.Ties.Any(t => !Alike(problem.Space.ValuesOf(t), told.Utilities))
                ? "Other deals are equally good by this measure, and give other points to some; one of them is shown."
                : told.Single ? "Other deals give everyone the same points; one of them is shown." : "Other mixtures are equally good by this measure; one of them is shown.");
        }
        if (told.Status == SettlementStatus.NotCertified)
        {
            notes.Add($"{Stopped(options)}: the best deal found is shown, the gap says how much better another could be.");
        }
        if (settlements.Count(s => s.IsOpen) > 1)
        {
            notes.Add($"{settlements.Count(s => s.IsOpen)} coalitions can settle, each in its own way; shown is that of {Members(@case, problem, told)}. 'fulcrum coalitions' tells each.");
        }
        return [.. notes];
    }
}
