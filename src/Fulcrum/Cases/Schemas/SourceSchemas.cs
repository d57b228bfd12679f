using System.Text.Json.Nodes;
using static Fulcrum.Cases.Schemas.Form;

namespace Fulcrum.Cases.Schemas;

/// <summary>evidence.yaml and sources.yaml.</summary>
internal static class SourceSchemas
{
    public static JsonObject Evidence() => Ids("which sentence supports what", Block(
        ("source", Ref("id", "an id of sources.yaml")),
        ("span", Pattern("^\\s*[0-9]+\\s*\\.\\.\\s*[0-9]+\\s*$", "Unicode code points of the text: first included, end excluded; fulcrum cite writes it")),
        ("hash", AnyOf(Pattern("^(sha256:)?[0-9a-fA-F]{16}$"), Type("number")).Said("of the span: first 16 hex digits of SHA-256; fulcrum cite writes it")),
        ("paragraph", new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["description"] = "non-empty lines counted from 1" }),
        ("speaker", Ref("text", "who says so, when it is not the author")),
        ("says", Ref("text", "what it says, in your own words")),
        ("figures", Ref("words", "figures and terms that stand in the span"))).Requiring("source", "says"));

    public static JsonObject Sources() => Ids("which texts", Block(
        ("outlet", Ref("text")),
        ("author", Ref("text")),
        ("title", Ref("text")),
        ("date", Ref("date")),
        ("url", Ref("text")),
        ("kind", Words("default: other", "news", "analysis", "opinion", "official", "interview", "dataset", "judgement", "other")),
        ("hash", Pattern("^(sha256:)?[0-9a-fA-F]{64}$", "of the text: the whole SHA-256; fulcrum cite writes it")),
        ("derived-from", Ref("id", "the source that it rewrites: counted once"))));

    private static JsonObject Ids(string says, JsonObject entry) => Type("object", "null").WithIds(entry).Said(says);
}
