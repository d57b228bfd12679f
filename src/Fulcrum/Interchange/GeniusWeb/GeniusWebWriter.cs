using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fulcrum.Cases;

namespace Fulcrum.Interchange.GeniusWeb;

/// <summary>Writes domain.json and a linear additive profile for every party; a reservation value is written only where it is 0 or given by facts, as a bid.</summary>
internal static class GeniusWebWriter
{
    private const double Hundred = 100;
    private const double Noise = 1e-9;

    public static IReadOnlyList<(string Name, string Text)> Write(ForeignNegotiation negotiation, List<CaseProblem> problems)
    {
        foreach (ForeignParty party in negotiation.Parties)
        {
            if (party.NoDeal is ForeignNoDeal.Points { Value: var value } && Math.Abs(value) > Noise)
            {
                problems.Add(InterchangeProblems.LostInExport($"what '{party.Name}' has without a deal (only the bid of a course of its own can be written)", ForeignFormat.GeniusWeb));
            }
        }
        string title = SimpleNames.Of([negotiation.Title], "domain")[0];
        if (title != negotiation.Title)
        {
            problems.Add(InterchangeProblems.LostInExport($"a title with more than letters and digits (it is called '{title}')", ForeignFormat.GeniusWeb));
        }
        negotiation = negotiation with { Title = title };
        string[] names = FileNames.Of(negotiation), simple = SimpleNames.Of(negotiation.Parties.Select(p => p.Name), "party");
        bool[] numeric = [.. negotiation.Issues.Select((issue, k) => issue.Scale is not null && negotiation.Parties.All(p => p.Values[k] is null || Lines.TwoEnds(issue, p.Values[k]!)))];
        return
        [
            ("domain.json", Json(w => Domain(w, negotiation, numeric))),
            .. negotiation.Parties.Select((p, i) => ($"{names[i]}.json", Json(w => Profile(w, negotiation, numeric, p, simple[i])))),
        ];
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer);
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Domain(Utf8JsonWriter w, ForeignNegotiation negotiation, bool[] numeric)
    {
        w.WriteStartObject();
        w.WriteString("name", negotiation.Title);
        w.WriteStartObject("issuesValues");
        for (int k = 0; k < negotiation.Issues.Count; k++)
        {
            ForeignIssue issue = negotiation.Issues[k];
            w.WriteStartObject(issue.Name);
            w.WriteStartArray(numeric[k] ? "range" : "values");
            foreach (string value in numeric[k] ? [issue.Options[0].Name, issue.Options[^1].Name, CaseText.Number((double)issue.Scale!.Step)] : issue.Options.Select(o => o.Name))
            {
                w.WriteStringValue(value);
            }
            w.WriteEndArray();
            w.WriteEndObject();
        }
        w.WriteEndObject();
        w.WriteEndObject();
    }

    private static void Profile(Utf8JsonWriter w, ForeignNegotiation negotiation, bool[] numeric, ForeignParty party, string name)
    {
        w.WriteStartObject();
        w.WriteStartObject("LinearAdditiveUtilitySpace");
        w.WriteStartObject("issueUtilities");
        for (int k = 0; k < negotiation.Issues.Count; k++)
        {
            w.WriteStartObject(negotiation.Issues[k].Name);
            Utilities(w, negotiation.Issues[k], numeric[k], party.Values[k]);
            w.WriteEndObject();
        }
        w.WriteEndObject();
        w.WriteStartObject("issueWeights");
        decimal[] weights = ProfileWeights.Of(party.Weights);
        for (int k = 0; k < weights.Length; k++)
        {
            w.WriteNumber(negotiation.Issues[k].Name, weights[k]);
        }
        w.WriteEndObject();
        w.WritePropertyName("domain");
        Domain(w, negotiation, numeric);
        w.WriteString("name", name);
        w.WritePropertyName("reservationBid");
        Reservation(w, negotiation, party);
        w.WriteEndObject();
        w.WriteEndObject();
    }

    private static void Utilities(Utf8JsonWriter w, ForeignIssue issue, bool numeric, ForeignValues? values)
    {
        if (numeric)
        {
            w.WriteStartObject("NumberValueSetUtilities");
            w.WriteNumber("lowValue", issue.Scale!.From);
            w.WriteNumber("lowUtility", (values?.At(issue, 0) ?? 0) / Hundred);
            w.WriteNumber("highValue", issue.Scale.To);
            w.WriteNumber("highUtility", (values?.At(issue, issue.Options.Count - 1) ?? 0) / Hundred);
            w.WriteEndObject();
            return;
        }
        w.WriteStartObject("DiscreteValueSetUtilities");
        w.WriteStartObject("valueUtilities");
        for (int o = 0; o < issue.Options.Count; o++)
        {
            w.WriteNumber(issue.Options[o].Name, (values?.At(issue, o) ?? 0) / Hundred);
        }
        w.WriteEndObject();
        w.WriteEndObject();
    }

    private static void Reservation(Utf8JsonWriter w, ForeignNegotiation negotiation, ForeignParty party)
    {
        if (party.NoDeal is not ForeignNoDeal.Facts facts)
        {
            w.WriteNullValue();
            return;
        }
        w.WriteStartObject();
        w.WriteStartObject("issuevalues");
        for (int k = 0; k < negotiation.Issues.Count; k++)
        {
            w.WriteString(negotiation.Issues[k].Name, negotiation.Issues[k].Options[facts.Options[k]].Name);
        }
        w.WriteEndObject();
        w.WriteEndObject();
    }
}
