using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fulcrum.Cases.Syntax;
using Shouldly;

namespace Fulcrum.Tests.Cases.Schemas;

/// <summary>A YAML file as an editor sees it: scalars resolved by the core schema of YAML 1.2 (section 10.3.2).</summary>
internal static partial class YamlAsJson
{
    public static JsonNode? Of(string yaml)
    {
        SyntaxTree tree = YamlReader.Read(new FileText("test.yaml", yaml));
        tree.Problems.ShouldBeEmpty();
        return Of(tree.Root!);
    }

    public static JsonNode? Of(SyntaxNode node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Value, Of(e.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Of)]),
        ScalarNode { IsQuoted: true } text => JsonValue.Create(text.Value),
        ScalarNode scalar => Plain(scalar.Value),
        _ => throw new InvalidOperationException("another kind of node"),
    };

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when Number().IsMatch(text) => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
