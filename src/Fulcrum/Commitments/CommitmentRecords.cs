using Fulcrum.Cases;

namespace Fulcrum.Commitments;

/// <summary>The record of commitments as it stands at a date.</summary>
public static class CommitmentRecords
{
    /// <summary>Status at the end of a day: pending before any status is known to hold; null before the obligation was taken on. Vague days count by their middle.</summary>
    public static CommitmentStatus? At(Commitment commitment, DateOnly date) =>
        commitment.Date.Middle > date ? null
        : commitment.StatusSince is { } since && since.Middle > date ? Before(commitment, date)?.Status ?? CommitmentStatus.Pending
        : commitment.Status;

    /// <summary>Since when the status of that day holds; null where the case does not say.</summary>
    public static VagueDate? Since(Commitment commitment, DateOnly date) =>
        commitment.StatusSince is not { } since || since.Middle <= date ? commitment.StatusSince : Before(commitment, date)?.Since;

    private static DatedStatus? Before(Commitment commitment, DateOnly date) => commitment.Earlier.LastOrDefault(s => s.Since.Middle <= date);

    /// <summary>How often each circumstance stands beside a kept and a broken commitment; in the order of the words.</summary>
    public static IReadOnlyList<(string Circumstance, int Kept, int Broken)> Circumstances(IEnumerable<(Commitment Commitment, CommitmentStatus Status)> records)
    {
        var rows = records.SelectMany(r => r.Commitment.Circumstances, (r, word) => (word, r.Status)).ToArray();
        return [.. rows.GroupBy(r => r.word, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Count(r => r.Status == CommitmentStatus.Kept), g.Count(r => r.Status == CommitmentStatus.Broken)))
            .Where(r => r.Item2 + r.Item3 > 0).OrderBy(r => r.Key, StringComparer.Ordinal)];
    }
}
