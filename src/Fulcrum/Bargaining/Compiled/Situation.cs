namespace Fulcrum.Bargaining.Compiled;

/// <summary>Where every lever and every issue stands: slots of <see cref="LeverSlots"/>, sets of <see cref="YieldSets"/>, and the months of drift. Reused.</summary>
internal sealed class Situation(CompiledCase compiled)
{
    public int[] Levers { get; } = new int[compiled.Levers];

    public int[] Yields { get; } = new int[compiled.Issues];

    public double Months { get; set; }

    public void CopyFrom(Situation other)
    {
        other.Levers.CopyTo(Levers, 0);
        other.Yields.CopyTo(Yields, 0);
        Months = other.Months;
    }
}
