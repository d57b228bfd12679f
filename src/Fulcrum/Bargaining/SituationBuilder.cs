using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>
/// From one draw of a case to the bargaining problem at a date and a state of the ledger (docs/guide/deals-and-no-deal.md, docs/guide/levers.md).
/// Parties, blocks and choices stand in the ordinal order of their keys, not in the order of the file, so that rearranging the file changes no bit.
/// </summary>
public static class SituationBuilder
{
    /// <summary>The situation at a date, with every move up to it.</summary>
    /// <param name="within">Stops the search among issues that depend on each other in too many ways to list; their block then states its gap.</param>
    public static BargainingProblem Build(CasePlan plan, CaseNumbers numbers, DateOnly date, bool ignoreRedLines = false, TimeLimit? within = null)
    {
        var model = new DrawModel(plan, numbers, ignoreRedLines) { Within = within };
        return Build(model, Replay.At(plan, numbers, date), model.MonthsAt(date));
    }

    /// <summary>The situation in any state of the ledger; the date says how much drift there has been.</summary>
    public static BargainingProblem Build(CasePlan plan, CaseNumbers numbers, LedgerState state, DateOnly date, bool ignoreRedLines = false)
    {
        var model = new DrawModel(plan, numbers, ignoreRedLines);
        return Build(model, state, model.MonthsAt(date));
    }

    internal static BargainingProblem Build(DrawModel model, LedgerState state, double months)
    {
        var space = new DealSpace(model.Layout.PartyIds, model.Blocks.Of(state, months), Constants(model, state));
        // What failing is worth is not known where the case states no course without agreement; such a case has deals to compare and none to solve for.
        double[] noDeal = model.Layout.Courses.Length > 0 ? new NoDealValues(model, state, months).OwnRefusals() : [.. Enumerable.Repeat(double.NaN, model.Parties)];
        return new BargainingProblem(space, noDeal, model.Claims, model.Layout.Coalitions);
    }

    private static double[] Constants(DrawModel model, LedgerState state)
    {
        var constants = new double[model.Parties];
        for (int l = 0; l < model.Effects.Length; l++)
        {
            LeverEffects effects = model.Effects[l];
            if (effects.HasDeal)
            {
                for (int p = 0; p < constants.Length; p++)
                {
                    constants[p] += effects.InEveryDeal(state.Levers[l], p) * effects.Deal[p];
                }
            }
        }
        return constants;
    }
}
