using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>The ledger, counted: moves, independent sources, clashes, what was asked of whom and met.</summary>
internal static class LedgerSection
{
    public static void Write(Page page, LedgerAnswer ledger, bool full)
    {
        if (ledger.Moves == 0)
        {
            return;
        }
        string rewrites = ledger.DerivedSources.Count == 0 ? "" : $" ({string.Join(", ", ledger.DerivedSources.Select(d => $"{d.Source} rewrites {d.From}"))})";
        string clashes = ledger.Clashes.Count == 0 ? "" : $", {Figures.Count(ledger.Clashes.Count, "clash", "clashes")}";
        page.Heading("LEDGER", $"{Figures.Count(ledger.Moves, "move", "moves")} from {Figures.Count(ledger.IndependentSources, "independent source", "independent sources")}{rewrites}{clashes}");
        var asked = ledger.Asked.Where(a => a.Asked > 0).Select(a => $"asked of {a.Name} {a.Asked}, met {a.Met}").ToList();
        if (asked.Count > 0)
        {
            page.Paragraph(string.Join(";  ", asked), indent: 2);
        }
        Counted(page, "pressure", ledger.Pressure.Where(p => p.Count > 0).Select(Pressure));
        Counted(page, "given or conceded", ledger.Conceded.Where(p => p.Count > 0).Select(p => $"{p.Name} {p.Count}, of which {p.WithoutReturn} without return"));
        foreach (ClashAnswer clash in full ? ledger.Clashes : [])
        {
            page.Paragraph($"clash: {clash.What} | {clash.OtherWhat}{(clash.Note is null ? "" : $" ({clash.Note})")}", indent: 2, hanging: 4);
        }
    }

    private static string Pressure(PartyPressure pressure) =>
        pressure.On.Count == 0 ? $"{pressure.Name} {pressure.Count}" : $"{pressure.Name} {pressure.Count} (on {string.Join(", ", pressure.On.Select(o => $"{o.Name} {o.Count}"))})";

    private static void Counted(Page page, string what, IEnumerable<string> parts)
    {
        string text = string.Join(";  ", parts);
        if (text.Length > 0)
        {
            page.Paragraph($"{what}: {text}", indent: 2, hanging: 4);
        }
    }
}
