using Fulcrum.Cases;

namespace Fulcrum.Findings.Kept;

/// <summary>The numbers of a case under what is said about keeping, as paths that 'why' can walk.</summary>
internal static class KeptSupports
{
    private const string Keeping = "keeping";

    /// <summary>All that decides whether anybody breaks a deal.</summary>
    public static string[] OfKeeping(Case @case) => Known(@case, [Keeping, .. @case.Parties.SelectMany(p => Courses(@case, p.Id)), .. Guarantees(@case)]);

    /// <summary>What one party gains and risks by a breach.</summary>
    public static string[] OfBreach(Case @case, string party) => Known(@case,
        [
            $"{Keeping}.discount", $"{Keeping}.discount-of.{party}", $"{Keeping}.response.{party}", $"{Keeping}.takes.{party}", $"{Keeping}.rearms.{party}", $"{Keeping}.rearms-for",
            .. Courses(@case, new PartyId(party)), .. Guarantees(@case), $"weights.{party}",
        ]);

    /// <summary>How one side grows while a deal holds, and what fighting is worth to the other.</summary>
    public static string[] OfShift(Case @case, string declining, string rising) => Known(@case,
        [$"{Keeping}.rearms.{rising}", $"{Keeping}.rearms-for", $"{Keeping}.discount", .. Courses(@case, new PartyId(rising)), $"no-deal.per-month.{declining}", $"weights.{declining}"]);

    private static IEnumerable<string> Courses(Case @case, PartyId breaker) => @case.NoDeal?.AfterBreachOf(breaker) is { } course ? [$"no-deal.{course.Id}"] : [];

    private static IEnumerable<string> Guarantees(Case @case) =>
        @case.Levers.Where(l => l.Delivers.Count > 0 && (l.Breach.Count > 0 || l.BreachBy.Count > 0)).Select(l => l.Id.Value);

    // Only what the case states; a default has nothing to show.
    private static string[] Known(Case @case, IEnumerable<string> paths) =>
        [.. paths.Distinct(StringComparer.Ordinal).Where(path => @case.Levers.Any(l => l.Id.Value == path)
            || @case.Quantities.Any(q => q.Place.Line > 0 && Under(q.Path, path)) || @case.Rankings.Any(r => Under(r.Path, path)))];

    private static bool Under(string path, string prefix) => path == prefix || path.StartsWith(prefix + ".", StringComparison.Ordinal);
}
