using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Findings;

/// <summary>Coalitions, vetoes and walk-outs in the words of the case.</summary>
public static class ConsentComposer
{
    // A point of a party's 100: less is not worth a sentence.

    public static ConsentAnswer Compose(Case @case, ConsentReport report)
    {
        bool Veto(PartyId party) => report.Blocking.Any(b => b.Count == 1 && b[0] == party);
        ConsentParty[] parties = [.. @case.Parties.Select((p, i) => new ConsentParty(p.Id.Value, p.Name, report.Hands[i], report.NoDeal[i], Veto(p.Id)))];
        return new ConsentAnswer(
            parties, [.. Sentences(@case, report)], [.. report.Winning.Select(c => Coalition(@case, report, c))], [.. report.Others.Select(c => Coalition(@case, report, c))],
            [.. report.Blocking.Select(b => (IReadOnlyList<string>)[.. b.Select(p => p.Value)])],
            [.. report.WalkOuts.Select(w => new ConsentWalkOut(w.Party.Value, w.Outcome.Open, w.Outcome.Values, w.Losses))]);
    }

    private static ConsentCoalition Coalition(Case @case, ConsentReport report, CoalitionOutcome outcome) => new(
        [.. outcome.Members.Select(m => m.Value)], outcome.CanSign, outcome.Open, outcome.Values, [.. outcome.WorseOff.Select(p => p.Value)], outcome.Refuser?.Value,
        outcome.Settlement is { } s ? [.. s.Mixture.Select(m => DealWords.Of(@case, report.Space, m.Share, m.Deal))] : []);

    private static IEnumerable<string> Sentences(Case @case, ConsentReport report)
    {
        yield return Rule(@case, report);
        foreach (CoalitionOutcome outcome in report.Winning.Concat(report.Others).Where(o => o is { Open: true, WorseOff.Count: > 0 }))
        {
            yield return $"{Names(@case, outcome.Members)} could settle without {Names(@case, Left(report, outcome))}; {Worse(@case, report, outcome)}.";
        }
        foreach (WalkOut walkOut in report.WalkOuts)
        {
            yield return WalkOutSentence(@case, report, walkOut);
        }
    }

    private static string Rule(Case @case, ConsentReport report)
    {
        PartyId[] vetoes = [.. report.Blocking.Where(b => b.Count == 1).Select(b => b[0])];
        string[][] together = [.. report.Blocking.Where(b => b.Count > 1).Select(b => b.Select(p => @case.Party(p).Name).ToArray())];
        string alone = vetoes.Length == 0 ? "Nobody alone can block a deal" : $"Nobody can sign without {Names(@case, vetoes)}";
        return together.Length == 0 ? $"{alone}." : $"{alone}; together, {string.Join("; or ", together.Take(4).Select(Joined))} can block one{(together.Length > 4 ? ", and others" : "")}.";
    }

    private static string Worse(Case @case, ConsentReport report, CoalitionOutcome outcome)
    {
        IEnumerable<string> each = outcome.WorseOff.Select(p =>
        {
            int i = report.Parties.ToList().IndexOf(p);
            return $"{@case.Party(p).Name} {PointsOf(report.NoDeal[i] - outcome.Values[i])} below what its own refusal would leave it";
        });
        return $"that would leave {Joined([.. each])}";
    }

    private static string WalkOutSentence(Case @case, ConsentReport report, WalkOut walkOut)
    {
        string[] lose = [.. Changed(report, walkOut, Noticeable.Up, loss => PointsOf(loss))];
        string[] gain = [.. Changed(report, walkOut, Noticeable.Down, loss => PointsOf(-loss))];
        string others = walkOut.Outcome.Open ? "the others can still settle" : "there is no deal";
        string loses = lose.Length == 0 ? "nobody else loses a point" : $"this costs {Joined(lose)}";
        return $"Should {@case.Party(walkOut.Party).Name} walk out, {others}; {loses}{(gain.Length == 0 ? "" : $", and {(lose.Length == 0 ? "it " : "")}brings {Joined(gain)}")}.";

        IEnumerable<string> Changed(ConsentReport r, WalkOut w, Func<double, bool> picked, Func<double, string> says) =>
            r.Parties.Select((p, i) => (Party: p, Loss: w.Losses[i])).Where(x => x.Party != w.Party && picked(x.Loss)).OrderByDescending(x => Math.Abs(x.Loss))
                .Select(x => $"{@case.Party(x.Party).Name} {says(x.Loss)}");
    }

    private static string PointsOf(double points) => $"{Whole(points)} {(Whole(points) == "1" ? "point" : "points")}";

    private static PartyId[] Left(ConsentReport report, CoalitionOutcome outcome) => [.. report.WalkOuts.Select(w => w.Party).Except(outcome.Members)];

    private static string Names(Case @case, IReadOnlyList<PartyId> parties) => Joined([.. parties.Select(p => @case.Party(p).Name)]);

    private static string Joined(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "nobody",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };

    private static string Whole(double points) => Math.Round(points, MidpointRounding.ToEven).ToString("0", CultureInfo.InvariantCulture);
}
