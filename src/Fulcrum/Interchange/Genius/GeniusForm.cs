using System.Globalization;
using Fulcrum.Cases;

namespace Fulcrum.Interchange.Genius;

/// <summary>
/// In which form a negotiation is written for GENIUS. A party whose values depend on several issues becomes a space of hyper-rectangles. Those lie on numbers, so the issues
/// that it looks at become integer ones; a party without such values whose points on one of them lie on no line becomes a space of hyper-rectangles too.
/// </summary>
/// <param name="Kinds">Per issue: 'discrete', 'integer' or 'real'.</param>
/// <param name="Numbered">Per issue: whether its options are written as the numbers 0, 1, 2, ... because they are no integers of their own.</param>
/// <param name="Boxed">Per party: whether it is written as a space of hyper-rectangles.</param>
internal sealed record GeniusForm(string[] Kinds, bool[] Numbered, bool[] Boxed)
{
    public const string Discrete = "discrete";
    public const string Integer = "integer";
    public const string Real = "real";

    public static GeniusForm Of(ForeignNegotiation negotiation, List<CaseProblem> problems)
    {
        bool[] boxed = [.. negotiation.Parties.Select(p => p.Rectangles.Count > 0)];
        bool[] onNumbers = [.. negotiation.Issues.Select((_, k) => Joined(negotiation, boxed, k))];
        while (Enumerable.Range(0, boxed.Length).FirstOrDefault(p => !boxed[p] && NeedsBoxes(negotiation, negotiation.Parties[p], onNumbers), -1) is >= 0 and var next)
        {
            boxed[next] = true;
            onNumbers = [.. negotiation.Issues.Select((_, k) => Joined(negotiation, boxed, k))];
        }
        string[] kinds = [.. negotiation.Issues.Select((issue, k) => onNumbers[k] ? Integer : Alone(negotiation, issue, k))];
        bool[] numbered = [.. negotiation.Issues.Select((issue, k) => onNumbers[k] && !WholeNumbers(issue))];
        for (int k = 0; k < kinds.Length; k++)
        {
            if (numbered[k] && negotiation.Issues[k].Options.Count == 1)
            {
                problems.Add(InterchangeProblems.NotExported($"'{negotiation.Issues[k].Name}', a single number, as part of hyper-rectangles", ForeignFormat.Genius, "Leave the issue out: it has one option."));
            }
            else if (numbered[k])
            {
                problems.Add(InterchangeProblems.LostInExport($"what the options of '{negotiation.Issues[k].Name}' are called (hyper-rectangles know numbers; they count from 0)", ForeignFormat.Genius));
            }
            else if (negotiation.Issues[k].Scale is not null && kinds[k] == Discrete)
            {
                problems.Add(InterchangeProblems.LostInExport($"the scale of '{negotiation.Issues[k].Name}' (its points become values)", ForeignFormat.Genius));
            }
        }
        return new GeniusForm(kinds, numbered, boxed);
    }

    /// <summary>The number of an integer issue's option.</summary>
    public string NumberOf(ForeignIssue issue, int k, int option) => Numbered[k] ? option.ToString(CultureInfo.InvariantCulture) : issue.Options[option].Name;

    private static bool Joined(ForeignNegotiation negotiation, bool[] boxed, int k) =>
        negotiation.Parties.Where((p, i) => boxed[i] && (Counts(negotiation, p, k) || p.Rectangles.Any(r => r.When.Any(w => w.Issue == k)))).Any();

    private static bool Counts(ForeignNegotiation negotiation, ForeignParty party, int k) =>
        party.Weights[k] > 0 && party.Values[k] is { } values && Enumerable.Range(0, negotiation.Issues[k].Options.Count).Any(o => values.At(negotiation.Issues[k], o) != 0);

    private static bool NeedsBoxes(ForeignNegotiation negotiation, ForeignParty party, bool[] onNumbers) =>
        Enumerable.Range(0, onNumbers.Length).Any(k => onNumbers[k] && party.Values[k] is { } values && Lines.Through(negotiation.Issues[k], values, cut: true) is null);

    private static string Alone(ForeignNegotiation negotiation, ForeignIssue issue, int k)
    {
        if (issue.Scale is not { } scale || !negotiation.Parties.All(p => p.Values[k] is null || Lines.Through(issue, p.Values[k]!, cut: true) is not null))
        {
            return Discrete;
        }
        return WholeNumbers(issue) ? Integer : scale.Count == ScaleMaker.Points ? Real : Discrete;
    }

    private static bool WholeNumbers(ForeignIssue issue) => issue.Scale is { Step: 1 } scale && decimal.IsInteger(scale.From);
}
