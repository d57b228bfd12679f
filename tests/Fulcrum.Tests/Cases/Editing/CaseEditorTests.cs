using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Shouldly;

namespace Fulcrum.Tests.Cases.Editing;

public sealed class CaseEditorTests
{
    private const string File = """
        # The case
        parties:
          north: {role: principal, also: [Capital, Leader]}   # who bargains
          south: {role: principal}

        issues:
          fighting:
            options: [goes-on, ceasefire]

            # what it is worth
            north: ceasefire > goes-on
          territory:
            options:
              - line-open
              - line-recognised: {needs: north}   # an act

        # the last word
        """;

    private static CaseEditor Open(string text) => CaseEditor.FromText("case.yaml", text).Editor.ShouldNotBeNull();

    private static string After(string text, Func<CaseEditor, EditResult> edit)
    {
        EditResult result = edit(Open(text));
        result.Problems.ShouldBeEmpty();
        return result.Editor!.Text;
    }

    [Fact]
    public void ToBytes_WithoutAnEdit_AreTheBytesRead()
    {
        byte[] windows = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(File.ReplaceLineEndings("\r\n") + "\r\n \r\n# é 😀")];

        CaseEditor.FromBytes("case.yaml", windows).Editor!.ToBytes().ShouldBe(windows);
        CaseEditor.FromBytes("case.yaml", [0xFF, 0xFE]).Problems.ShouldHaveSingleItem().Code.ShouldBe("edit/not-utf8");
        CaseEditor.FromText("case.yaml", "a: [b").Ok.ShouldBeFalse();
    }

    [Theory]
    [InlineData("parties.north.role", "mediator", "role: principal, also", "role: mediator, also")]
    [InlineData("parties.north.also.1", "the Leader", "[Capital, Leader]", "[Capital, the Leader]")]
    [InlineData("issues.fighting.north", "goes-on > ceasefire", "ceasefire > goes-on", "goes-on > ceasefire")]
    [InlineData("issues.territory.options.0", "line: open", "- line-open", "- 'line: open'")]
    [InlineData("issues.territory.options.1.line-recognised.needs", "it's: #", "{needs: north}", "{needs: 'it''s: #'}")]
    [InlineData("parties.south", "?", "{role: principal}\n\n", "?\n\n")]
    public void Set_AValue_ChangesItsBytesAlone(string path, string value, string before, string after) =>
        After(File, e => e.Set(EditPath.Parse(path), EditValue.Of(value))).ShouldBe(File.Replace(before, after, StringComparison.Ordinal));

    [Theory]
    [InlineData("a:\n  b: 1\n  c: 2\nd: 3\n", "a", "a: x\nd: 3\n")]
    [InlineData("a:   # why\n  b: 1\nd: 3\n", "a", "a:   # why\n  x\nd: 3\n")]
    [InlineData("a:\nd: 3\n", "a", "a: x\nd: 3\n")]
    [InlineData("a: |\n  one\n  two\n\n# then\nd: 3\n", "a", "a: x\n\n# then\nd: 3\n")]
    [InlineData("{a: , b: 2}", "a", "{a: x, b: 2}")]
    [InlineData("a: \"q\" # c", "a", "a: x # c")]
    public void Set_ValuesOfEveryLayout_KeepWhatStandsAround(string text, string path, string expected) =>
        After(text, e => e.Set(EditPath.Parse(path), EditValue.Of("x"))).ShouldBe(expected);

    [Theory]
    [InlineData("", "", "k: v\n")]
    [InlineData("# only a remark", "", "# only a remark\nk: v\n")]
    [InlineData("a: 1\n", "", "a: 1\nk: v\n")]
    [InlineData("a: 1", "", "a: 1\nk: v")]
    [InlineData("a: 1\r\n\r\nb: 2\r\n", "", "a: 1\r\n\r\nb: 2\r\n\r\nk: v\r\n")]
    [InlineData("a: 1\n# end\n", "", "a: 1\n# end\nk: v\n")]
    [InlineData("a: {}\n", "a", "a: {k: v}\n")]
    [InlineData("a: {b: 1 } # c\n", "a", "a: {b: 1, k: v } # c\n")]
    [InlineData("a:\nb: 2\n", "a", "a:\n  k: v\nb: 2\n")]
    [InlineData("a:   # c\nb: 2\n", "a", "a:   # c\n  k: v\nb: 2\n")]
    [InlineData("a:\n    b: 1   # c\n    # d\nc: 2\n", "a", "a:\n    b: 1   # c\n    k: v\n    # d\nc: 2\n")]
    [InlineData("a:\n- b: 1\n  c: 2\n- d\n", "a.0", "a:\n- b: 1\n  c: 2\n  k: v\n- d\n")]
    [InlineData("a:\n  b:\n    - 1\n    - 2\nc: 1\n", "a", "a:\n  b:\n    - 1\n    - 2\n  k: v\nc: 1\n")]
    [InlineData("a:\n  b: |\n    text\n\nc: 1\n", "a", "a:\n  b: |\n    text\n  k: v\n\nc: 1\n")]
    public void Add_AKey_StandsAfterTheOthersInTheirLayout(string text, string block, string expected) =>
        After(text, e => e.Add(EditPath.Parse(block), "k", EditValue.Of("v"))).ShouldBe(expected);

    [Fact]
    public void Add_AMapInLines_IsIndentedLikeItsSurroundings()
    {
        var move = new EditValue.Map([("date", EditValue.Of("2025-03-11")), ("evidence", EditValue.ListOf(["e-1", "e-2"]))], InLines: true);

        After("moves:\n   first: {date: 2025}\n", e => e.Add(EditPath.Of("moves"), "second", move))
            .ShouldBe("moves:\n   first: {date: 2025}\n   second:\n     date: 2025-03-11\n     evidence: [e-1, e-2]\n");
        After("moves: {}\n", e => e.Add(EditPath.Of("moves"), "second", move)).ShouldBe("moves: {second: {date: 2025-03-11, evidence: [e-1, e-2]}}\n");
    }

    [Theory]
    [InlineData("a: []\n", "a: [v]\n")]
    [InlineData("a: [b]\n", "a: [b, v]\n")]
    [InlineData("a: [b, ]\n", "a: [b, v, ]\n")]
    [InlineData("a:\n- b   # c\nd: 1\n", "a:\n- b   # c\n- v\nd: 1\n")]
    [InlineData("a:\n   - b: 1\n     c: 2\n", "a:\n   - b: 1\n     c: 2\n   - v\n")]
    public void Append_AnItem_StandsLast(string text, string expected) => After(text, e => e.Append(EditPath.Of("a"), EditValue.Of("v"))).ShouldBe(expected);

    [Theory]
    [InlineData("a: 1\nb: 2   # c\nc: 3\n", "b", "a: 1\nc: 3\n")]
    [InlineData("a: 1\n# of b\nb:\n  x: 1\n  y: 2\n\nc: 3\n", "b", "a: 1\n# of b\n\nc: 3\n")]
    [InlineData("a: 1\nb: 2", "b", "a: 1\n")]
    [InlineData("a: {x: 1, y: 2, z: 3}\n", "a.x", "a: {y: 2, z: 3}\n")]
    [InlineData("a: {x: 1, y: 2, z: 3}\n", "a.z", "a: {x: 1, y: 2}\n")]
    [InlineData("a: {x: 1}\n", "a.x", "a: {}\n")]
    [InlineData("a:\n  x: 1\nb: 2\n", "a.x", "a: {}\nb: 2\n")]
    [InlineData("a:\n- x: 1\n  y: 2\n", "a.0.x", "a:\n- y: 2\n")]
    [InlineData("a:\n- x\n- y\n", "a.0", "a:\n- y\n")]
    [InlineData("a:\n- x\nb: 1\n", "a.0", "a: []\nb: 1\n")]
    [InlineData("a: [x, y]\n", "a.1", "a: [x]\n")]
    [InlineData("a: 1\n", "a", "")]
    public void Remove_AnEntry_TakesItsOwnLinesAlone(string text, string path, string expected) =>
        After(text, e => e.Remove(EditPath.Parse(path))).ShouldBe(expected);

    [Fact]
    public void Edits_ThatCannotBeMade_SayWhy()
    {
        CaseEditor editor = Open(File);

        editor.Set(EditPath.Parse("parties.west"), EditValue.Of("x")).Problems.Single().Code.ShouldBe("edit/no-such-place");
        editor.Add(EditPath.Of("parties"), "north", EditValue.Of("x")).Problems.Single().Code.ShouldBe("edit/exists");
        editor.Add(EditPath.Parse("issues.fighting.north"), "x", EditValue.Of("x")).Problems.Single().Code.ShouldBe("edit/not-a-block");
        editor.Append(EditPath.Of("parties"), EditValue.Of("x")).Problems.Single().Code.ShouldBe("edit/not-a-list");
        CaseEditor.Open("case", "../other/case.yaml").Problems.Single().Code.ShouldBe("edit/outside");
        editor.Remove(EditPath.Root).Problems.Single().Code.ShouldBe("edit/whole-file");
        editor.Remove(EditPath.Parse("issues.territory.options.7")).Problems.Single().Code.ShouldBe("edit/no-such-place");
    }

    [Theory]
    [InlineData("{is: 20..40, judged-from: [a, b]}")]
    [InlineData("a > b ~ c")]
    [InlineData("?")]
    [InlineData("'no'")]
    [InlineData("\"two\\nlines\"")]
    [InlineData("''")]
    public void Parse_WhatSomebodyTyped_IsWhatTheFileThenSays(string yaml)
    {
        EditValue value = EditValue.Parse(yaml).Value.ShouldNotBeNull();

        CaseEditor after = Open(File).Set(EditPath.Parse("issues.fighting.north"), value).Editor.ShouldNotBeNull();

        after.ValueAt(EditPath.Parse("issues.fighting.north")).ShouldBe(value);
    }

    [Fact]
    public void Save_FileChangedSinceItWasOpened_IsRefused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ledger.yaml", "moves: {}\n");
        CaseEditor mine = CaseEditor.Open(folder.Path, "ledger.yaml").Editor!;
        CaseEditor theirs = mine.Add(EditPath.Of("moves"), "b", EditValue.Of("x")).Editor!;

        theirs.Save(folder.Path).Ok.ShouldBeTrue();

        mine.Add(EditPath.Of("moves"), "a", EditValue.Of("x")).Editor!.Save(folder.Path).Outcome.ShouldBe(SaveOutcome.ChangedMeanwhile);
        CaseEditor.Open(folder.Path, "new.yaml").Editor!.Add(EditPath.Root, "a", EditValue.Of("b")).Editor!.Save(folder.Path).Ok.ShouldBeTrue();
        System.IO.File.ReadAllText(folder.File("new.yaml")).ShouldBe("a: b\n");
    }

    [Fact]
    public void MoveEntry_AddedToALedger_StandsInTheFormOfTheFormat()
    {
        var move = new MoveEntry("mid-February 2025", "upper", ["lower", "fen"], MoveKind.RuleOut, "no meter: ever", ["gazette-4"])
        {
            Issue = "meters",
            RulesOut = ["none"],
            Binds = "0.3..0.7",
            Reversible = false,
            Factuality = Factuality.Planned,
            InModel = false,
        };

        move.AddTo(Open(""), "no-meter").Editor!.Text.ShouldBe("""
            moves:
              no-meter:
                date: mid-February 2025
                by: upper
                to: [lower, fen]
                kind: rule-out
                what: 'no meter: ever'
                evidence: gazette-4
                issue: meters
                rules-out: [none]
                binds: 0.3..0.7
                reversible: no
                factuality: planned
                in-model: no

            """);
    }
}
