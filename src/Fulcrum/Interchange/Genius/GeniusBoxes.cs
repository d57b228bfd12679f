using System.Globalization;
using System.Xml;

namespace Fulcrum.Interchange.Genius;

/// <summary>
/// Writes a party's values as hyper-rectangles, in points of 100: one with a single side for every stretch of options of an issue that are worth the same, and one for every
/// term over several issues. Options that do not lie side by side are a stretch from the first to the last without the gaps.
/// </summary>
internal sealed class GeniusBoxes(ForeignNegotiation negotiation, GeniusForm form)
{
    public void Write(XmlWriter w, ForeignParty party)
    {
        w.WriteStartElement("utility");
        w.WriteAttributeString("maxutility", "100");
        w.WriteStartElement("ufun");
        w.WriteAttributeString("type", "PlainUfun");
        w.WriteAttributeString("weight", "1");
        w.WriteAttributeString("aggregation", "sum");
        foreach (ForeignRectangle rectangle in ForeignRectangle.Joined(Alone(party).Concat(party.Rectangles)))
        {
            Box(w, rectangle);
        }
        w.WriteEndElement();
        w.WriteEndElement();
    }

    private IEnumerable<ForeignRectangle> Alone(ForeignParty party)
    {
        double sum = party.Weights.Sum();
        for (int k = 0; k < negotiation.Issues.Count; k++)
        {
            if (party.Weights[k] <= 0 || party.Values[k] is not { } values)
            {
                continue;
            }
            ForeignIssue issue = negotiation.Issues[k];
            double[] points = [.. Enumerable.Range(0, issue.Options.Count).Select(o => party.Weights[k] / sum * values.At(issue, o))];
            for (int from = 0, to; from < points.Length; from = to)
            {
                to = from + points.Skip(from).TakeWhile(p => p == points[from]).Count();
                if (points[from] != 0)
                {
                    yield return new ForeignRectangle([(k, [.. Enumerable.Range(from, to - from)])], points[from]);
                }
            }
        }
    }

    private void Box(XmlWriter w, ForeignRectangle rectangle)
    {
        w.WriteStartElement("hyperRectangle");
        w.WriteAttributeString("utility", rectangle.Adds.ToString("R", CultureInfo.InvariantCulture));
        foreach ((int k, IReadOnlyList<int> options) in rectangle.When)
        {
            Side(w, "INCLUDES", k, options[0], options[^1]);
            for (int o = 1; o < options.Count; o++)
            {
                if (options[o] > options[o - 1] + 1)
                {
                    Side(w, "EXCLUDES", k, options[o - 1] + 1, options[o] - 1);
                }
            }
        }
        w.WriteEndElement();
    }

    private void Side(XmlWriter w, string kind, int k, int from, int to)
    {
        w.WriteStartElement(kind);
        w.WriteAttributeString("index", (k + 1).ToString(CultureInfo.InvariantCulture));
        w.WriteAttributeString("min", form.NumberOf(negotiation.Issues[k], k, from));
        w.WriteAttributeString("max", form.NumberOf(negotiation.Issues[k], k, to));
        w.WriteEndElement();
    }
}
