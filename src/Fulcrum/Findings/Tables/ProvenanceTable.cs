using Fulcrum.Cases;

namespace Fulcrum.Findings.Tables;

internal static class ProvenanceTable
{
    /// <summary>Every number and ranking that the case states. A chance written 'rest' states nothing and is not counted.</summary>
    public static Provenance Of(Case @case)
    {
        Quantity[] numbers = @case.Quantities.Where(IsStated).ToArray();
        int Numbers(Mark mark) => numbers.Count(q => q.Support.Mark == mark);
        int Rankings(Mark mark) => @case.Rankings.Count(r => r.Support.Mark == mark);
        return new Provenance(
            numbers.Length, Numbers(Mark.Quoted), Numbers(Mark.Judged), Numbers(Mark.Assumed), numbers.Count(q => q.Shape is NumberShape.Unknown),
            @case.Rankings.Count, Rankings(Mark.Quoted), Rankings(Mark.Judged), Rankings(Mark.Assumed));
    }

    /// <summary>False for 'rest' and for numbers that stand nowhere in the files (defaults).</summary>
    public static bool IsStated(Quantity quantity) => quantity.Shape is not NumberShape.Rest && quantity.Place.Line > 0;
}
