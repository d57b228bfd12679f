using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>What the draws say about time and the mediator, as sentences.</summary>
internal static class TrendSentences
{
    public static IEnumerable<KeptSentence> Of(TrendAnswer answer)
    {
        yield return Favoured(answer);
        if (answer.Turns.Closes is { Hits: > 0 } closes)
        {
            yield return new KeptSentence(
                "trend.closes", $"The deal that is open today closes within {answer.Turns.Within} months {closes.InDraws}, there after about {Wording.Size(answer.Turns.ClosesAfter)} months.", "Only the stated drift moves; everything else stands still.", ["="],
                ["no-deal.per-month"]);
        }
        if (answer.Turns.Opens is { Hits: > 0 } opens)
        {
            yield return new KeptSentence(
                "trend.opens", $"Where none is open today, one opens within {answer.Turns.Within} months {opens.InDraws}, after about {Wording.Size(answer.Turns.OpensAfter)} months.", "", ["="], ["no-deal.per-month"]);
        }
        if (answer.Ripeness is { } ripe)
        {
            string whose = ripe.Perceived.Count == 0 ? "as the case sees it" : $"in the own belief of {Wording.List(ripe.Perceived)}";
            yield return new KeptSentence(
                "trend.ripe", $"Both sides' prospects without a deal fall and both see a way out {Wording.Frequency(ripe.Both)} ({whose}).",
                $"Falling for both {ripe.Hurting.InDraws}; a deal open in both views {ripe.WayOut.InDraws}. A hurting stalemate is a matter of perception (Zartman 1989), and is easier to see afterwards.", ["="], [.. ripe.Readings, "no-deal.per-month"]);
        }
        foreach (MediatorAnswer mediator in answer.Mediators.Where(m => m.Tilt.Any(t => t.Benefits + t.Pressure > 0)))
        {
            yield return Tilt(mediator);
        }
    }

    private static KeptSentence Favoured(TrendAnswer answer)
    {
        string parts = string.Join("; ", answer.Parties.Select(p => $"{p.Name} {Wording.Signed(p.InAYear)}, a point or more worse {Wording.Frequency(p.Hurt)}"));
        return new KeptSentence(
            "trend.year", $"If nothing else happens, a year changes each side's hand like this - {parts}.", "Each against its own start; points of two parties are never compared.",
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
