using System.Xml;
using Fulcrum.Cases;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Interchange.Trees;

/// <summary>Reads a foreign XML file that nobody vouches for: no document type, no entities but the five of XML, bounded depth and size.</summary>
internal static class XmlFile
{
    public const int DeepestNesting = 32;
    public const int MostElements = 200_000;

    /// <summary>The root element, or null with a problem.</summary>
    public static XmlNode? Read(FileText text, List<CaseProblem> problems)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true, CloseInput = true,
        };
        // Some published files begin with empty lines, which XML forbids before its declaration; counted again for the places.
        string trimmed = text.Text.TrimStart('\r', '\n', ' ', '\t');
        int skipped = text.PositionOf(text.Text.Length - trimmed.Length).Line - 1;
        try
        {
            using var reader = XmlReader.Create(new StringReader(trimmed), settings);
            return Tree(reader, text, skipped, problems);
        }
        catch (XmlException e)
        {
            var place = new TextPlace(text.Path, Math.Max(1, e.LineNumber + skipped), Math.Max(1, e.LinePosition));
            // The reader stops before a document type, and names the place where it last stood.
            int declared = text.Text.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
            bool doctype = declared >= 0 && (e.Message.Contains("DTD", StringComparison.Ordinal) || text.PlaceOf(declared).Line == place.Line);
            place = doctype ? text.PlaceOf(declared) : place;
            string line = text.Line(place.Line);
            problems.Add(doctype ? InterchangeProblems.Doctype(place, line) : InterchangeProblems.Malformed(place, line, FirstSentence(e.Message)));
            return null;
        }
    }

    private static XmlNode? Tree(XmlReader reader, FileText text, int skipped, List<CaseProblem> problems)
    {
        var open = new Stack<XmlNode>();
        XmlNode? root = null;
        int count = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                open.Pop();
            }
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            XmlNode node = Element(reader, text, skipped);
            if (open.Count >= DeepestNesting || ++count > MostElements)
            {
                problems.Add(count > MostElements
                    ? InterchangeProblems.TooManyElements(node.Place, node.Line, MostElements) : InterchangeProblems.TooManyDeep(node.Place, node.Line, DeepestNesting));
                return null;
            }
            if (open.TryPeek(out XmlNode? parent))
            {
                parent.Add(node);
            }
            root ??= node;
            if (!reader.IsEmptyElement)
            {
                open.Push(node);
            }
        }
        return root;
    }

    private static XmlNode Element(XmlReader reader, FileText text, int skipped)
    {
        var info = (IXmlLineInfo)reader;
        var place = new TextPlace(text.Path, info.LineNumber + skipped, info.LinePosition);
        string name = reader.LocalName;
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute())
        {
            attributes[reader.LocalName] = reader.Value;
        }
        reader.MoveToElement();
        return new XmlNode(name, attributes, place, text.Line(place.Line));
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end > 0 ? message[..end] : message.TrimEnd('.')).Replace('\n', ' ');
    }
}
