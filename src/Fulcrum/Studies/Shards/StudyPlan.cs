using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fulcrum.Studies.Shards;

/// <summary>
/// What makes a study the study it is. Two shards belong together when all of this is equal, word by word; how many threads, shards or machines work on it
/// is no part of it.
/// </summary>
/// <param name="Settings">Names with values, in a fixed order: the case's hash, reading, changes, date, seed, version and what else changes an answer.</param>
/// <param name="Draws">Draws of the whole study.</param>
public sealed record StudyPlan(IReadOnlyList<StudySetting> Settings, long Draws, IReadOnlyList<Measure> Measures, IReadOnlyList<StudyVerdict> Verdicts)
{
    /// <summary>Bins of the histogram per 1: finer for shares than for points, of which only whole ones are shown.</summary>
    public static int BinsPerUnit(MeasureUnit unit) => unit is MeasureUnit.Share or MeasureUnit.Fact ? 4096 : 64;

    /// <summary>The lines that name the study, in a shard file and under the hash.</summary>
    public IReadOnlyList<string> Lines =>
    [
        .. Settings.Select(s => $"{s.Name} {s.Value}"),
        string.Create(CultureInfo.InvariantCulture, $"draws {Draws}"),
        .. Measures.Select(m => string.Create(CultureInfo.InvariantCulture, $"measure {m.Name} {m.Unit}{(m.Doublings > 0 ? $" {m.Doublings}" : "")}")),
        .. Verdicts.Select(v => $"verdict {v.Id} {v.Holds}"),
    ];

    /// <summary>First 16 hex digits of the SHA-256 over <see cref="Lines"/>.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines))))[..16];

    /// <summary>Shard <paramref name="shard"/> of <paramref name="shards"/> (from 1): its first draw and the draw after its last.</summary>
    public (long First, long End) RangeOf(int shard, int shards) => (Upto(shard - 1, shards), Upto(shard, shards));

    private long Upto(int shard, int shards) => (long)((Int128)Draws * shard / shards);
}

/// <param name="Name">One word.</param>
/// <param name="Value">One line.</param>
public sealed record StudySetting(string Name, string Value);

/// <param name="Id">Without spaces.</param>
public sealed record StudyVerdict(string Id, string Says, string Holds);
