using Fulcrum.Bargaining;
using Fulcrum.Findings.Tables;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Sentences;

/// <summary>What each lever still in hand does for the focus parties.</summary>
internal static class LeverSentences
{
    private const int Most = 5;
    private const double WorthASentence = 0.2;

    public static IEnumerable<Draft> Levers(DrawTable table, IReadOnlyList<LeverAnswer> levers) =>
        levers.Where(l => l.InHand).Select(l => Lever(table, l)).OfType<Draft>().Take(Most);

    // Told for the focus party whose hand moves in one direction in most draws; silent where it moves in few.
    private static Draft? Lever(DrawTable table, LeverAnswer lever)
    {
        int index = Enumerable.Range(0, table.Case.Levers.Count).First(l => table.Case.Levers[l].Id.Value == lever.Id);
        var effects = table.Focus.SelectMany(p => new[] { Effect(table, index, p, lower: true), Effect(table, index, p, lower: false) })
            .Where(e => e.Chance.Share >= WorthASentence).OrderByDescending(e => e.Chance.Hits).ToArray();
        if (effects.Length == 0)
        {
            return null;
        }
        (int party, bool lower, Chance chance, Spread? size) = effects[0];
        string text = $"If '{lever.Name}' ({lever.HolderName}, {lever.Standing}) were gone today, with nothing in return, {table.Name(party)} would be a point or more of its 100 "
            + $"{(lower ? "worse" : "better")} off {Wording.Frequency(chance)}; where so, by {Wording.Size(size)}.";
        RestingOn resting = RestingOn.Of(table, "the effect", d => (lower ? 1 : -1) * d.Realised[index][party]);
        return new Draft(
            FindingKind.LeverInHand, text, Draft.Join(Rests(lever), resting.Text), resting.MarksWith(lever.Mark), [lever.Id, .. lever.Evidence, .. resting.Supports]);
    }

    private static (int Party, bool Lower, Chance Chance, Spread? Size) Effect(DrawTable table, int lever, int party, bool lower)
    {
        double Loss(DrawResult d) => lower ? d.Realised[lever][party] : -d.Realised[lever][party];
        bool Notable(DrawResult d) => Noticeable.Up(Loss(d));
        return (party, lower, table.Chance(Notable), table.SpreadWhere(Notable, Loss));
    }

    private static string Rests(LeverAnswer lever) => Draft.Join(
        lever.Mark switch
        {
            "\"" => "Its effects are quoted.",
            "~" => "Its effects are judged from a sentence; the figures are the case author's.",
            _ => "Its effects are assumed.",
        },
        lever.CredibilityHigh < 1 ? $"It is believed at {Wording.Points(100 * lever.CredibilityLow)} to {Wording.Points(100 * lever.CredibilityHigh)} of 100." : "");
}
