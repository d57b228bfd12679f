using System.Globalization;
using System.Text.Json.Nodes;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Cases.Syntax;
using Fulcrum.Tests.Cases.Schemas;
using Fulcrum.Tests.Rules;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Fulcrum.Tests.Cases.Editing;

/// <summary>
/// Random edits on real files and on odd layouts. The intended change is worked out a second time, on JSON, and compared with what the edited file says.
/// </summary>
public sealed class RandomEditsTests
{
    private static readonly string[] Odd =
    [
        "# top\r\na:\r\n    b: 1   # one\r\n\r\n    # between\r\n    c: [x,  y , 'z']\r\n    d: {p: 1,q: \"2\", r: }\r\n\r\nlast: |\r\n  two\r\n  lines\r\n\r\n# end",
        "list:\n- a: 1\n  b: {c: 2}   # x\n- - 1\n  - 2\n-   plain words\n  that go on\nunknown: ?\nempty:\nmap: {}\nnone: []\nfolded: >-\n  so\n\n  it goes\nquoted: 'it''s'\nmulti: [one, # first\n  two, # second\n  {k: v}, ]\n",
        "only: one",
        "\n\n# remarks only\n",
    ];

    private static readonly string[] Texts =
        ["", "x", "30", "20..40", "?", "a > b ~ c", "it's", "two: words", "# not a remark", "no", "- dash", "{brace", "tab\there", "two\nlines", "é 😀", "'", "\"", "trailing ", ":", "%", "null", "[", "---"];

    private static readonly string[] Files =
    [
        .. Directory.EnumerateFiles(Repository.At("cases"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText),
        .. Odd.SelectMany(o => Enumerable.Repeat(o, 4)),
    ];

    [Fact]
    public void Edits_OneAfterAnother_SayWhatWasMeantAndSpoilNothing()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => EditAFile(new Random(seed))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Set_AnyNumberOfTheFirstCase_ChangesThatNumberAlone()
    {
        string folder = Repository.At("cases", "ukraine-2025");
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText);
        var before = CaseFolder.FromTexts(files, new CaseReadOptions()).Case.ShouldNotBeNull();
        CaseEditor editor = CaseEditor.FromText("case.yaml", files["case.yaml"]).Editor!;
        Quantity[] stated = [.. before.Quantities.Where(q => editor.ValueAt(EditPath.Parse(q.Path)) is EditValue.Text && q.Shape is NumberShape.Uniform or NumberShape.Triangular)];
        stated.Length.ShouldBeGreaterThan(20);

        for (int i = 0; i < stated.Length; i += stated.Length / 8)
        {
            NumberShape shape = stated[i].Shape;
            var narrower = new NumberShape.Uniform(shape.Least, (shape.Least + shape.Most) / 2);
            string written = string.Create(CultureInfo.InvariantCulture, $"{narrower.Low}..{narrower.High}");
            files["case.yaml"] = editor.Set(EditPath.Parse(stated[i].Path), EditValue.Of(written)).Editor!.Text;

            var after = CaseFolder.FromTexts(files, new CaseReadOptions()).Case.ShouldNotBeNull();

            after.Quantities.Select(q => (q.Path, q.Shape)).ShouldBe(before.Quantities.Select(q => (q.Path, q.Path == stated[i].Path ? narrower : q.Shape)));
        }
    }

    private static void EditAFile(Random random)
    {
        string text = Files[random.Next(Files.Length)];
        CaseEditor editor = CaseEditor.FromText("case.yaml", text).Editor.ShouldNotBeNull();
        editor.Text.ShouldBe(text);
        for (int i = 0; i < 12; i++)
        {
            var content = (JsonObject)Content(editor.Text);
            EditPath[] places = [.. Places(EditPath.Root, content)];
            EditPath path = places[random.Next(places.Length)];
            EditValue value = Value(random, depth: 0);
            (EditResult Result, string Edit)? made = Made(editor, content, path, value, random);
            if (made is not { } edit)
            {
                continue;
            }
            edit.Result.Editor.ShouldNotBeNull($"{edit.Edit} in\n{editor.Text}\n{edit.Result.Problems.Count}");
            JsonNode.DeepEquals(Content(edit.Result.Editor!.Text), content).ShouldBeTrue($"{edit.Edit} in\n{editor.Text}\ngave\n{edit.Result.Editor.Text}");
            if (edit.Edit.StartsWith("set", StringComparison.Ordinal))
            {
                Place place = Place.Find(editor.Root, path)!;
                edit.Result.Editor.Text.ShouldStartWith(editor.Text[..place.Begin]);
                edit.Result.Editor.Text.ShouldEndWith(editor.Text[Math.Max(place.Node.Start, place.End)..]);
            }
            editor = edit.Result.Editor;
        }
    }

    // Makes the edit and the same change on the JSON content; null when the place does not take this kind of edit.
    private static (EditResult Result, string Edit)? Made(CaseEditor editor, JsonObject content, EditPath path, EditValue value, Random random)
    {
        JsonNode? at = At(content, path.Steps);
        JsonNode? parent = path.Steps.Count == 0 ? null : At(content, path.Steps.Take(path.Steps.Count - 1));
        switch (random.Next(4))
        {
            case 0 when parent is not null:
                Put(parent, path.Steps[^1], Json(value));
                return (editor.Set(path, value), $"set {path} to {value}");
            case 1 when at is JsonObject map:
                string key = "k" + random.Next(1000).ToString(CultureInfo.InvariantCulture);
                if (map.ContainsKey(key))
                {
                    return null;
                }
                map[key] = Json(value);
                return (editor.Add(path, key, value), $"add {key}: {value} to {path}");
            case 2 when at is JsonArray list && value is not EditValue.Nothing:
                list.Add(Json(value));
                return (editor.Append(path, value), $"append {value} to {path}");
            case 3 when parent is not null:
                Take(parent, path.Steps[^1]);
                return (editor.Remove(path), $"remove {path}");
            default:
                return null;
        }
    }

    private static EditValue Value(Random random, int depth)
    {
        int kind = random.Next(depth > 1 ? 5 : 8);
        return kind switch
        {
            5 => new EditValue.List([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(random, depth + 2))]),
            6 or 7 => new EditValue.Map([.. Enumerable.Range(0, random.Next(3)).Select(i => ("m" + i.ToString(CultureInfo.InvariantCulture), Value(random, depth + 1)))], random.Next(2) == 0),
            _ => new EditValue.Text(Texts[random.Next(Texts.Length)], random.Next(5) == 0),
        };
    }

    private static JsonNode? Json(EditValue value) => value switch
    {
        EditValue.Text text => JsonValue.Create(text.Value),
        EditValue.List list => new JsonArray([.. list.Items.Select(Json)]),
        EditValue.Map map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key, Json(e.Value)))),
        _ => null,
    };

    private static JsonNode Content(string text)
    {
        SyntaxTree tree = YamlReader.Read(new FileText("case.yaml", text));
        tree.Problems.ShouldBeEmpty();
        return Untyped(tree.Root!)!;
    }

    private static JsonNode? Untyped(SyntaxNode node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Value, Untyped(e.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Untyped)]),
        ScalarNode { IsEmpty: true } => null,
        _ => JsonValue.Create(((ScalarNode)node).Value),
    };

    private static IEnumerable<EditPath> Places(EditPath at, JsonNode? node) => (node switch
    {
        JsonObject map => map.SelectMany(e => Places(at.Then(e.Key), e.Value)),
        JsonArray list => list.SelectMany((item, i) => Places(at.Then(i), item)),
        _ => [],
    }).Prepend(at);

    private static JsonNode? At(JsonNode? node, IEnumerable<string> steps) =>
        steps.Aggregate(node, (n, step) => n is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : n![step]);

    private static void Put(JsonNode container, string step, JsonNode? value)
    {
        if (container is JsonArray list)
        {
            list[int.Parse(step, CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            container[step] = value;
        }
    }

    private static void Take(JsonNode container, string step)
    {
        if (container is JsonArray list)
        {
            list.RemoveAt(int.Parse(step, CultureInfo.InvariantCulture));
        }
        else
        {
            ((JsonObject)container).Remove(step);
        }
    }
}
