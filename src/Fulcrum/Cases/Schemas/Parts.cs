using System.Text.Json.Nodes;
using static Fulcrum.Cases.Schemas.Form;

namespace Fulcrum.Cases.Schemas;

/// <summary>The forms that several schemas share: ids, numbers, ranks, dates, support. Each schema carries those that it uses.</summary>
internal static class Parts
{
    public const string IdPattern = "^[a-z0-9][a-z0-9-]*$";

    /// <summary>Keys that are ids, or points on a numeric issue's scale.</summary>
    public const string KeyPattern = "^([a-z0-9][a-z0-9-]*|[-+]?[0-9]+(\\.[0-9]+)?)$";

    private const string Reference = "#/$defs/";
    private const string Plain = "[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?";
    private const string Range = "^\\s*(\\?|" + Plain + "(\\s*\\.\\.\\s*" + Plain + "){0,2})\\s*$";
    private const string Word = "[a-z0-9.-]+";
    private const string Rank = "^\\s*" + Word + "(\\s*[>~]\\s*" + Word + ")*\\s*$";
    private const string Day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private const string Month = "([Jj]anuary|[Ff]ebruary|[Mm]arch|[Aa]pril|[Mm]ay|[Jj]une|[Jj]uly|[Aa]ugust|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember)";

    private const string Date = "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|undated|" + Day + "\\s*\\.\\.\\s*" + Day + "|([Bb]efore|[Aa]fter|[Aa]bout|[Ww]eek of) " + Day
        + "|(([Ee]arly|[Mm]id|[Ll]ate)[- ])?" + Month + " [0-9]{4})$";

    /// <summary>The parts that a schema refers to, directly or through other parts, in ordinal order.</summary>
    public static JsonObject UsedBy(JsonObject schema)
    {
        Dictionary<string, Func<JsonObject>> all = All();
        var used = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var open = new Queue<JsonNode?>([schema]);
        while (open.TryDequeue(out JsonNode? node))
        {
            if (node is JsonObject form && form["$ref"]?.GetValue<string>() is { } reference && !used.ContainsKey(reference[Reference.Length..]))
            {
                JsonObject part = all[reference[Reference.Length..]]();
                used[reference[Reference.Length..]] = part;
                open.Enqueue(part);
            }
            IEnumerable<JsonNode?> inner = node is JsonObject keys ? keys.Select(k => k.Value) : node is JsonArray list ? list : [];
            foreach (JsonNode? child in inner)
            {
                open.Enqueue(child);
            }
        }
        return new JsonObject(used.Select(u => KeyValuePair.Create<string, JsonNode?>(u.Key, u.Value)));
    }

    private static Dictionary<string, Func<JsonObject>> All() => new(StringComparer.Ordinal)
    {
        ["id"] = () => AnyOf(Pattern(IdPattern), Type("integer"), WithSupport(Pattern(IdPattern))).Said("lower-case words with hyphens"),
        ["ids"] = () => AnyOf(Ref("id"), ListOf(Ref("id")), WithSupport(ListOf(Ref("id")))).Said("one id or a list"),
        ["text"] = () => AnyOf(Type("string", "number", "boolean"), WithSupport(Type("string"))),
        ["words"] = () => AnyOf(Ref("text"), ListOf(Ref("text"))),
        ["yesno"] = () => AnyOf(YesNo(), WithSupport(YesNo())),
        ["plain"] = () => AnyOf(Type("number"), Pattern("^" + Plain + "$")).Said("one number"),
        ["shape"] = () => AnyOf(Type("number"), Pattern(Range)).Said("30, 20..40 (all alike), 20..30..40 (most likely 30) or ? (unknown)"),
        ["number"] = () => AnyOf(Ref("shape"), Drawn(Ref("shape"))).Said("30, 20..40, 20..30..40, ? or {is: 20..40, judged-from: [ids]}"),
        ["chance"] = () => AnyOf(Ref("shape"), Rest(), Drawn(AnyOf(Ref("shape"), Rest()))).Said("0..1, or rest: what the others leave of 1"),
        ["per-party"] = () => Block().Supported().WithIds(Ref("number")).Said("a number for each party"),
        ["rank"] = () => AnyOf(Pattern(Rank), Type("integer")).Said("a > b ~ c: best first, ~ for a tie, every member once"),
        ["values"] = () => Block().Supported().WithIds(Ref("number")).Said("a number for each"),
        ["valuation"] = () => AnyOf(Ref("rank"), Ref("values"), WithSupport(AnyOf(Ref("rank"), Ref("values")))).Said("a ranking (a > b ~ c) or a number for each"),
        ["option"] = () => AnyOf(Type("string", "number"), WithSupport(Type("string", "number"))).Said("an option of the issue"),
        ["options"] = () => AnyOf(Ref("option"), ListOf(Ref("option"))).Said("one option or a list"),
        ["option-by-issue"] = () => Block().WithIds(Ref("option")),
        ["day"] = () => Pattern("^" + Day + "$", "a day: 2025-03-11"),
        ["date"] = () => AnyOf(Type("integer"), Pattern(Date), WithSupport(Pattern(Date)))
            .Said("as vague as the source: 2025-03-11, 2025-02, mid-February 2025, week of 2025-03-17, before 2025-03-18, undated"),
    };

    private static JsonObject Rest() => Words("what the others leave of 1", "rest");

    private static JsonObject YesNo() => new() { ["enum"] = new JsonArray("yes", "no", "true", "false", "on", "off", true, false) };

    /// <summary>{is: ..., judged-from: ids} around a value.</summary>
    private static JsonObject WithSupport(JsonObject value) => Block(("is", value)).Supported().Requiring("is");

    /// <summary>The same around a number, which may be drawn together with another.</summary>
    private static JsonObject Drawn(JsonObject number) => Block(
        ("is", number),
        ("with", Ref("text", "path of another number: drawn together with it")),
        ("against", Ref("text", "path of another number: high where that one is low"))).Supported().Requiring("is");
}
