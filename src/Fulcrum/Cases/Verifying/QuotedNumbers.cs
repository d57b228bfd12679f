namespace Fulcrum.Cases.Verifying;

/// <summary>Whether the numbers marked as quoted really stand in the words that they rest on.</summary>
internal sealed class QuotedNumbers(Func<EvidenceId, Evidence?> evidence, Func<Evidence, SourceText?> textOf)
{
    /// <summary>Adds a problem for every quoted number that does not stand in its evidence; returns how many could not be checked.</summary>
    public int Check(Case @case, List<CaseProblem> problems)
    {
        int notChecked = 0;
        foreach (Quantity quantity in @case.Quantities.Where(q => q.Support.Mark == Mark.Quoted))
        {
            var known = quantity.Support.Evidence.Select(id => evidence(id)).OfType<Evidence>().Select(FiguresOf).ToList();
            var standing = known.OfType<IReadOnlyList<Figure>>().SelectMany(f => f).ToList();
            var absent = Stated(quantity.Shape).Where(n => !Figures.Contain(standing, n)).ToList();
            if (absent.Count > 0 && known.Exists(f => f is null))
            {
                notChecked++;
            }
            else
            {
                problems.AddRange(absent.Select(n => EvidenceProblems.QuotedFigureMissing(quantity, n)));
            }
        }
        return notChecked;
    }

    // Null when neither the text nor a list of figures tells; words whose hash differs are reported already and say nothing here.
    private IReadOnlyList<Figure>? FiguresOf(Evidence item)
    {
        if (textOf(item) is { } text)
        {
            return text.Quote(item) is { } quote ? Figures.In(quote.Words) : null;
        }
        return item.Figures.Count > 0 ? [.. item.Figures.SelectMany(Figures.In)] : null;
    }

    private static double[] Stated(NumberShape shape) => shape switch
    {
        NumberShape.Fixed f => [f.Value],
        NumberShape.Uniform u => [u.Low, u.High],
        NumberShape.Triangular t => [t.Low, t.Mode, t.High],
        _ => [],
    };
}
