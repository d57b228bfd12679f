using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fulcrum.Cases.Schemas;

/// <summary>
/// JSON Schemas (draft 2020-12) of a case's files, so that editors complete and check while one types. They accept every form of docs/case-format.md;
/// what needs more than one place to judge (does this party exist?) is left to check.
/// </summary>
public static class CaseSchemas
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>File name and text of every schema, in the order in which docs/case-format.md explains the files.</summary>
    public static IReadOnlyList<(string Name, string Text)> All() =>
    [
        Schema("case", "Fulcrum case", CaseFileSchema.Root()),
        Schema("ledger", "Fulcrum ledger", LedgerSchema.Root()),
        Schema("evidence", "Fulcrum evidence", SourceSchemas.Evidence()),
        Schema("sources", "Fulcrum sources", SourceSchemas.Sources()),
        Schema("reading", "Fulcrum reading", ReadingSchema.Root()),
    ];

    private static (string Name, string Text) Schema(string name, string title, JsonObject root)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (key, value) in root)
        {
            schema[key] = value?.DeepClone();
        }
        JsonObject parts = Parts.UsedBy(schema);
        if (parts.Count > 0)
        {
            schema["$defs"] = parts;
        }
        return ($"{name}.schema.json", schema.ToJsonString(Layout) + "\n");
    }
}
