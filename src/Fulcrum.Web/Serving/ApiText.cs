using System.Globalization;
using System.Text.Json;

namespace Fulcrum.Web.Serving;

/// <summary>A text of a request that holds half of a character: one of the two units that write a rare character, without the other.</summary>
internal sealed class HalfCharacterException(string message) : JsonException(message);

/// <summary>Texts in requests. JSON can escape half of a character, which no file and no answer can hold.</summary>
internal static class ApiText
{
    /// <summary>Goes through the texts of a document that was read well. Those that are kept as they came are only read where they are used, which is too late to refuse them.</summary>
    /// <exception cref="HalfCharacterException">A text or a key holds half of a character.</exception>
    public static void RefuseHalves(ReadOnlySpan<byte> json)
    {
        if (!json.Contains((byte)'\\'))
        {
            return;
        }
        var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json, new JsonReaderOptions { MaxDepth = ApiJson.Settings.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
            {
                continue;
            }
            try
            {
                _ = reader.GetString();
            }
            catch (InvalidOperationException)
            {
                int line = json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
                throw new HalfCharacterException(string.Create(CultureInfo.InvariantCulture, $"a text in line {line} holds half of a character (a lone surrogate)"));
            }
        }
    }
}
