using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Commitments;

namespace Fulcrum.Findings.Kept;

/// <summary>From a case's commitments to the answer about records. Nothing is drawn: records are counted.</summary>
internal static class RecordComposer
{
    public static RecordAnswer Compose(Case @case, DateOnly asOf, RecordPrior prior)
    {
        (Commitment Commitment, CommitmentStatus Status)[] known =
            [.. @case.Commitments.Select(c => (c, CommitmentRecords.At(c, asOf))).Where(r => r.Item2 is not null).Select(r => (r.c, r.Item2!.Value))];
        PartyRecord[] parties = [.. @case.Parties.Where(p => known.Any(k => k.Commitment.By == p.Id)).Select(p => Party(@case, p, [.. known.Where(k => k.Commitment.By == p.Id)], prior, asOf))];
        ClassRecord[] classes = [.. @case.ReferenceClasses.Select(c => OfClass(c, prior))];
        return new RecordAnswer(
            @case.Title, @case.AppliedReading?.Value, KeepComposer.ReadingName(@case), asOf, prior == RecordPrior.Jeffreys ? "Jeffreys" : "uniform", parties, classes,
            [.. CommitmentRecords.Circumstances(known).Select(c => new CircumstanceRecord(c.Circumstance, c.Kept, c.Broken))], [.. Warnings(@case, parties)], @case.Hash)
        {
            Sentences = [.. parties.Select(p => OfParty(p, [.. classes.Where(c => c.Complete)])), .. classes.Select(OfClass)],
        };
    }

    private static ClassRecord OfClass(ReferenceClass known, RecordPrior prior) => new(
        known.Id, known.Name, known.Complete, known.Citation,
        ShareBroken.Of(known is { ShareKept: { } share, CountsAs: { } weight } ? RecordPosterior.Of(share * weight, (1 - share) * weight, prior) : RecordPosterior.Of(known.Kept, known.Broken, prior)),
        known.ShareKept, known.CountsAs);

    private static KeptSentence OfParty(PartyRecord party, ClassRecord[] whole) => new(
        $"record.{party.Party}",
        $"{party.Name} took on {Wording.Count(party.Rows.Count, "obligation", "obligations")} that the case lists: kept {party.Kept}, broken {party.Broken}, unclear {party.Unclear}, pending {party.Pending}.",
        Picked(party) ? $"The list is picked by hand and has no denominator: it supports no rate. Were it a sample, {Shares(party, whole)}." : "",
        ["="], [.. party.Rows.Select(r => r.Id), .. Picked(party) ? whole.Select(c => c.Id) : []]);

    // To which class an obligation belongs is known; nobody counted what else of that class the party took on, so that these too are a list.
    private static bool Picked(PartyRecord party) => party.HandPicked is not null || party.OfClasses.Count > 0;

    private static string Shares(PartyRecord party, ClassRecord[] whole)
    {
        IEnumerable<string> own = party.OfClasses.Select(c => $"{In100(c.Share)} of those of the kind '{c.Name}' would be broken");
        IEnumerable<string> all = whole.Select(c => $"of the whole class '{c.Name}' {In100(c.Share)} are");
        return string.Join("; ", [.. party.HandPicked is { } picked ? [$"{In100(picked)} of {(party.OfClasses.Count > 0 ? "those of no class" : "such obligations")} would be broken"] : Array.Empty<string>(), .. own, .. all]);
    }

    private static KeptSentence OfClass(ClassRecord known) => new(
        $"record.class.{known.Id}",
        known.PublishedShareKept is { } share
            ? $"Of the class '{known.Name}' {Whole(share)} of 100 were kept, as published; the counts behind it are not, and it is weighed as {Wording.Count(known.CountsAs!.Value, "agreement", "agreements")}: {In100(known.Share)} broken."
            : string.Create(CultureInfo.InvariantCulture, $"Of the class '{known.Name}' {known.Share.Kept} were kept and {known.Share.Broken} broken: {In100(known.Share)} broken."),
        known.Citation ?? "", [known.Citation is null || known.CountsAs is not null ? "?" : "="], [known.Id]);

    /// <summary>Whole shares of 100, the mean and 90 of 100; never 0 or 100.</summary>
    public static string In100(ShareBroken share) => $"{Whole(share.Mean)} of 100 ({Whole(share.P5)}..{Whole(share.P95)})";

    private static string Whole(double share) => Math.Clamp(Math.Round(100 * share, MidpointRounding.AwayFromZero), 1, 99).ToString(CultureInfo.InvariantCulture);

    private static PartyRecord Party(Case @case, Party party, (Commitment Commitment, CommitmentStatus Status)[] records, RecordPrior prior, DateOnly asOf)
    {
        int Count(CommitmentStatus status) => records.Count(r => r.Status == status);
        ClassShare[] classes = [.. @case.ReferenceClasses
            .Select(c => (Class: c, Share: Share(records.Where(r => r.Commitment.Class == c.Id), prior)))
            .Where(c => c.Share is not null).Select(c => new ClassShare(c.Class.Id, c.Class.Name, c.Share!))];
        return new PartyRecord(
            party.Id.Value, party.Name, Count(CommitmentStatus.Kept), Count(CommitmentStatus.Broken), Count(CommitmentStatus.Unclear), Count(CommitmentStatus.Pending),
            Share(records.Where(r => r.Commitment.Class is null), prior), classes, [.. records.Select(r => Row(@case, r.Commitment, r.Status, asOf))]);
    }

    private static ShareBroken? Share(IEnumerable<(Commitment, CommitmentStatus Status)> records, RecordPrior prior)
    {
        CommitmentStatus[] known = [.. records.Select(r => r.Status)];
        int kept = known.Count(s => s == CommitmentStatus.Kept), broken = known.Count(s => s == CommitmentStatus.Broken);
        return kept + broken == 0 ? null : ShareBroken.Of(RecordPosterior.Of(kept, broken, prior));
    }

    private static CommitmentRow Row(Case @case, Commitment c, CommitmentStatus status, DateOnly asOf) => new(
        c.Id.Value, [.. c.To.Select(p => @case.Party(p).Name)], Wording.When(c.Date), c.Terms, status.ToString().ToLowerInvariant(),
        CommitmentRecords.Since(c, asOf) is { } since ? Wording.When(since) : null, c.Class, c.Circumstances, [.. c.Evidence.Select(e => e.Value)], c.Note)
    {
        Earlier = [.. c.Earlier.Where(e => CommitmentRecords.Since(c, asOf) is { } now && e.Since.Middle < now.Middle).Select(e => new EarlierStatus(e.Status.ToString().ToLowerInvariant(), Wording.When(e.Since)))],
    };

    private static string How(PartyRecord party) => party.Kept == 0 ? "breaches alone" : "commitments picked by hand";

    private static IEnumerable<string> Warnings(Case @case, PartyRecord[] parties)
    {
        PartyRecord[] picked = [.. parties.Where(Picked)];
        if (picked.Length == 1)
        {
            yield return $"{picked[0].Name}: the list has {How(picked[0])} and no denominator - nobody counted what was undertaken and kept. It supports no rate, whatever the figure beside it says.";
        }
        else if (picked.Length > 1)
        {
            yield return $"{Wording.List([.. picked.Select(p => $"{p.Name} ({How(p)})")])}: the lists have no denominator - nobody counted what was undertaken and kept. They support no rate, whatever the figures beside them say.";
        }
        foreach (ReferenceClass chosen in @case.ReferenceClasses.Where(c => !c.Complete))
        {
            yield return $"{chosen.Name}: not a whole class but a choice of cases; its share is not a rate.";
        }
        foreach (ReferenceClass known in @case.ReferenceClasses.Where(c => c.CountsAs is not null))
        {
            yield return $"{known.Name}: published as a share without its counts; how many agreements it is weighed as is an assumption, and so is the width of its range.";
        }
        if (parties.Length > 0 && @case.ReferenceClasses.Count == 0)
        {
            yield return "The case names no class of agreements with its whole record ('reference-classes:'), so that nothing here says how often such agreements are broken.";
        }
    }
}
