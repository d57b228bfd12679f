using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Verifying;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Fulcrum.Tests.Cases.Verifying;

public sealed class SourceTextTests
{
    [Fact]
    public void Decode_ByteOrderMarkAndCarriageReturns_DoNotCount()
    {
        byte[] windows = [0xEF, 0xBB, 0xBF, .. "one\r\ntwo\r\n"u8];

        TextHash.Decode(windows).ShouldBe("one\ntwo\n");
        TextHash.Decode([0xFF, 0xFE, 0x41, 0x00]).ShouldBeNull();
    }

    // FIPS 180-4, example 'abc'.
    [Fact]
    public void Hash_PublishedExample_Agrees()
    {
        TextHash.OfText("abc").ShouldBe("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        TextHash.OfSpan("abc").ShouldBe("ba7816bf8f01cfea");
        TextHash.Same("sha256:BA7816BF8F01CFEA", "ba7816bf8f01cfea").ShouldBeTrue();
        TextHash.Same(null, null).ShouldBeFalse();
    }

    [Fact]
    public void Words_AfterSignsBeyondTheBasicPlane_AreCountedInCodePoints()
    {
        var text = new SourceText("t.txt", "a😀b😀😀c");

        text.Length.ShouldBe(6);
        text.Words(new TextSpan(2, 3)).ShouldBe("b");
        text.Words(new TextSpan(5, 6)).ShouldBe("c");
        text.Words(new TextSpan(3, 5)).ShouldBe("😀😀");
        text.Words(new TextSpan(5, 7)).ShouldBeNull();
        text.Words(new TextSpan(2, 2)).ShouldBeNull();
    }

    [Fact]
    public void Words_AnyTextAndSpan_AreThoseOfTheRunesCountedOneByOne()
    {
        var signs = Gen.Elements("a", "é", "ß", "😀", "𝔉", "\n", "—", " ");
        Prop.ForAll(Gen.ListOf(signs).ToArbitrary(), Gen.Choose(0, 1000).Two().ToArbitrary(), (parts, cut) =>
        {
            string content = string.Concat(parts);
            Rune[] runes = [.. content.EnumerateRunes()];
            var text = new SourceText("t", content);
            int start = cut.Item1 % (runes.Length + 1);
            int end = cut.Item2 % (runes.Length + 1);

            string? words = text.Words(new TextSpan(start, end));

            text.Length.ShouldBe(runes.Length);
            if (start >= end)
            {
                words.ShouldBeNull();
                return;
            }
            words.ShouldBe(string.Concat(runes[start..end]));
            int before = string.Concat(runes[..start]).Length;
            text.SpanOfUnits(before, before + words!.Length).ShouldBe(new TextSpan(start, end));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ParagraphAt_LinesOfNoBreakSpace_AreEmpty()
    {
        var text = new SourceText("t", "\nTitle\n\n\u00A0\nFirst words. Second words.\n\nLast\n");

        text.ParagraphAt(1).ShouldBe(1);
        text.ParagraphAt(text.Text.IndexOf("Second", StringComparison.Ordinal)).ShouldBe(2);
        text.ParagraphAt(text.Text.IndexOf("Last", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void Quote_WordsAsTheyWereCited_StandWithTheirSurroundings()
    {
        var text = new SourceText("t", "Title\n\nThe mill shall run at night. The pond is lower than ever. Nobody denies it.\nNext.");
        const string Words = "The pond is lower than ever.";
        int start = text.Text.IndexOf(Words, StringComparison.Ordinal);
        var evidence = Evidences.Of("e", "s", new TextSpan(start, start + Words.Length), TextHash.OfSpan(Words));

        SpanQuote quote = text.Quote(evidence, context: 11)!;

        quote.Words.ShouldBe(Words);
        quote.Before.ShouldBe("at night. ");
        quote.CutBefore.ShouldBeTrue();
        quote.After.ShouldBe(" Nobody");
        quote.Paragraph.ShouldBe(2);
        text.Quote(evidence)!.After.ShouldBe(" Nobody denies it.");
        text.Quote(evidence with { SpanHash = "0000000000000000" }).ShouldBeNull();
    }
}
