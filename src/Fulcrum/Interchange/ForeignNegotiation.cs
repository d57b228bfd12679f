namespace Fulcrum.Interchange;

/// <summary>What a foreign file says, before it becomes a case: issues, and per party weights, values in points (0 to 100), and what it has without a deal.</summary>
/// <param name="From">Where it comes from, for readers: the format and the files' names.</param>
internal sealed record ForeignNegotiation(string Title, string From, IReadOnlyList<ForeignIssue> Issues, IReadOnlyList<ForeignParty> Parties);

/// <param name="Scale">For a numeric issue; its options are then the points of the scale.</param>
internal sealed record ForeignIssue(string Name, IReadOnlyList<ForeignOption> Options, ForeignScale? Scale)
{
    public static ForeignIssue Named(string name, IEnumerable<string> options) => new(name, [.. options.Select(o => new ForeignOption(o))], null);

    public static ForeignIssue Numeric(string name, ForeignScale scale) =>
        new(name, [.. Enumerable.Range(0, scale.Count).Select(k => new ForeignOption(CaseText.Number((double)scale.At(k))))], scale);
}

/// <param name="OnlyNoDeal">Nobody can sign it: it stands for having no deal.</param>
internal sealed record ForeignOption(string Name, bool OnlyNoDeal = false);

/// <summary>The points <c>From, From + Step, ..., To</c>.</summary>
internal sealed record ForeignScale(decimal From, decimal To, decimal Step)
{
    /// <summary>Most points of a scale: the case format's limit.</summary>
    public const int Most = 1001;

    public int Count => (int)((To - From) / Step) + 1;

    public decimal At(int place) => From + place * Step;
}

/// <param name="Weights">One per issue, on any scale.</param>
/// <param name="Values">One per issue; null where the party is indifferent.</param>
/// <param name="Rectangles">Points that it adds where every named issue has one of the options listed.</param>
internal sealed record ForeignParty(
    string Name, IReadOnlyList<double> Weights, IReadOnlyList<ForeignValues?> Values, ForeignNoDeal NoDeal, IReadOnlyList<ForeignRectangle> Rectangles)
{
    /// <summary>The value of a deal in points, weights scaled to sum to 1.</summary>
    public double Value(IReadOnlyList<ForeignIssue> issues, IReadOnlyList<int> deal)
    {
        double sum = Weights.Sum();
        double value = 0;
        for (int k = 0; k < issues.Count; k++)
        {
            value += sum > 0 && Values[k] is { } values ? Weights[k] / sum * values.At(issues[k], deal[k]) : 0;
        }
        return value + Rectangles.Where(r => r.When.All(w => w.Options.Contains(deal[w.Issue]))).Sum(r => r.Adds);
    }
}

/// <summary>What the options of one issue are worth, in points.</summary>
internal abstract record ForeignValues
{
    private ForeignValues() { }

    public sealed record Table(IReadOnlyList<double> Points) : ForeignValues;

    /// <summary>Points at some places of a scale in rising order, linear between, constant beyond.</summary>
    public sealed record Curve(IReadOnlyList<(decimal At, double Points)> Corners) : ForeignValues;

    public double At(ForeignIssue issue, int option) => this switch
    {
        Table table => table.Points[option],
        Curve curve => OnCurve(curve.Corners, issue.Scale!.At(option)),
        _ => 0,
    };

    private static double OnCurve(IReadOnlyList<(decimal At, double Points)> corners, decimal at)
    {
        if (at <= corners[0].At)
        {
            return corners[0].Points;
        }
        for (int i = 1; i < corners.Count; i++)
        {
            if (at <= corners[i].At)
            {
                double share = (double)(at - corners[i - 1].At) / (double)(corners[i].At - corners[i - 1].At);
                return (1 - share) * corners[i - 1].Points + share * corners[i].Points;
            }
        }
        return corners[^1].Points;
    }
}

/// <summary>What a party has without a deal: points, or the facts of a deal that it would otherwise live with.</summary>
internal abstract record ForeignNoDeal
{
    private ForeignNoDeal() { }

    public sealed record Points(double Value) : ForeignNoDeal;

    /// <summary>One option index per issue.</summary>
    public sealed record Facts(IReadOnlyList<int> Options) : ForeignNoDeal;
}

/// <summary>Points that a deal gains where every named issue has one of the options listed; issues and options in rising order.</summary>
internal sealed record ForeignRectangle(IReadOnlyList<(int Issue, IReadOnlyList<int> Options)> When, double Adds)
{
    /// <summary>A case states every combination once: those with the same sides count together, in the place of the first. Those that add nothing are left out.</summary>
    public static List<ForeignRectangle> Joined(IEnumerable<ForeignRectangle> rectangles) =>
    [
        .. rectangles.GroupBy(r => string.Join('|', r.When.Select(w => $"{w.Issue}:{string.Join(',', w.Options)}")), StringComparer.Ordinal)
            .Select(same => same.First() with { Adds = same.Sum(r => r.Adds) })
            .Where(joined => CaseText.Number(joined.Adds) != "0"),
    ];
}
