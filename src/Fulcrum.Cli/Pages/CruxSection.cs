using System.Globalization;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>What makes two readings differ on a statement or a number.</summary>
internal static class CruxSection
{
    private const int MostGroups = 8;
    private const int LabelColumns = 54;

    public static void Add(Page page, CruxAnswer crux)
    {
        page.Heading($"WHY THEY DIFFER ON: {crux.Says}", $"{crux.FromName} and {crux.ToName}");
        foreach (string sentence in crux.Sentences)
        {
            page.Paragraph(sentence, indent: 2, hanging: 4);
        }
        if (crux.Split is not { } split || crux.Groups.Count == 0)
        {
            page.Paragraph(crux.Groups.Count == 0 ? "They differ in no assumption." : "Some mixtures of the two have no answer, so the difference cannot be split.", indent: 2, ink: Ink.Caution);
            return;
        }
        page.Blank();
        string unit = crux.Forward is null ? "" : " of 100 draws";
        page.Line("  ", Page.Fit($"{crux.FromName}{unit}", LabelColumns), Page.Fit(Number(split.First, crux), 8, right: true));
        var ranked = crux.Groups.Select((g, i) => (g.Label, Share: split.Shares[i], Error: split.Errors[i])).OrderByDescending(g => Math.Abs(g.Share)).ToArray();
        foreach (var (label, share, error) in ranked.Take(MostGroups))
        {
            Piece within = double.IsNaN(error) || Scaled(error, crux) < 0.05 ? new Piece("", Ink.Faint) : new Piece($"  +-{Number(error, crux)}", Ink.Faint);
            page.Line("  ", Page.Fit($"  {label}", LabelColumns), Page.Fit(Signed(share, crux), 8, right: true), within);
        }
        if (ranked.Length > MostGroups)
        {
            page.Line("  ", Page.Fit($"  {ranked.Length - MostGroups} more groups together", LabelColumns), Page.Fit(Signed(ranked.Skip(MostGroups).Sum(g => g.Share), crux), 8, right: true));
        }
        page.Line("  ", Page.Fit($"{crux.ToName}{unit}", LabelColumns), Page.Fit(Number(split.Second, crux), 8, right: true));
        string orders = split.Exact ? "all orders" : string.Create(CultureInfo.InvariantCulture, $"{split.Orders} random orders");
        string others = crux.Forward is { } forward && forward.From.Draws != split.Draws
            ? string.Create(CultureInfo.InvariantCulture, $" The verdict itself is told over {forward.From.Draws} draws.") : "";
        page.Paragraph(
            string.Create(CultureInfo.InvariantCulture, $"Fair shares over {orders} of swapping, on {split.Draws} draws common to all mixtures; +- one standard error.{others}"), indent: 2, ink: Ink.Faint);
    }

    private static string Number(double value, CruxAnswer crux) => Scaled(value, crux).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Signed(double value, CruxAnswer crux) => Scaled(value, crux).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static double Scaled(double value, CruxAnswer crux) => crux.Forward is null ? value : 100 * value;
}
