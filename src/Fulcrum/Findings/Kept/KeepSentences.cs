using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>What the draws say about the keeping of a deal, as sentences.</summary>
internal static class KeepSentences
{
    private const int NamedDrivers = 2;

    public static IEnumerable<KeptSentence> Of(KeepInput input, KeepAnswer answer)
    {
        yield return Kept(input, answer);
        foreach (BreakerAnswer breaker in answer.Breakers.Where(b => b.Breaks.Hits > 0))
        {
            yield return Breaks(input, breaker);
        }
        if (Guarantee(input, answer) is { } guarantee)
        {
            yield return guarantee;
        }
        yield return Zone(input, answer);
        foreach (PowerShiftAnswer shift in answer.Shifts.Where(s => s.Shift is { Median: >= 0.05 }))
        {
            yield return Shift(input, shift);
        }
        foreach (InterimAnswer interim in answer.Interim)
        {
            yield return Interim(input.Case, interim);
        }
    }

    private static KeptSentence Shift(KeepInput input, PowerShiftAnswer shift) => new(
        $"keep.shift.{shift.Declining}.{shift.Rising}",
        $"{shift.DecliningName} would rather fight now than accept any deal that lets {shift.RisingName} prepare {Wording.Frequency(shift.FightsNow)}.",
        FormattableString.Invariant($"Fighting now is worth {Wording.Size(shift.Now)} to it, the most that waiting can give {Wording.Size(shift.Waiting)}; its fighting value falls by {shift.Shift!.Median:0.0} points a month, a deal could make up for {(shift.Bearable is { } most ? FormattableString.Invariant($"{most.Median:0.0}") : "any fall")}. What stops such a shift: limits on the other's preparation that can be seen, a guarantee, or a slower pace (Fearon 1995, Powell 2006)."),
        ["="], KeptSupports.OfShift(input.Case, shift.Declining, shift.Rising));

    private static KeptSentence Interim(Case @case, InterimAnswer interim)
    {
        InterimAgreement stated = @case.Interim.First(i => i.Id == interim.Id);
        if (interim.Idle)
        {
            return new KeptSentence(
                $"keep.interim.{interim.Id}", $"'{interim.Name}' as a deal of its own: what the case says of it touches nobody, so that it does not tell who would accept.",
                "To ask it, give an issue an option for it, or state what the months of it spare each party, change in its prospects, or teach it.", ["="], [$"interim.{interim.Id}"]);
        }
        string who = string.Join("; ", interim.Parties.Where(p => p.Net is not null).Select(p => $"{p.Name}{(p.Consents ? "" : ", whose consent is not needed,")} accepts {p.Accepts.InDraws} ({p.Why})"));
        return new KeptSentence(
            $"keep.interim.{interim.Id}", $"'{interim.Name}' as a deal of its own: everyone whose consent is needed accepts it {Wording.Frequency(interim.Accepted)}.",
            $"{who}. A final single deal is open {interim.OpenAfter.InDraws} when it has run out, {interim.OpenWithout.InDraws} today. The case puts the chance that the final deal is then made at {NumberWords.Of(stated.DealAfter.Shape)} after it and {NumberWords.Of(stated.DealWithout.Shape)} without.", ["="], [$"interim.{interim.Id}"]);
    }

    private static KeptSentence Kept(KeepInput input, KeepAnswer answer)
    {
        var drivers = new Drivers(input.Inputs).Of([.. input.Draws.Select(d => d.Breaches.Count == 0 ? double.NaN : d.Breaches.Min(b => Compliance.LeastSlack(b.Choice)))], NamedDrivers);
        string pays = drivers.Count == 0 ? "" : $"Over the draws keeping pays more {string.Join(" and ", drivers.Select(DriverWords.Where))}.";
        return new KeptSentence(
            "keep.kept", KeepHeadline.Text(answer), $"{KeepHeadline.Limits(input.Case, answer)} {pays}".Trim(), [.. drivers.Select(d => Wording.MarkSign(d.Mark)).Append("=").Distinct()],
            [.. drivers.Select(d => d.Path).Concat(KeptSupports.OfKeeping(input.Case)).Distinct(StringComparer.Ordinal)]);
    }

    private static KeptSentence Breaks(KeepInput input, BreakerAnswer breaker)
    {
        string when = breaker.AtOnce.Hits == breaker.Breaks.Hits ? "at once"
            : $"after {Wording.Size(breaker.Month)} months{(breaker.AtOnce.Hits > 0 ? $", within the first month {breaker.AtOnce.InDraws}" : "")}";
        string needs = breaker.Price is null ? "no guarantee would make it keep it, as nothing that comes after the response counts for it"
            : $"to keep it, a guarantee would have to take {Wording.Size(breaker.Price)} of its 100 points from a breach, as it believes it";
        return new KeptSentence(
            $"keep.breaks.{breaker.Party}",
            $"{breaker.Name} would gain by breaking it {Wording.Frequency(breaker.Breaks)}, then {when}; {needs}.",
            $"The deal is worth {Wording.Size(breaker.Reward)} to it if kept; what follows a breach {Wording.Size(breaker.AfterAtOnce)}{(Wording.Size(breaker.AfterAtOnce) == Wording.Size(breaker.After) ? "" : $", once it has prepared {Wording.Size(breaker.After)}")}; the deal's own guarantee counts {Wording.Size(breaker.Guarantee)}.", ["="],
            KeptSupports.OfBreach(input.Case, breaker.Party));
    }

    private static KeptSentence? Guarantee(KeepInput input, KeepAnswer answer)
    {
        GuaranteeAnswer[] real = [.. answer.Guarantees.Where(g => g.Lever is not null)];
        if (real.Length == 0)
        {
            return null;
        }
        string parts = string.Join("; ", real.Select(g => $"{g.Name} ({g.HolderName}): kept {g.Kept.InDraws}, acting would be in {g.HolderName}'s own interest {g.CarriedOut!.InDraws}, both {g.KeptAndCarriedOut!.InDraws}"));
        return new KeptSentence(
            "keep.guarantees",
            $"The same deal with each guarantee - {parts}; with none: kept {answer.Guarantees.First(g => g.Lever is null).Kept.InDraws}.",
            "Whether a guarantor would act is judged from its own cost, stake and the cost of standing by; whether it is believed is a number of its own.", ["="],
            [.. real.Select(g => g.Lever!)]);
    }

    private static KeptSentence Zone(KeepInput input, KeepAnswer answer)
    {
        KeptZone zone = answer.Zone;
        string settlement = zone.SettlementKept is { } kept ? $" The bargaining solution is then a deal that is kept {kept.InDraws}." : "";
        return new KeptSentence(
            "keep.zone",
            $"A single deal is open {zone.AtTheirWord.InDraws} if everyone is taken at its word, {zone.Foreseen.InDraws} if breaches are foreseen, and one that {KeepHeadline.WhoWouldBreak(answer)} break {zone.Kept.InDraws}.{settlement}",
            "A deal that will be broken is worth less today to its victim and more to who breaks it; a short deal can still be worth having to both.", ["="], KeptSupports.OfKeeping(input.Case));
    }
}
