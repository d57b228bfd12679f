using System.Globalization;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>A division as a table: what each issue is worth to both, and who wins it.</summary>
internal static class DividePage
{
    public static Page Of(DivideAnswer answer, int width)
    {
        var page = new Page(width);
        page.Paragraph($"Adjusted Winner between {answer.First.Name} and {answer.Second.Name}, every number at its middle", ink: Ink.Strong);
        page.Paragraph($"{answer.First.Name} wins {Number(answer.First.Total)} and {answer.Second.Name} {Number(answer.Second.Total)} of what each cares about (100 each).");
        page.Blank();
        int name = Math.Min(28, answer.Items.Select(i => Page.Columns(i.Name)).Concat(answer.Agreed.Select(t => Page.Columns(t.IssueName))).Append(5).Max());
        int first = Math.Clamp(Page.Columns(answer.First.Name) + 2, 7, 16);
        int second = Math.Clamp(Page.Columns(answer.Second.Name) + 2, 7, 16);
        page.Line(new Piece($"  {Page.Fit("", name)}{Page.Fit(answer.First.Name, first, right: true)}{Page.Fit(answer.Second.Name, second, right: true)}", Ink.Faint));
        foreach (DividedItem item in answer.Items)
        {
            page.Line(
                $"  {Page.Fit(item.Name, name)}{Page.Fit(Number(item.First.Points), first, right: true)}{Page.Fit(Number(item.Second.Points), second, right: true)}  ",
                new Piece(Won(answer, item), item.FirstShare is > 0 and < 1 ? Ink.Accent : Ink.Plain));
        }
        foreach (SingleDealTerm term in answer.Agreed)
        {
            page.Paragraph($"{Page.Fit(term.IssueName, name + first + second)}  not contested: {term.OptionName}", indent: 2, hanging: name + first + second + 4);
        }
        foreach (DividedItem item in answer.Items.Where(i => i.FirstShare is > 0 and < 1))
        {
            page.Blank();
            page.Paragraph($"{item.Name} is split: {Share(item.FirstShare)} of it as {answer.First.Name} wants ({item.First.OptionName}), "
                + $"{Share(1 - item.FirstShare)} as {answer.Second.Name} wants ({item.Second.OptionName}).");
        }
        page.Blank();
        foreach (string note in answer.Notes)
        {
            page.Paragraph(note, ink: Ink.Faint);
        }
        return page;
    }

    private static string Won(DivideAnswer answer, DividedItem item) => item.FirstShare switch
    {
        1 => $"{answer.First.Name}: {item.First.OptionName}",
        0 => $"{answer.Second.Name}: {item.Second.OptionName}",
        _ => $"split {Share(item.FirstShare)} : {Share(1 - item.FirstShare)}",
    };

    private static string Share(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static string Number(double points) => points.ToString("0.0", CultureInfo.InvariantCulture);
}
