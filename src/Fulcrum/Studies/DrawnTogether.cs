using Fulcrum.Cases;

namespace Fulcrum.Studies;

/// <summary>Numbers that share one draw ('with', 'against'), along chains: perfect rank correlation, or its mirror.</summary>
internal static class DrawnTogether
{
    /// <summary>The number at the head of the chain; mirrored when this one moves against it. A circle of references stops where it closes.</summary>
    public static (Quantity Lead, bool Mirrored) LeadOf(Case @case, Quantity quantity)
    {
        bool mirrored = false;
        for (int steps = 0; quantity.DrawnWith >= 0 && steps < @case.Quantities.Count; steps++)
        {
            mirrored ^= quantity.Against;
            quantity = @case.Quantities[quantity.DrawnWith];
        }
        return (quantity, mirrored);
    }

    /// <summary>Of each such company the number that stands for it: its head, or the first that varies where the head is fixed. By place in the case.</summary>
    public static IReadOnlyList<Quantity> Moved(Case @case) =>
        [.. @case.Quantities.Where(Varies).GroupBy(q => LeadOf(@case, q).Lead.Index).Select(g => g.FirstOrDefault(q => q.Index == g.Key) ?? g.First()).OrderBy(q => q.Index)];

    /// <summary>
    /// All numbers in the middle but one, and those drawn with it at the same share of their ranges, those drawn against it at the mirrored share. The last chance of a
    /// course follows from the others.
    /// </summary>
    public static CaseNumbers At(Case @case, Quantity quantity, double value)
    {
        CaseNumbers middle = CaseNumbers.MidRange(@case);
        double[] values = [.. @case.Quantities.Select(q => q.Shape.Middle)];
        double share = (value - quantity.Shape.Least) / (quantity.Shape.Most - quantity.Shape.Least);
        (Quantity lead, bool mirrored) = LeadOf(@case, quantity);
        foreach (Quantity other in @case.Quantities.Where(Varies))
        {
            (Quantity its, bool against) = LeadOf(@case, other);
            if (its.Index == lead.Index)
            {
                double at = against == mirrored ? share : 1 - share;
                values[other.Index] = other.Shape.Least + at * (other.Shape.Most - other.Shape.Least);
            }
        }
        values[quantity.Index] = value;
        CaseNumbers.FillRests(@case, values);
        return middle with { Values = values };
    }

    private static bool Varies(Quantity quantity) => quantity.Shape is not NumberShape.Rest && quantity.Shape.Least < quantity.Shape.Most;
}
