using Fulcrum.Cases;

namespace Fulcrum.Tests.Cases;

/// <summary>What a case says, by stable keys, as text: equal for two cases that differ only in the order of their files' lines.</summary>
internal static class CaseContents
{
    public static string Of(Case @case)
    {
        IEnumerable<string> parts =
        [
            .. @case.Quantities.Select(q => $"{q.Key} = {q.Shape} {q.Support.Mark} {string.Join('+', q.Support.Evidence)} {(q.DrawnWith < 0 ? "" : @case.Quantities[q.DrawnWith].Key)} {q.Against}"),
            .. @case.Rankings.Select(r => $"{r.Key} = {string.Join(" > ", r.Groups.Select(g => string.Join(" ~ ", g.Order(StringComparer.Ordinal))))}"),
            .. @case.Parties.Select(p => $"party {p.Key} {p.Role} {p.Weights is null}"),
            .. @case.Issues.Select(i => $"issue {i.Key} {i.Options[i.StatusQuo].Key} {i.MustSettle} {i.Ends} {string.Join(',', i.Options.Select(o => $"{o.Key}:{o.OnlyNoDeal}:{o.Needs.Count}").Order(StringComparer.Ordinal))}"),
            .. @case.RedLines.Select(l => $"refuses {l.Party} {l.Issue} {string.Join(',', l.Options.Select(o => o.Value).Order(StringComparer.Ordinal))}"),
            .. @case.Levers.Select(l => $"lever {l.Key} {l.Holder} {l.Initial} {l.About} {string.Join(',', l.Delivers.Values)}"),
            .. @case.Moves.Select(m => $"move {m.Key} {m.Date} {m.By} {m.Kind} {m.Lever} {m.LeverStanding} {m.Reversible} {m.InModel}"),
            .. @case.Commitments.Select(c => $"commitment {c.Id} {c.Status}"),
            .. @case.NoDeal?.Courses.SelectMany(c => c.Outcomes.Select(o => $"outcome {c.Key} {o.Key} " + string.Join(',',
                o.Facts.Select((f, i) => $"{@case.Issues[i].Key}={@case.Issues[i].Options[f].Key}").Order(StringComparer.Ordinal)))) ?? [],
            $"consent {string.Join(',', @case.Consent.All)} {@case.Consent.AtLeast}",
        ];
        return string.Join('\n', parts.Order(StringComparer.Ordinal));
    }
}
