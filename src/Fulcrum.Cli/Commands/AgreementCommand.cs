using System.CommandLine;
using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class AgreementCommand
{
    private const int MostDifferences = 40;

    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        Argument<string> other = CommonOptions.Folder("OTHER", "the case folder of somebody else, with the same moves");
        var verb = new Verb("agreement", "how far two people's ledgers agree, field by field")
        {
            Explanation = "Compares the ledgers of two case folders that two people wrote from the same texts: Krippendorff's alpha for each field (1 perfect, 0 what chance gives), and every difference. "
                + "Moves are matched by their ids.",
            Examples = [("fulcrum agreement cases/mine cases/hers", "two coders")],
        };
        verb.Add(common.Case);
        verb.Add(other);
        verb.Add(common.Json);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, parsed.GetValue(common.Case)!, parsed.GetValue(other)!, parsed.GetValue(common.Json), cancellation)));
        return verb;
    }

    private static int Run(Terminal terminal, string first, string second, bool json, CancellationToken cancellation)
    {
        return Answering.Give(
            terminal, Interruptible.Run(() => WorkbenchAgreement.Ask(Workbench.Open(first), Workbench.Open(second)), cancellation), json,
            answer => Document.Text(answer, DocumentContext.Default.AgreementAnswer), answer => PageOf(answer, terminal.Width));
    }

    private static Page PageOf(AgreementAnswer answer, int width)
    {
        var page = new Page(width);
        page.Heading("AGREEMENT", "Krippendorff's alpha: 1 perfect, 0 what chance gives; from 0.8 on reliable. -: nothing in this field can disagree");
        foreach (FieldAgreement field in answer.Fields)
        {
            string alpha = field.Alpha is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture) : "-";
            page.Line("  ", Page.Fit(field.Field, 16), Page.Fit(alpha, 8, right: true), string.Create(CultureInfo.InvariantCulture, $"   {field.Same} of {field.Of} moves alike"));
        }
        if (answer.Differences.Count > 0)
        {
            page.Heading("DIFFERENCES");
            foreach (LedgerDifference d in answer.Differences.Take(MostDifferences))
            {
                page.Paragraph($"{d.Move}, {d.Field}: {d.First} | {d.Second}", indent: 2, hanging: 4);
            }
            if (answer.Differences.Count > MostDifferences)
            {
                page.Line(new Piece($"  and {answer.Differences.Count - MostDifferences} more (--json)", Ink.Faint));
            }
        }
        Only(page, "ONLY IN THE FIRST", answer.OnlyFirst);
        Only(page, "ONLY IN THE SECOND", answer.OnlySecond);
        return page;
    }

    private static void Only(Page page, string title, IReadOnlyList<string> moves)
    {
        if (moves.Count > 0)
        {
            page.Heading(title);
            page.Paragraph(string.Join(", ", moves), indent: 2);
        }
    }
}
