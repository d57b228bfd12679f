using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Fulcrum.Findings;

namespace Fulcrum.Web;

/// <summary>A book as the pages read it: camel case, enums as words, no number that JSON has not; safe inside a page because markup is escaped.</summary>
public static class BookJson
{
    private static readonly JsonSerializerOptions Settings = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Default,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new ShortNumber() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static string Of(Book book, string mode)
    {
        ArgumentNullException.ThrowIfNull(book);
        return JsonSerializer.Serialize(new Sent(mode, book.Redacted, book.Case, book.Analyses, book.Subsets), Settings);
    }

    /// <summary>Pages show whole points and per cents: four decimals are plenty and keep the file small.</summary>
    private sealed class ShortNumber : JsonConverter<double>
    {
        private const int Decimals = 4;

        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(Math.Round(value, Decimals));
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }

    private sealed record Sent(string Mode, bool Redacted, CaseView Case, IReadOnlyList<Analysis> Analyses, IReadOnlyList<ReadingSubsets> Subsets);
}
