using System.Globalization;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>What the draws say about threats, promises and beliefs, as sentences.</summary>
internal static class CredibilitySentences
{
    public static IEnumerable<KeptSentence> Of(CredibilityAnswer answer)
    {
        foreach (UndertakingAnswer u in answer.Undertakings.Where(u => u.Flagged).OrderBy(u => u.BeliefStated ? 0 : 1))
        {
            string what = u.Kind switch { "threat" => $"threat of '{u.Name}' should {u.To ?? "talks"} {(u.To is null ? "fail" : "refuse")}", "promise" => $"promise of '{u.Name}'", _ => $"'{u.Name}' should {u.To ?? "anybody"} break a deal" };
            string why = !u.Overbelieved ? Settled(u) ? "less than its holder's own payoffs support: they let it act" : "while its holder's own payoffs let it act"
                : u.Net is { Median: > 0 } ? $"but at the median carrying it out would cost {u.HolderName} {Wording.Size(u.Net)} of its 100 points beyond its own stake and the cost of backing down; its own payoffs let it act"
                : "more than its holder's own payoffs support: they let it act";
            string closes = !u.Overbelieved && Settled(u) ? "Here no commitment is lacking: what would close the gap is showing what acting is worth to the holder."
                : !u.Overbelieved ? $"In the others acting costs more than it brings (net cost {Wording.Signed(u.Net)} points): these assumptions do not settle whether a commitment is lacking. Knowing better what acting costs the holder and brings it would."
                : u.Devices.Count == 0 ? "" : $"What would close the gap: {string.Join("; ", u.Devices)} (Schelling 1960).";
            yield return new KeptSentence(u.Id, $"{u.HolderName}, {what}: {(u.BeliefStated ? $"stated as believed {Hundredths(u.Stated)}" : "the case states no credibility, so it counts as believed in full")}, {why} {u.Derived!.InDraws}.", closes, [u.Mark, "="], [u.Lever]);
        }
        if (answer.Beliefs is { } beliefs)
        {
            yield return Beliefs(beliefs);
        }
    }

    // Acting is in the holder's interest in nine draws of ten at least.
    private static bool Settled(UndertakingAnswer u) => u.Derived is { Share: >= 0.9 };

    private static KeptSentence Beliefs(BeliefAnswer beliefs)
    {
        string optimism = string.Join("; ", beliefs.Believers.Select(b => $"{b.Name} {Wording.Signed(b.Optimism)}"));
        string corrected = string.Join("; ", beliefs.Believers.Where(b => b.OpensIfCorrected is not null).Select(b => $"if {b.Name} alone came to see it as the case does, one opens {b.OpensIfCorrected!.InDraws} of those"));
        string range = beliefs.Range is { } room
            ? $"The bargaining range, of 100 parts of '{room.Name}': {Wording.Size(room.InCase)} with the case's numbers, {Wording.Size(room.Believed)} with each party's own beliefs (Fearon 1995). " : "";
        return new KeptSentence(
            "credibility.beliefs",
            $"With each party's own beliefs a single deal is open {beliefs.BelievedOpen.InDraws}, with the case's numbers {beliefs.Open.InDraws}; beliefs alone close it {beliefs.ClosedByBeliefs.InDraws}.",
            $"Points by which each thinks better of failing than the case does: {optimism}. {range}{Wording.Capital(corrected)}".Trim(), ["="], [.. beliefs.Believers.Select(b => b.ReadingId)]);
    }

    private static string Hundredths(Spread? spread) => spread is null ? "not at all" : Share(spread.P5) == Share(spread.P95) ? Share(spread.Median) : $"{Share(spread.Median)} ({Share(spread.P5)}..{Share(spread.P95)})";

    private static string Share(double share) => share.ToString("0.0#", CultureInfo.InvariantCulture);
}
