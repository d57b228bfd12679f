using Fulcrum.Cases;

namespace Fulcrum.Findings.Sentences;

/// <summary>What this case cannot answer, and what would have to be added.</summary>
internal static class GapSentences
{
    public static IEnumerable<Draft> All(Case @case)
    {
        if (!@case.HasModel)
        {
            yield return NoModel(@case);
            yield break;
        }
        foreach (Party party in @case.Parties.Where(p => p.Weights is null && @case.Levers.All(l => l.Holder != p.Id)))
        {
            yield return new Draft(
                FindingKind.NotAnswerable, $"Not answerable from this case: what {party.Name} would gain, lose or do.",
                "Nothing gives it a lever or a preference: add one, or leave the party out.", ["?"], [party.Id.Value]);
        }
    }

    private static Draft NoModel(Case @case)
    {
        var missing = new List<string>();
        if (@case.Issues.Count == 0)
        {
            missing.Add("issues");
        }
        if (@case.Parties.All(p => p.Weights is null))
        {
            missing.Add("what the parties prefer");
        }
        if (@case.NoDeal is null)
        {
            missing.Add("what happens without a deal");
        }
        return new Draft(
            FindingKind.NotAnswerable, "Not answerable from this case: who holds what, what the moves cost, and whether a deal is open.",
            $"The case does not yet state {Wording.List(missing)}; the ledger's findings stand.", ["?"], []);
    }
}
