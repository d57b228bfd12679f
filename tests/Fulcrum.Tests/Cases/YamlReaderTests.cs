using Fulcrum.Cases;
using Fulcrum.Cases.Syntax;
using Shouldly;

namespace Fulcrum.Tests.Cases;

/// <summary>The tree of a file knows where each part stands, so that an edit can leave the rest alone.</summary>
public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Nodes_cover_exactly_their_words(string lineBreak)
    {
        string text = """
            # a comment
            title: Two words   # after it
            face: 'quoted 😀' 
            list: [a, "b",  c]
            rows:
              - one
              - two: {x: 1, y: ?}
            text: |
              first
              second

            unknown: ?
            """.Replace("\n", lineBreak, StringComparison.Ordinal);

        var root = (MapNode)YamlReader.Read(new FileText("case.yaml", text)).Root!;

        root["title"]!.Value.Written.ShouldBe("Two words");
        root["face"]!.Value.Written.ShouldBe("'quoted 😀'");
        ((ScalarNode)root["face"]!.Value).Value.ShouldBe("quoted 😀");
        root["list"]!.Value.Written.ShouldBe("[a, \"b\",  c]");
        root["rows"]!.Value.Written.ShouldBe($"- one{lineBreak}  - two: {{x: 1, y: ?}}");
        ((ListNode)root["rows"]!.Value).Items[1].Written.ShouldBe("two: {x: 1, y: ?}");
        root["text"]!.Value.Written.ShouldBe($"|{lineBreak}  first{lineBreak}  second");
        ((ScalarNode)root["unknown"]!.Value).Value.ShouldBe("?");
        root["unknown"]!.Value.Place.ShouldBe(new TextPlace("case.yaml", 12, 10));
        root["rows"]!.Key.Place.ShouldBe(new TextPlace("case.yaml", 5, 1));
    }

    [Fact]
    public void Every_node_of_the_samples_lies_within_its_parent()
    {
        foreach ((string path, string text) in SampleCase.Full)
        {
            Check(YamlReader.Read(new FileText(path, text)).Root!);
        }

        static void Check(SyntaxNode node)
        {
            IEnumerable<SyntaxNode> children = node switch
            {
                MapNode map => map.Entries.SelectMany(e => new[] { e.Key, e.Value }),
                ListNode list => list.Items,
                _ => [],
            };
            int before = node.Start;
            foreach (SyntaxNode child in children)
            {
                child.Start.ShouldBeGreaterThanOrEqualTo(before);
                child.End.ShouldBeLessThanOrEqualTo(node.End);
                before = child.End;
                Check(child);
            }
        }
    }

    [Theory]
    [InlineData("a: ?", "?")]
    [InlineData("a: ? # unknown", "?")]
    [InlineData("a: '?'", "?")]
    [InlineData("a: yes", "yes")]
    [InlineData("a: 1e3", "1e3")]
    [InlineData("a: 012", "012")]
    [InlineData("a: what: ?", null)]
    [InlineData("a: a > b ~ c", "a > b ~ c")]
    [InlineData("a: 20..40", "20..40")]
    public void Values_stay_the_text_that_was_written(string text, string? value)
    {
        var root = YamlReader.Read(new FileText("case.yaml", text)).Root as MapNode;

        (root?["a"]?.Value as ScalarNode)?.Value.ShouldBe(value);
        (root is null).ShouldBe(value is null);
    }

    [Fact]
    public void Nesting_is_read_to_thirty_two_and_no_deeper()
    {
        static string Nested(int depth) => new string('[', depth) + new string(']', depth);

        YamlReader.Read(new FileText("case.yaml", Nested(32))).Problems.ShouldBeEmpty();
        YamlReader.Read(new FileText("case.yaml", Nested(33))).Problems.Single().Code.ShouldBe("yaml/too-deep");
        YamlReader.Read(new FileText("case.yaml", Nested(100_000))).Problems.Single().Code.ShouldBe("yaml/too-deep");
    }

    [Fact]
    public void Alias_bomb_is_refused_without_being_expanded()
    {
        string bomb = "a: &a [x, x]\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{(char)('b' + (i % 20))}{i}: &k{i} [*a, *a]\n"));

        YamlReader.Read(new FileText("case.yaml", bomb)).Problems.Select(p => p.Code).Distinct().ShouldBe(["yaml/anchor", "yaml/alias"], ignoreOrder: true);
    }

    [Fact]
    public void Empty_file_is_an_empty_map()
    {
        foreach (string text in new[] { "", "\n\n", "# nothing\n", "---\n" })
        {
            ((MapNode)YamlReader.Read(new FileText("case.yaml", text)).Root!).Entries.ShouldBeEmpty();
        }
    }
}
