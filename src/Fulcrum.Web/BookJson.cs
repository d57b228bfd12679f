using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Fulcrum.Findings;
using Fulcrum.Studies;

namespace Fulcrum.Web;

/// <summary>A book as the pages read it: camel case, enums as words, no number that JSON has not; safe inside a page because markup is escaped.</summary>
public static class BookJson
{
    private static readonly JsonSerializerOptions Settings = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Default,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new ShortNumber(), new PlainChance() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static string Of(Book book, string mode)
    {
        ArgumentNullException.ThrowIfNull(book);
        var analyses = book.Analyses.Select(a => JsonSerializer.SerializeToNode(a, Settings)!.AsObject()).ToList();
        foreach (JsonObject analysis in analyses.Skip(1))
        {
            // A reading seldom changes the ledger: where it is the base case's, it is sent once.
            if (JsonNode.DeepEquals(analysis["ledger"], analyses[0]["ledger"]))
            {
                analysis["ledger"] = null;
            }
        }
        return JsonSerializer.Serialize(new Sent(mode, book.Redacted, book.Case, analyses, book.Subsets, book.Zones, book.Cruxes), Settings);
    }

    /// <summary>Pages show whole points and per cents: two decimals of a point and four of a share are plenty and keep the file small.</summary>
    private sealed class ShortNumber : JsonConverter<double>
    {
        private const int Decimals = 2;
        private const int ShareDecimals = 4;

        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(Math.Round(value, Math.Abs(value) <= 1 ? ShareDecimals : Decimals));
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }

    /// <summary>A chance as counted, and as said; what follows from the counts is left out.</summary>
    private sealed class PlainChance : JsonConverter<Chance>
    {
        public override Chance Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Chance value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteNumber("hits", value.Hits);
            writer.WriteNumber("of", value.Of);
            writer.WriteString("word", value.Word);
            writer.WriteString("inDraws", value.InDraws);
            writer.WriteEndObject();
        }
    }

    private sealed record Sent(string Mode, bool Redacted, CaseView Case, IReadOnlyList<JsonObject> Analyses, IReadOnlyList<ReadingSubsets> Subsets, IReadOnlyList<ZoneMap> Zones,
        IReadOnlyList<CruxView> Cruxes);
}
