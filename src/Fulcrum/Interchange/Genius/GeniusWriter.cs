using System.Globalization;
using System.Text;
using System.Xml;
using Fulcrum.Cases;

namespace Fulcrum.Interchange.Genius;

/// <summary>
/// Writes domain.xml and a profile for every party. A numeric issue becomes an integer or real one where every party's values lie on a line, else a discrete one; values that
/// depend on several issues become hyper-rectangles.
/// </summary>
internal sealed class GeniusWriter
{
    private const double Hundred = 100;
    private const double Noise = 1e-7;

    private readonly ForeignNegotiation negotiation;
    private readonly GeniusForm form;
    private readonly List<CaseProblem> problems;

    private GeniusWriter(ForeignNegotiation negotiation, GeniusForm form, List<CaseProblem> problems) =>
        (this.negotiation, this.form, this.problems) = (negotiation, form, problems);

    public static IReadOnlyList<(string Name, string Text)> Write(ForeignNegotiation negotiation, List<CaseProblem> problems)
    {
        GeniusForm form = GeniusForm.Of(negotiation, problems);
        foreach (ForeignParty party in negotiation.Parties.Where((p, i) => !form.Boxed[i] && Points(p).Any(v => v < 0)))
        {
            problems.Add(InterchangeProblems.NotExported($"a value below 0 of '{party.Name}'", ForeignFormat.Genius, "Raise the party's values: only differences matter."));
        }
        string[] names = FileNames.Of(negotiation);
        var writer = new GeniusWriter(negotiation, form, problems);
        return
        [
            ("domain.xml", Xml(writer.Template)),
            .. negotiation.Parties.Select((p, i) => ($"{names[i]}.xml", Xml(w => writer.Profile(w, p, form.Boxed[i])))),
        ];
    }

    private static IEnumerable<double> Points(ForeignParty party) =>
        party.Values.OfType<ForeignValues>().SelectMany(v => v is ForeignValues.Table t ? t.Points : ((ForeignValues.Curve)v).Corners.Select(c => c.Points));

    private static string Xml(Action<XmlWriter> write)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n", CheckCharacters = false }))
        {
            write(writer);
        }
        return text.Append('\n').ToString();
    }

    private void Template(XmlWriter w)
    {
        w.WriteStartElement("negotiation_template");
        w.WriteStartElement("utility_space");
        w.WriteAttributeString("number_of_issues", Text(negotiation.Issues.Count));
        Objective(w, null, boxed: false);
        w.WriteEndElement();
        w.WriteEndElement();
    }

    private void Profile(XmlWriter w, ForeignParty party, bool boxed)
    {
        w.WriteStartElement("utility_space");
        if (boxed)
        {
            w.WriteAttributeString("type", "nonlinear");
        }
        Objective(w, party, boxed);
        w.WriteStartElement("reservation");
        w.WriteAttributeString("value", Number(Reservation(party, boxed)));
        w.WriteEndElement();
        w.WriteEndElement();
    }

    // On the scale of the deals' utilities: of the sum that the weights had before they were divided by it.
    private double Reservation(ForeignParty party, bool boxed)
    {
        double full = boxed ? Hundred : Hundred * ProfileWeights.Sum(Weights(party));
        if (Math.Abs(full - Hundred) > Noise)
        {
            problems.Add(InterchangeProblems.RescaledOut(party.Name, full, ForeignFormat.Genius));
        }
        double points = party.NoDeal switch
        {
            ForeignNoDeal.Points stated => stated.Value,
            ForeignNoDeal.Facts facts => party.Value(negotiation.Issues, facts.Options),
            _ => 0,
        };
        return Math.Abs(full - Hundred) > Noise ? points / full : points / Hundred;
    }

    private void Objective(XmlWriter w, ForeignParty? party, bool boxed)
    {
        w.WriteStartElement("objective");
        w.WriteAttributeString("index", "0");
        w.WriteAttributeString("type", "objective");
        w.WriteAttributeString("etype", "objective");
        w.WriteAttributeString("name", negotiation.Title);
        string[] weights = party is null || boxed ? [] : WeightTexts(Weights(party));
        for (int k = 0; k < weights.Length; k++)
        {
            w.WriteStartElement("weight");
            w.WriteAttributeString("index", Text(k + 1));
            w.WriteAttributeString("value", weights[k]);
            w.WriteEndElement();
        }
        for (int k = 0; k < negotiation.Issues.Count; k++)
        {
            Issue(w, k, boxed ? null : party);
        }
        if (party is not null && boxed)
        {
            new GeniusBoxes(negotiation, form).Write(w, party);
        }
        w.WriteEndElement();
    }

    private static double Largest(ForeignIssue issue, ForeignValues values) => Enumerable.Range(0, issue.Options.Count).Max(o => values.At(issue, o));

    // Weights that sum to 1 but for rounding stay as they stand, so that what was read is written the same.
    private static string[] WeightTexts(double[] weights) =>
        ProfileWeights.Sum(weights) == 1 ? [.. weights.Select(Number)] : [.. ProfileWeights.Of(weights).Select(Plain)];

    // As shares of the party's weights, before they are made to sum to 1 again.
    private double[] Weights(ForeignParty party)
    {
        double sum = ProfileWeights.Sum(party.Weights);
        return [.. negotiation.Issues.Select((issue, k) => Weight(issue, party, k, form.Kinds[k]) / sum)];
    }

    // Evaluations count as shares of the issue's largest: where that is not 100, the weight carries the difference.
    private static double Weight(ForeignIssue issue, ForeignParty party, int k, string kind) =>
        kind == GeniusForm.Discrete && party.Values[k] is { } values && Largest(issue, values) is > 0 and var most ? party.Weights[k] * (most == Hundred ? 1 : most / Hundred) : party.Weights[k];

    private void Issue(XmlWriter w, int k, ForeignParty? party)
    {
        ForeignIssue issue = negotiation.Issues[k];
        string kind = form.Kinds[k];
        w.WriteStartElement("issue");
        w.WriteAttributeString("index", Text(k + 1));
        w.WriteAttributeString("name", issue.Name);
        w.WriteAttributeString("vtype", kind);
        w.WriteAttributeString("type", kind);
        w.WriteAttributeString("etype", kind);
        if (kind == GeniusForm.Discrete)
        {
            Items(w, issue, party?.Values[k], party is not null);
        }
        else
        {
            w.WriteAttributeString("lowerbound", kind == GeniusForm.Integer ? form.NumberOf(issue, k, 0) : Plain(issue.Scale!.From));
            w.WriteAttributeString("upperbound", kind == GeniusForm.Integer ? form.NumberOf(issue, k, issue.Options.Count - 1) : Plain(issue.Scale!.To));
            if (party is not null)
            {
                Evaluator(w, issue, kind, party.Values[k]);
            }
        }
        w.WriteEndElement();
    }

    private static void Items(XmlWriter w, ForeignIssue issue, ForeignValues? values, bool profile)
    {
        for (int o = 0; o < issue.Options.Count; o++)
        {
            w.WriteStartElement("item");
            w.WriteAttributeString("index", Text(o + 1));
            w.WriteAttributeString("value", issue.Options[o].Name);
            if (profile)
            {
                w.WriteAttributeString("evaluation", Number(values?.At(issue, o) ?? 0));
            }
            w.WriteEndElement();
        }
    }

    private static void Evaluator(XmlWriter w, ForeignIssue issue, string kind, ForeignValues? values)
    {
        (double start, double perStep) = values is null ? (0, 0) : Lines.Through(issue, values, cut: true) ?? (0, 0);
        w.WriteStartElement("evaluator");
        w.WriteAttributeString("ftype", "linear");
        if (kind == GeniusForm.Integer)
        {
            w.WriteAttributeString("offset", Number(start / Hundred));
            w.WriteAttributeString("slope", Number(perStep / Hundred));
        }
        else
        {
            double slope = perStep / Hundred / (double)issue.Scale!.Step;
            w.WriteAttributeString("parameter0", Number(start / Hundred - slope * (double)issue.Scale.From));
            w.WriteAttributeString("parameter1", Number(slope));
        }
        w.WriteEndElement();
    }

    // All digits: reading rounds again.
    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
