using System.Globalization;

namespace Fulcrum.Studies.Shards;

/// <summary>A part of a study: a run of draws, and what was counted of it so far.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">Shards in all.</param>
/// <param name="Next">The first draw not yet counted; all draws of the shard before it are.</param>
public sealed record Shard(StudyPlan Plan, int Number, int Of, long Next, StudyTally Tally)
{
    public long First => Plan.RangeOf(Number, Of).First;

    /// <summary>The draw after its last.</summary>
    public long End => Plan.RangeOf(Number, Of).End;

    public bool Finished => Next == End;

    /// <summary>The file it lies in.</summary>
    public string FileName => NameOf(Number, Of);

    public static string NameOf(int number, int of) => string.Create(CultureInfo.InvariantCulture, $"shard-{number:D5}-of-{of:D5}.txt");

    public static Shard Fresh(StudyPlan plan, int number, int of) => new(plan, number, of, plan.RangeOf(number, of).First, new StudyTally(plan));
}
