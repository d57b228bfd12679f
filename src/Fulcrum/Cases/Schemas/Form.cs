using System.Text.Json.Nodes;
using Fulcrum.Cases.Binding;

namespace Fulcrum.Cases.Schemas;

/// <summary>Small pieces from which the schemas are put together.</summary>
internal static class Form
{
    public static JsonObject Type(params string[] types) =>
        new() { ["type"] = types.Length == 1 ? types[0] : new JsonArray([.. types.Select(t => JsonValue.Create(t))]) };

    public static JsonObject Ref(string part, string? says = null) => new JsonObject { ["$ref"] = "#/$defs/" + part }.Said(says);

    public static JsonObject Pattern(string pattern, string? says = null) => new JsonObject { ["type"] = "string", ["pattern"] = pattern }.Said(says);

    public static JsonObject AnyOf(params JsonObject[] forms) => new() { ["anyOf"] = new JsonArray([.. forms]) };

    public static JsonObject ListOf(JsonObject items, int least = 0)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = items };
        if (least > 0)
        {
            list["minItems"] = least;
        }
        return list;
    }

    /// <summary>The words that the file uses for an enumeration.</summary>
    public static JsonObject Words<T>(string says) where T : struct, Enum => Words(says, [.. Naming.Words<T>()]);

    public static JsonObject Words(string says, params string[] words) =>
        new JsonObject { ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w))]) }.Said(says);

    /// <summary>Keys that are known one by one; 'note' is allowed everywhere.</summary>
    public static JsonObject Block(params (string Key, JsonObject Value)[] keys)
    {
        var properties = new JsonObject();
        foreach (var (key, value) in keys)
        {
            properties[key] = value;
        }
        properties["note"] = Ref("text", "a remark for readers");
        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
    }

    /// <summary>Beside the known keys, ids with values of one form.</summary>
    public static JsonObject WithIds(this JsonObject block, JsonObject value)
    {
        block["additionalProperties"] = value;
        block["propertyNames"] = new JsonObject { ["pattern"] = Parts.KeyPattern };
        return block;
    }

    public static JsonObject Requiring(this JsonObject block, params string[] keys)
    {
        block["required"] = Names(keys);
        return block;
    }

    /// <summary>The block may carry 'quoted:' or 'judged-from:' (not both) for the numbers in it.</summary>
    public static JsonObject Supported(this JsonObject block)
    {
        var properties = (JsonObject)block["properties"]!;
        properties["quoted"] = Ref("ids", "evidence in whose span the figure stands");
        properties["judged-from"] = Ref("ids", "evidence that supports it; the figure is yours");
        block["not"] = new JsonObject { ["required"] = Names("quoted", "judged-from") };
        return block;
    }

    /// <summary>The block may say how the thing is called.</summary>
    public static JsonObject Named(this JsonObject block)
    {
        var properties = (JsonObject)block["properties"]!;
        properties["name"] = Ref("text", "what readers see; default: the id with spaces and a capital");
        properties["key"] = Ref("id", "its old id, after it was renamed: no result changes");
        properties["also"] = Ref("words", "other words for it in texts");
        return block;
    }

    /// <summary>Keys that may stand only beside another.</summary>
    public static JsonObject Beside(this JsonObject block, params (string Key, string Other)[] pairs)
    {
        var needs = new JsonObject();
        foreach (var (key, other) in pairs)
        {
            needs[key] = Names(other);
        }
        block["dependentRequired"] = needs;
        return block;
    }

    public static JsonObject Said(this JsonObject form, string? says)
    {
        if (says is not null)
        {
            form["description"] = says;
        }
        return form;
    }

    private static JsonArray Names(params string[] names) => new([.. names.Select(n => JsonValue.Create(n))]);
}
