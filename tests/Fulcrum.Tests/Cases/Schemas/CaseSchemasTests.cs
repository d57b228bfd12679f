using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Cases.Schemas;
using Fulcrum.Tests.Rules;
using Shouldly;

namespace Fulcrum.Tests.Cases.Schemas;

public sealed class CaseSchemasTests
{
    private static readonly Dictionary<string, SchemaValidator> Validators =
        CaseSchemas.All().ToDictionary(s => s.Name.Split('.')[0], s => new SchemaValidator((JsonObject)JsonNode.Parse(s.Text)!));

    public static TheoryData<string> CaseFiles =>
        [.. Directory.EnumerateFiles(Repository.At("cases"), "*.yaml", SearchOption.AllDirectories).Select(Repository.Relative).Order(StringComparer.Ordinal)];

    [Fact]
    public void All_SchemasOfTheRepository_AreTheGeneratedOnes()
    {
        foreach (var (name, text) in CaseSchemas.All())
        {
            string path = Repository.At("schema", name);
            if (Environment.GetEnvironmentVariable("FULCRUM_APPROVE") == "1")
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }
            File.ReadAllText(path).ShouldBe(text, $"schema/{name} differs from what the code generates; run the tests with FULCRUM_APPROVE=1 to accept the new one");
        }
    }

    [Theory]
    [MemberData(nameof(CaseFiles))]
    public void Schema_FileOfASampleCase_Fits(string file) => Errors(KindOf(file), File.ReadAllText(Repository.At(file))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(CaseFiles))]
    public void Schema_FileOfASampleCase_NamesItsOwn(string file)
    {
        Match named = Regex.Match(File.ReadLines(Repository.At(file)).First(), @"^# yaml-language-server: \$schema=(\S+)$");
        named.Success.ShouldBeTrue("the first line tells an editor where the schema is");
        string schema = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.At(file))!, named.Groups[1].Value));
        schema.ShouldBe(Repository.At("schema", KindOf(file) + ".schema.json"));
    }

    [Fact]
    public void Schema_SharedSample_Fits()
    {
        string? sample = Repository.Shared is { } shared ? Path.Combine(shared, "samples", "case.yaml") : null;
        Assert.SkipUnless(File.Exists(sample), "the shared samples are not here");
        Errors("case", File.ReadAllText(sample!)).ShouldBeEmpty();
    }

    [Fact]
    public void Schema_EveryFormOfTheFormatsPage_Fits()
    {
        string page = File.ReadAllText(Repository.At("docs", "case-format.md"));
        string[] blocks = [.. Regex.Matches(page, "```yaml\n(.*?)```", RegexOptions.Singleline).Select(m => Complete(m.Groups[1].Value))];

        blocks.Length.ShouldBe(5);
        foreach (var (kind, block) in new[] { "case", "ledger", "evidence", "sources", "reading" }.Zip(blocks))
        {
            Errors(kind, block).ShouldBeEmpty(kind);
        }
    }

    [Theory]
    [InlineData("case", "fulcrum: 2\ncase: t\nparties: {}")]
    [InlineData("case", "fulcrum: 1\nparties: {}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {North: {}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {north: {role: king}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {north: {claim: 0-1}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\npartys: {}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nstarts: March 2025")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nconsent: {at-least: 2}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nissues: {a: {asks: why}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nissues: {a: {options: [x, y], range: {from: 0, to: 1, step: 1}}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nissues: {a: {options: [x: {only: deal}]}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nissues: {a: {options: [x, y], north: {x: 20..30%}}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nissues: {a: {options: [x, y], north: x >> y}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nweights: {north: {a: {is: 3, quoted: b, judged-from: c}}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nno-deal: {war: {goes-on: {chance: most}}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nlevers: {a: {deal: {north: 1}}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nlevers: {a: {holder: north, standing: spent}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nlevers: {a: {holder: north, worth: {b: [0]}}}")]
    [InlineData("case", "fulcrum: 1\ncase: t\nparties: {}\nlevers: {a: {holder: north, credibility: {reserved: 1}}}")]
    [InlineData("ledger", "moves: {a: {date: last week, by: north, kind: meet, what: x}}")]
    [InlineData("ledger", "moves: {a: {date: 2025, by: north, kind: visit, what: x}}")]
    [InlineData("ledger", "moves: {a: {date: 2025, by: north, kind: meet}}")]
    [InlineData("ledger", "moves: {a: {date: 2025, by: north, kind: give, what: x, standing: gone}}")]
    [InlineData("ledger", "moves: {a: {date: 2025, by: north, kind: give, what: x, reversible: maybe}}")]
    [InlineData("evidence", "a: {source: b, says: c, span: 1-2}")]
    [InlineData("evidence", "a: {source: b, says: c, hash: 12ab}")]
    [InlineData("evidence", "a: {says: c}")]
    [InlineData("sources", "a: {kind: blog}")]
    [InlineData("sources", "a: {hash: 'sha256:12'}")]
    [InlineData("reading", "reading: a\nsays: b")]
    [InlineData("reading", "reading: a\nset: {levers.a.costs-holder: {times: 2, is: 3}}")]
    [InlineData("reading", "reading: a\nof: b\nbelief-of: c\nset: {}")]
    public void Schema_WhatTheFormatDoesNotKnow_IsRefused(string kind, string yaml) => Errors(kind, yaml).ShouldNotBeEmpty();

    // Whatever the reader accepts without an error, an editor must not underline.
    [Fact]
    public void Schema_RandomChangesThatTheReaderAccepts_Fit()
    {
        string[] words = ["?", "rest", "30", "20..40", "0", "0.5", "a > b", "us > panama", "us", "yes", "no", "north", "usa", "2025", "{is: 0.2..0.4, note: x}", "[usa]", "''", "goes-on"];
        var files = Directory.EnumerateFiles(Repository.At("cases", "panama-canal-1974"), "*.yaml").ToDictionary(f => Path.GetFileName(f)!, File.ReadAllText);
        CaseEditor editor = CaseEditor.FromText("case.yaml", files["case.yaml"]).Editor!;
        EditPath[] places = [.. Places(EditPath.Root, EditValue.Of(editor.Root))];
        const int Seed = 17;
        var random = new Random(Seed);
        int accepted = 0;
        for (int i = 0; i < 400; i++)
        {
            EditPath path = places[random.Next(places.Length)];
            string word = words[random.Next(words.Length)];
            string changed = editor.Set(path, EditValue.Parse(word).Value!).Editor!.Text;
            files["case.yaml"] = changed;
            if (CaseFolder.FromTexts(files, new CaseReadOptions()).Ok)
            {
                accepted++;
                Errors("case", changed).ShouldBeEmpty($"seed {Seed}, change {i}: {path} to {word}");
            }
        }
        accepted.ShouldBeGreaterThan(30);
    }

    private static IEnumerable<EditPath> Places(EditPath at, EditValue value) => value switch
    {
        EditValue.Map map => map.Entries.SelectMany(e => Places(at.Then(e.Key), e.Value).Prepend(at.Then(e.Key))),
        EditValue.List list => list.Items.SelectMany((item, i) => Places(at.Then(i), item).Prepend(at.Then(i))),
        _ => [],
    };

    private static IReadOnlyList<string> Errors(string kind, string yaml) => Validators[kind].Errors(YamlAsJson.Of(yaml));

    private static string KindOf(string file) => file.Contains("/readings/", StringComparison.Ordinal) ? "reading" : Path.GetFileNameWithoutExtension(file);

    // The page writes '...' where an example would only repeat itself.
    private static string Complete(string block) => block
        .Replace("    ...\n", "    holds: {as: {rest: status-quo}}\n", StringComparison.Ordinal)
        .Replace("'sha256:...'", "'" + new string('a', 64) + "'", StringComparison.Ordinal)
        .Replace("hash: ...", "hash: '" + new string('a', 64) + "'", StringComparison.Ordinal);
}
