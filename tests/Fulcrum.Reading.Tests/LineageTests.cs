using Fulcrum.Reading.Ledger;

namespace Fulcrum.Reading.Tests;

public sealed class LineageTests
{
    private const string Original = """
        Harbour talks stall over pilot fees

        By Ana Ruiz

        May 12, 2031

        COAST HERALD

        Chile and Peru broke off their talks on the shared harbour at Arica on Sunday after a dispute over pilot fees.

        The Chilean side had asked for 40 per cent of the fees, twice what the treaty of 1929 grants it.

        “We will not pay twice for the same water,” said Rosa Quispe, the Peruvian transport minister, as she left the hall.

        Peru withdrew its engineers from the breakwater the next morning and suspended the ferry that links the two ports.

        Fishermen on both shores said that they had not been asked and feared for the anchovy season.

        A mediator from Uruguay is expected in Arica on Thursday with a new draft.
        """;

    private const string Rewrite = """
        Peru and Chile fail to agree on harbour

        Talks between Peru and Chile about the joint harbour at Arica collapsed over a quarrel about pilot fees.

        The Chilean side wanted 60 per cent of the fees, which is twice what the 1929 treaty grants it.

        “We will not pay twice for the same water,” Rosa Quispe, the Peruvian transport minister, told reporters on leaving the hall.

        The next morning Peru pulled its engineers from the breakwater and suspended the ferry linking the two ports.

        On both shores fishermen said they had not been asked and were afraid for the anchovy season.

        A mediator from Uruguay will bring a new draft to Arica, the Coast Herald reports. COAST HERALD.
        """;

    private const string Independent = """
        Ferry stops between Arica and Tacna

        Passengers stood in the rain on Monday when the morning ferry did not come.

        The Peruvian port office gave no reason, but a clerk pointed to the failed harbour talks with Chile.

        Hotels in Arica reported cancellations, and a school orchestra from Tacna missed its concert.

        The bus company doubled its services and raised its fares by half.
        """;

    [Fact]
    public void Rewrite_that_paraphrases_is_derived_from_the_original_with_reasons_and_changes()
    {
        SourceLineage copy = Read(("b-original", Original), ("a-copy", Rewrite), ("c-other", Independent)).Lineage.Single(l => !l.Independent);

        copy.Id.ShouldBe("a-copy");
        copy.DerivedFrom.ShouldBe("b-original");
        copy.Reasons.ShouldContain(r => r.Contains("same order"));
        copy.Changes.ShouldContain(c => c.Contains("60") && c.Contains("40"));
    }

    [Fact]
    public void Same_event_told_independently_stays_a_source_of_its_own() =>
        Read(("original", Original), ("other", Independent)).IndependentSources.ShouldBe(2);

    [Fact]
    public void Lineage_does_not_depend_on_the_order_of_files()
    {
        ReadingResult one = Read(("x", Original), ("y", Rewrite), ("z", Independent)), two = Read(("z", Independent), ("y", Rewrite), ("x", Original));

        two.Lineage.OrderBy(l => l.Id).Select(l => (l.Id, l.DerivedFrom)).ShouldBe(one.Lineage.OrderBy(l => l.Id).Select(l => (l.Id, l.DerivedFrom)));
    }

    [Fact]
    public void The_five_articles_are_four_independent_sources()
    {
        string folder = Shared.Folder("articles");

        ReadingResult result = ArticleReader.Read([folder]);

        result.IndependentSources.ShouldBe(4);
        SourceLineage copy = result.Lineage.Single(l => !l.Independent);
        copy.Id.ShouldStartWith("001");
        copy.DerivedFrom!.ShouldStartWith("000");
    }

    [Theory]
    [InlineData("Kenya suspended the shipment of grain to Uganda on May 3, 2031. Kenya resumed the shipment of grain to Uganda on May 9, 2031.", null, true)]
    [InlineData("Kenya suspended the shipment of grain to Uganda.", "Kenya resumed the shipment of grain to Uganda.", false)]
    public void Acts_that_exclude_each_other_are_listed_within_a_source_and_between_sources(string one, string? other, bool overTime)
    {
        ReadingResult result = other is null ? Read(("one", one)) : Read(("one", one), ("other", other));

        Clash clash = result.Agreements.Clashes.ShouldHaveSingleItem();

        (clash.First.Kind, clash.Second.Kind).ShouldBe((Cases.MoveKind.Withhold, Cases.MoveKind.Ease));
        clash.OverTime.ShouldBe(overTime);
        ReadingJson.From(result).Clashes[0].OverTime.ShouldBe(overTime);
    }

    private static ReadingResult Read(params (string Name, string Text)[] articles)
    {
        string folder = TemporaryFolders.New();
        return ArticleReader.Read([.. articles.Select(a => Write(folder, a.Name, a.Text))]);
    }

    private static string Write(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name + ".txt");
        File.WriteAllText(path, text);
        return path;
    }
}
