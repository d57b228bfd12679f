using Fulcrum.Cases;
using Fulcrum.Numerics;

namespace Fulcrum.Bargaining.Situations;

/// <summary>
/// One draw of a case's numbers as arrays: points of every option, effects of every lever, courses without a deal. Worked out once per draw; what a state of
/// the ledger changes is patched by <see cref="SituationBuilder"/>. Parties, issues and levers are those of <see cref="CaseLayout"/>.
/// </summary>
internal sealed class DrawModel
{
    // Mean length of a month in days.

    public DrawModel(CasePlan plan, CaseNumbers numbers, bool ignoreRedLines)
    {
        Plan = plan;
        Layout = plan.Layout;
        Numbers = numbers;
        IgnoreRedLines = ignoreRedLines;
        Points = OptionPoints.Of(Layout, numbers);
        Adds = Array.ConvertAll(Layout.Groups, group => Array.ConvertAll(group.Terms, term => numbers[term.Adds]));
        Effects = Array.ConvertAll(Layout.Levers, lever => LeverEffects.Of(lever, this));
        Claims = Array.ConvertAll(Layout.Parties, party => Math.Max(0, numbers[party.Claim]));
        Drift = PerParty(plan.Case.NoDeal?.PerMonth);
        Costs = Array.ConvertAll(Layout.Courses, course => PerParty(course.Course.Cost));
        Chances = Array.ConvertAll(Layout.Courses, course => Array.ConvertAll(course.Chances, chance => numbers[chance]));
        Blocks = new BlockCache(this);
    }

    /// <summary>How long groups of issues with too many combinations to list may be searched; null for a number of branches.</summary>
    public TimeLimit? Within { get; init; }

    public CasePlan Plan { get; }

    public CaseLayout Layout { get; }

    public CaseNumbers Numbers { get; }

    public bool IgnoreRedLines { get; }

    /// <summary>[issue][option][party]: value times weight.</summary>
    public double[][][] Points { get; }

    /// <summary>[group][term]: points of a term that joins issues.</summary>
    public double[][] Adds { get; }

    public LeverEffects[] Effects { get; }

    public double[] Claims { get; }

    /// <summary>Points a month.</summary>
    public double[] Drift { get; }

    /// <summary>[course][party].</summary>
    public double[][] Costs { get; }

    /// <summary>[course][outcome].</summary>
    public double[][] Chances { get; }

    public BlockCache Blocks { get; }

    public int Parties => Layout.Parties.Length;

    /// <summary>Months of drift at a date: negative before the case's as-of date.</summary>
    public double MonthsAt(DateOnly date) => MonthsBetween(Plan.Case.AsOf, date);

    /// <summary>In months of mean length; negative when the second date is the earlier one.</summary>
    public static double MonthsBetween(DateOnly from, DateOnly to) => Months.Between(from, to);

    public double[] PerParty(IReadOnlyDictionary<PartyId, Quantity>? stated)
    {
        var result = new double[Layout.Parties.Length];
        if (stated is not null)
        {
            foreach ((PartyId party, Quantity quantity) in stated)
            {
                result[Layout.PartyOf[party]] = Numbers[quantity];
            }
        }
        return result;
    }
}
