using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Fulcrum.Web.Serving;

/// <summary>How requests are read and answers written: camel case, enums as words, missing numbers null, markup escaped.</summary>
internal static class ApiJson
{
    public static readonly JsonSerializerOptions Settings = Make();

    private static JsonSerializerOptions Make()
    {
        var settings = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.Default,
            MaxDepth = 32,
            NumberHandling = JsonNumberHandling.Strict,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new FiniteNumber() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseHoles } },
        };
        settings.MakeReadOnly();
        return settings;
    }

    // A list never holds nothing in the place of something: the serializer sees to that everywhere but inside lists.
    private static void RefuseHoles(JsonTypeInfo type)
    {
        JsonPropertyInfo[] lists = [.. type.Properties.Where(p => p.PropertyType != typeof(string) && p.PropertyType.IsAssignableTo(typeof(IEnumerable)))];
        if (lists.Length > 0)
        {
            type.OnDeserialized = read =>
            {
                if (lists.Any(p => HasHole(p.Get?.Invoke(read))))
                {
                    throw new JsonException();
                }
            };
        }
    }

    private static bool HasHole(object? value) => value is IEnumerable list and not string && list.Cast<object?>().Any(item => item is null || HasHole(item));

    private sealed class FiniteNumber : JsonConverter<double>
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
}
