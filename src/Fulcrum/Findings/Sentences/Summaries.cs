using Fulcrum.Bargaining;
using Fulcrum.Findings.Tables;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Sentences;

/// <summary>The sentences of 'in short', each naming the findings that it sums up.</summary>
internal static class Summaries
{
    public static IReadOnlyList<InShortSentence> Of(DrawTable table, IReadOnlyList<Finding> findings)
    {
        var sentences = new List<InShortSentence>();
        sentences.AddRange(findings.Where(f => f.Kind == FindingKind.TotalCost).Select(Quote));
        if (Costliest(table, findings) is { } costliest)
        {
            sentences.Add(costliest);
        }
        sentences.AddRange(findings.Where(f => f.Kind == FindingKind.Zone).Select(Quote));
        if (sentences.Count == 0)
        {
            sentences.AddRange(findings.Where(f => f.Kind is FindingKind.AskedAndMet or FindingKind.Ledger or FindingKind.NotAnswerable).Take(3).Select(Quote));
        }
        return sentences;
    }

    private static InShortSentence Quote(Finding finding) => new(finding.Text, [finding.Id]);

    // Under the 90 % rule: named outright only when one change costs the first focus party most in at least nine draws of ten.
    private static InShortSentence? Costliest(DrawTable table, IReadOnlyList<Finding> findings)
    {
        if (table.Focus.Count == 0 || table.Draws.Count == 0 || table.Input.Plan.Changes.Count < 2)
        {
            return null;
        }
        int party = table.Focus[0];
        var leads = Enumerable.Range(0, table.Input.Plan.Changes.Count)
            .Select(c => (Change: table.Input.Plan.Changes[c], Leads: table.Chance(d => Leads(d, c, party))))
            .OrderByDescending(l => l.Leads.Hits).ThenBy(l => l.Change.Id, StringComparer.Ordinal).First();
        if (leads.Leads.Hits == 0)
        {
            return null;
        }
        string label = $"'{ChangeWords.Label(table.Case, leads.Change)}'";
        string[] behind = findings.Where(f => f.Kind == FindingKind.ChangeCost && f.Supports.Contains(leads.Change.Id)).Select(f => f.Id).Take(1).ToArray();
        string name = table.Name(party);
        return new InShortSentence(
            Likelihood.Settles(leads.Leads)
                ? $"The costliest for {name} was {label}, {leads.Leads.InDraws}."
                : $"Which change cost {name} most is {Likelihood.NotSettled}; most often it is {label}, {leads.Leads.InDraws}.",
            behind);
    }

    /// <summary>Whether in this draw the change costs the party a point or more and no other change costs it more.</summary>
    public static bool Leads(DrawResult draw, int change, int party)
    {
        double own = draw.CostShare[change][party];
        return own >= Wording.NoticeablePoints && draw.CostShare.All(c => !(c[party] > own));
    }
}
