using Fulcrum.Cases;

namespace Fulcrum.Findings.Tables;

internal static class ProvenanceTable
{
    /// <summary>Every number and ranking that the case states. A chance written 'rest' and what holds by default state nothing and are not counted.</summary>
    public static Provenance Of(Case @case)
    {
        Quantity[] numbers = @case.Quantities.Where(IsStated).ToArray();
        int Numbers(Mark mark) => numbers.Count(q => q.Support.Mark == mark);
        int Rankings(Mark mark) => @case.Rankings.Count(r => r.Support.Mark == mark);
        return new Provenance(
            numbers.Length, Numbers(Mark.Quoted), Numbers(Mark.Judged), Numbers(Mark.Assumed), numbers.Count(q => q.Shape is NumberShape.Unknown),
            @case.Rankings.Count, Rankings(Mark.Quoted), Rankings(Mark.Judged), Rankings(Mark.Assumed));
    }

    private static bool IsStated(Quantity quantity) => quantity.Shape is not NumberShape.Rest && quantity.Support != Support.ByDefault;
}
