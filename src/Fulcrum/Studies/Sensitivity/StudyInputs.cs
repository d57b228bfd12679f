using Fulcrum.Cases;
using Fulcrum.Numerics;
using Fulcrum.Studies.Cruxes;

namespace Fulcrum.Studies.Sensitivity;

/// <summary>Uncertain things of a case that are drawn anew, or known, together.</summary>
/// <param name="Paths">Numbers and rankings in it; of moves 'ledger.MOVE.date' and 'ledger.MOVE.binding'.</param>
public sealed record StudyInput(string Name, IReadOnlyList<string> Paths, IReadOnlySet<ulong> Keys);

/// <summary>The inputs of a case for a sensitivity analysis: all that is not the same in every draw. What is drawn together is one input.</summary>
internal static class StudyInputs
{
    /// <param name="single">True: every number and ranking by itself; false: by lever, view of an issue, course and move.</param>
    public static IReadOnlyList<StudyInput> Of(Case @case, bool single)
    {
        var stated = @case.Groups.Select(g => (g.Name, g.Paths)).ToArray();
        var sampler = new Sampler(@case, 0);
        var parts = new List<(string Path, ulong Key)>();
        parts.AddRange(@case.Quantities.Where(q => q.Shape is not NumberShape.Rest && q.Shape.Least < q.Shape.Most).Select(q => (q.Path, sampler.KeyOf(q))));
        parts.AddRange(@case.Rankings.Where(r => r.OfWeights ? r.Groups.Count > 1 : r.Groups.Count > 2).Select(r => (r.Path, RandomStream.KeyHash(r.Key))));
        foreach (Move move in @case.Moves)
        {
            if (!move.Date.IsExact)
            {
                parts.Add(($"ledger.{move.Id}.date", RandomStream.KeyHash($"ledger.{move.Key}.date")));
            }
            if (move.Binds is { } binds && binds.Shape.Most > 0 && binds.Shape.Least < 1)
            {
                parts.Add(($"ledger.{move.Id}.binding", RandomStream.KeyHash($"ledger.{move.Key}.binding")));
            }
        }
        // Numbers with one stream belong together wherever they stand.
        var nameOf = new Dictionary<ulong, string>();
        foreach ((string path, ulong key) in parts)
        {
            nameOf.TryAdd(key, single ? path : AssumptionGroups.NameOf(path, stated));
        }
        return [.. parts.GroupBy(p => nameOf[p.Key], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new StudyInput(g.Key, [.. g.Select(p => p.Path)], g.Select(p => p.Key).ToHashSet()))];
    }
}
