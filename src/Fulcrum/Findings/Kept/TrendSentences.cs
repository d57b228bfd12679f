using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>What the draws say about time and the mediator, as sentences.</summary>
internal static class TrendSentences
{
    public static IEnumerable<KeptSentence> Of(TrendAnswer answer)
    {
        if (answer.Method.Draws > 0)
        {
            yield return answer.Parties.Count > 0 ? Favoured(answer) : NoDrift;
        }
        if (answer.Turns.Closes is { Hits: > 0 } closes)
        {
            yield return new KeptSentence(
                "trend.closes", $"The deal that is open today closes within {answer.Turns.Within} months {closes.InDraws}, there on {Days(answer.Turns.ClosesOn!)}.", "Only the stated drift moves; everything else stands still.", ["="],
                ["no-deal.per-month"]);
        }
        if (answer.Turns.Opens is { Hits: > 0 } opens)
        {
            yield return new KeptSentence(
                "trend.opens", $"Where none is open today, one opens within {answer.Turns.Within} months {opens.InDraws}, there on {Days(answer.Turns.OpensOn!)}.", "Only the stated drift moves; everything else stands still.", ["="], ["no-deal.per-month"]);
        }
        if (answer.Ripeness is { } ripe)
        {
            string whose = ripe.Perceived.Count == 0 ? "as the case sees it" : $"{Wording.List(ripe.Perceived)} by {(ripe.Perceived.Count == 1 ? "its own belief" : "their own beliefs")}";
            yield return new KeptSentence(
                "trend.ripe", $"{(answer.Parties.Count > 2 ? "The prospects of all principals" : "Both sides' prospects")} without a deal fall and {(answer.Parties.Count > 2 ? "all" : "both")} see a way out {Wording.Frequency(ripe.Both)} ({whose}).",
                $"Falling for {(answer.Parties.Count > 2 ? "all" : "both")} {ripe.Hurting.InDraws}; a deal open in {(answer.Parties.Count > 2 ? "all" : "both")} views {ripe.WayOut.InDraws}. A hurting stalemate is a matter of perception (Zartman 1989), and is easier to see afterwards.", ["="], [.. ripe.Readings, "no-deal.per-month"]);
        }
        foreach (MediatorAnswer mediator in answer.Mediators.Where(m => m.Tilt.Any(t => t.Benefits + t.Pressure > 0)))
        {
            yield return Tilt(mediator);
        }
        if (answer.Method.Draws == 0)
        {
            yield return NoModel;
        }
    }

    private static readonly KeptSentence NoDrift = new(
        "trend.year", "The case states no drift: nothing can be said about time.", "'no-deal: per-month' would say by how many points a month a party's prospects without a deal change.", ["="], []);

    private static readonly KeptSentence NoModel = new(
        "trend.year", "The case has no model: nothing can be said about time.", "It would need issues, weights and a course without agreement.", ["="], []);

    private static string Days(DayRange days) => days.P5 == days.P95 ? Wording.Day(days.Median) : $"{Wording.Day(days.Median)} (between {Wording.Day(days.P5)} and {Wording.Day(days.P95)})";

    private static KeptSentence Favoured(TrendAnswer answer)
    {
        string[] silent = [.. answer.Parties.Where(p => p.Drift is null).Select(p => p.Name)];
        string still = silent.Length == 0 ? "" : $" No drift is stated for {Wording.List(silent)}.";
        string parts = string.Join("; ", answer.Parties.Select(p => $"{p.Name} {Wording.Signed(p.InAYear)}, a point or more better {Wording.Frequency(p.Favoured)}, worse {Wording.Frequency(p.Hurt)}"));
        return new KeptSentence(
            "trend.year", $"If nothing else happens, a year changes each side's hand like this - {parts}.", $"Each against its own start; points of two parties are never compared.{still}",
            [.. answer.Parties.Select(p => p.Mark).Append("=").Distinct()], [.. answer.Parties.Where(p => p.Drift is { } d && (d.P5 != 0 || d.P95 != 0)).Select(p => $"no-deal.per-month.{p.Party}")]);
    }

    private static KeptSentence Tilt(MediatorAnswer mediator)
    {
        string parts = string.Join("; ", mediator.Tilt.Select(t => $"towards {t.Name} {Wording.Count(t.Benefits, "benefit", "benefits")} and {Wording.Count(t.Pressure, "act of pressure", "acts of pressure")}"));
        return new KeptSentence(
            $"trend.mediator.{mediator.Party}", $"{mediator.Name}'s moves in the ledger: {parts}.", "Counts of moves, whatever their weight, as the case's sources tell them. Benefits: give, offer, promise, ease, concede, accept; pressure: threaten, impose, withhold, exclude, accuse, demand, rule out.",
            ["="], [.. mediator.Tilt.SelectMany(t => t.BenefitMoves.Concat(t.PressureMoves))]);
    }
}
