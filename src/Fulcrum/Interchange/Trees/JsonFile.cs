using System.Text;
using System.Text.Json;
using Fulcrum.Cases;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Interchange.Trees;

/// <summary>Reads a foreign JSON file with the place of every value; bounded depth.</summary>
internal static class JsonFile
{
    public const int DeepestNesting = 32;

    /// <summary>The root value, or null with a problem.</summary>
    public static DataNode? Read(FileText file, List<CaseProblem> problems)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(file.Text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = DeepestNesting });
        var places = new Places(file, bytes);
        try
        {
            reader.Read();
            DataNode root = Value(ref reader, file.Path, places);
            while (reader.Read())
            {
            }
            return root;
        }
        catch (JsonException e)
        {
            // The reader counts bytes.
            int line = (int)(e.LineNumber ?? 0) + 1;
            byte[] before = Encoding.UTF8.GetBytes(file.Line(line));
            var place = new TextPlace(file.Path, line, Encoding.UTF8.GetCharCount(before, 0, (int)Math.Clamp(e.BytePositionInLine ?? 0, 0, before.Length)) + 1);
            string why = e.Message.Split(" LineNumber", 2)[0].Split(" Path:", 2)[0].TrimEnd('.', ' ');
            problems.Add(InterchangeProblems.MalformedJson(place, file.Line(place.Line), why));
            return null;
        }
    }

    private static DataNode Value(ref Utf8JsonReader reader, string name, Places places)
    {
        TextPlace place = places.At((int)reader.TokenStartIndex);
        string line = places.Line(place.Line);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var entries = new List<DataNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string key = Text(ref reader);
                    reader.Read();
                    entries.Add(Value(ref reader, key, places));
                }
                return new DataNode(name, place, line) { Entries = entries };
            case JsonTokenType.StartArray:
                var items = new List<DataNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader, name, places));
                }
                return new DataNode(name, place, line) { Items = items };
            case JsonTokenType.String:
                return new DataNode(name, place, line) { Text = Text(ref reader) };
            case JsonTokenType.Null:
                return new DataNode(name, place, line);
            default:
                return new DataNode(name, place, line) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
        }
    }

    // A lone half of a surrogate pair, written as an escape, is no text: it becomes the replacement character.
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    /// <summary>From byte offsets, which only grow, to lines and columns.</summary>
    private sealed class Places(FileText file, byte[] bytes)
    {
        private int seen;
        private int characters;

        public TextPlace At(int offset)
        {
            characters += Encoding.UTF8.GetCharCount(bytes, seen, offset - seen);
            seen = offset;
            return file.PlaceOf(characters);
        }

        public string Line(int line) => file.Line(line);
    }
}
