using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>Two analyses of the same draws, as differences draw by draw.</summary>
internal static class WhatIfComposer
{
    public static WhatIfAnswer Compose(IReadOnlyList<Override> changes, AnalysisInput before, AnalysisInput after)
    {
        Analysis was = AnalysisBuilder.Build(before), now = AnalysisBuilder.Build(after);
        HandDifference[] hands = was.Hands.Where(h => now.Hands.Any(n => n.Party == h.Party)).Select(h => Difference(h, before, after)).ToArray();
        return new WhatIfAnswer(changes.Select(c => $"{c.Path}={c.Text}").ToArray(), was, now, hands, InShort(was, now, hands));
    }

    // Draws are paired by their index; an interrupted run has fewer pairs.
    private static HandDifference Difference(PartyHand hand, AnalysisInput before, AnalysisInput after)
    {
        int was = IndexOf(before.Case, hand.Party), now = IndexOf(after.Case, hand.Party);
        double[] changes = before.Draws.Zip(after.Draws, (b, a) => a.Hands[now] - b.Hands[was]).ToArray();
        return new HandDifference(
            hand.Party, hand.Name, hand.Hand, Spread.Of(after.Draws.Select(d => d.Hands[now])), Spread.Of(changes),
            changes.Length == 0 ? null : Chance.Over(changes, Noticeable.Up),
            changes.Length == 0 ? null : Chance.Over(changes, Noticeable.Down));
    }

    private static int IndexOf(Case @case, string party) => @case.Parties.Select((p, i) => (p, i)).First(pair => pair.p.Id.Value == party).i;

    private static InShortSentence[] InShort(Analysis was, Analysis now, HandDifference[] hands)
    {
        var sentences = new List<InShortSentence>();
        if (was.Zone is not null && now.Zone is not null)
        {
            sentences.Add(new InShortSentence(
                was.Zone.Single.Hits == now.Zone.Single.Hits && was.Zone.Single.Of == now.Zone.Single.Of
                    ? $"A single deal is open as often as before, {was.Zone.Single.InDraws}."
                    : $"A single deal is open {now.Zone.Single.InDraws}; before, {was.Zone.Single.InDraws}.", []));
        }
        sentences.AddRange(hands.Where(h => h.Difference is not null).Select(Sentence));
        return [.. sentences];
    }

    private static InShortSentence Sentence(HandDifference hand)
    {
        string text = (hand.Better!.Hits, hand.Worse!.Hits) switch
        {
            (0, 0) => $"The hand of {hand.Name} moves by less than a point in every draw.",
            var (better, worse) when better >= worse => $"{hand.Name} is a point or more better off {Wording.Frequency(hand.Better)}; over all draws {Wording.Size(hand.Difference)}.",
            _ => $"{hand.Name} is a point or more worse off {Wording.Frequency(hand.Worse)}; over all draws {Wording.Size(hand.Difference)}.",
        };
        return new InShortSentence(text, []);
    }
}
