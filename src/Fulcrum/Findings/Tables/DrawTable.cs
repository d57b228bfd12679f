using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Tables;

/// <summary>The draws of an input with the questions that every table asks of them.</summary>
internal sealed class DrawTable
{
    public DrawTable(AnalysisInput input)
    {
        Input = input;
        Case = input.Case;
        Draws = input.Draws;
        Drivers = new Drivers(input.Inputs);
        Focus = Case.Focus.Select(id => IndexOf(Case, id)).Where(HasPreferences).ToArray();
        Valued = Focus.Concat(Enumerable.Range(0, Case.Parties.Count).Where(p => HasPreferences(p) && !Focus.Contains(p))).ToArray();
    }

    public AnalysisInput Input { get; }

    public Case Case { get; }

    public IReadOnlyList<DrawResult> Draws { get; }

    public Drivers Drivers { get; }

    /// <summary>Indices of the focus parties that have preferences, in the order of the case's focus.</summary>
    public IReadOnlyList<int> Focus { get; }

    /// <summary>Indices of all parties with preferences, focus first.</summary>
    public IReadOnlyList<int> Valued { get; }

    public Spread? Spread(Func<DrawResult, double> value) => Studies.Spread.Of(Draws.Select(value));

    public Spread? SpreadWhere(Func<DrawResult, bool> where, Func<DrawResult, double> value) => Studies.Spread.Of(Draws.Where(where).Select(value));

    public Chance Chance(Func<DrawResult, bool> holds) => Studies.Chance.Over(Draws, holds);

    public string Name(int party) => Case.Parties[party].Name;

    public string Id(int party) => Case.Parties[party].Id.Value;

    public static int IndexOf(Case @case, PartyId id)
    {
        for (int p = 0; p < @case.Parties.Count; p++)
        {
            if (@case.Parties[p].Id == id)
            {
                return p;
            }
        }
        return -1;
    }

    private bool HasPreferences(int party) => party >= 0 && Case.Parties[party].Weights is not null;
}
