using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fulcrum.Tests.Cases.Schemas;

/// <summary>
/// Checks a value against a JSON Schema (2020-12), as far as our schemas go: a keyword that it does not know is an error of the schema, so that
/// nothing passes because it was not looked at.
/// </summary>
internal sealed class SchemaValidator(JsonObject root)
{
    private static readonly HashSet<string> Remarks = ["$schema", "$defs", "title", "description"];

    /// <summary>Where the value goes wrong and by which keyword; empty when it fits.</summary>
    public IReadOnlyList<string> Errors(JsonNode? value) => [.. Check(root, value, "$")];

    private IEnumerable<string> Check(JsonNode? schema, JsonNode? value, string at)
    {
        if (schema is JsonValue all)
        {
            return all.GetValue<bool>() ? [] : [$"{at}: nothing may stand here"];
        }
        var form = (JsonObject)schema!;
        return form.Where(k => !Remarks.Contains(k.Key)).SelectMany(k => Keyword(form, k.Key, k.Value!, value, at));
    }

    private IEnumerable<string> Keyword(JsonObject form, string keyword, JsonNode says, JsonNode? value, string at)
    {
        var map = value as JsonObject;
        var list = value as JsonArray;
        return keyword switch
        {
            "$ref" => Check(root["$defs"]![says.GetValue<string>()["#/$defs/".Length..]], value, at),
            "type" => Fails(!TypesOf(value).Any(t => says is JsonArray types ? types.Any(x => x!.GetValue<string>() == t) : says.GetValue<string>() == t)),
            "enum" => Fails(!((JsonArray)says).Any(e => JsonNode.DeepEquals(e, value))),
            "pattern" => Fails(Text(value) is { } text && !Regex.IsMatch(text, says.GetValue<string>())),
            "minimum" => Fails(value is JsonValue && value.GetValueKind() == JsonValueKind.Number && value.GetValue<double>() < says.GetValue<double>()),
            "anyOf" => Fails(!((JsonArray)says).Any(s => !Check(s, value, at).Any())),
            "oneOf" => Fails(((JsonArray)says).Count(s => !Check(s, value, at).Any()) != 1),
            "not" => Fails(!Check(says, value, at).Any()),
            "required" => Fails(map is not null && ((JsonArray)says).Any(k => !map.ContainsKey(k!.GetValue<string>()))),
            "dependentRequired" => Fails(map is not null && ((JsonObject)says).Any(d => map.ContainsKey(d.Key) && ((JsonArray)d.Value!).Any(k => !map.ContainsKey(k!.GetValue<string>())))),
            "minProperties" => Fails(map?.Count < says.GetValue<int>()),
            "maxProperties" => Fails(map?.Count > says.GetValue<int>()),
            "minItems" => Fails(list?.Count < says.GetValue<int>()),
            "maxItems" => Fails(list?.Count > says.GetValue<int>()),
            "items" => list is null ? [] : list.SelectMany((item, i) => Check(says, item, $"{at}[{i}]")),
            "propertyNames" => map is null ? [] : map.SelectMany(e => Known(form, e.Key) ? [] : Check(says, JsonValue.Create(e.Key), $"{at}.{e.Key} (key)")),
            "properties" => map is null ? [] : ((JsonObject)says).Where(p => map.ContainsKey(p.Key)).SelectMany(p => Check(p.Value, map[p.Key], $"{at}.{p.Key}")),
            "patternProperties" => map is null ? [] : ((JsonObject)says).SelectMany(p => map.Where(e => Regex.IsMatch(e.Key, p.Key)).SelectMany(e => Check(p.Value, e.Value, $"{at}.{e.Key}"))),
            "additionalProperties" => map is null ? [] : map.Where(e => !Known(form, e.Key)).SelectMany(e => Check(says, e.Value, $"{at}.{e.Key}")),
            _ => throw new InvalidOperationException($"the schema uses '{keyword}', which this validator does not know"),
        };

        IEnumerable<string> Fails(bool fails) => fails ? [$"{at}: {keyword} {says.ToJsonString()}"] : [];
    }

    private static bool Known(JsonObject form, string key) =>
        form["properties"]?[key] is not null || (form["patternProperties"] is JsonObject patterns && patterns.Any(p => Regex.IsMatch(key, p.Key)));

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string[] TypesOf(JsonNode? value) => (value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Object => ["object"],
        JsonValueKind.Array => ["array"],
        JsonValueKind.String => ["string"],
        JsonValueKind.True or JsonValueKind.False => ["boolean"],
        JsonValueKind.Number => value!.GetValue<double>() % 1 == 0 ? ["number", "integer"] : ["number"],
        _ => ["null"],
    };
}
