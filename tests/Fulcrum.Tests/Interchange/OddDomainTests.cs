using System.Text;
using Fulcrum.Cases;
using Fulcrum.Interchange;
using Fulcrum.Tests.Cases;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Interchange;

/// <summary>Domains with all that nobody expects go into a case and back in every format; files cut anywhere, in other encodings or with endless words are told.</summary>
public sealed class OddDomainTests
{
    public static TheoryData<ForeignFormat, int> FormatsAndSeeds
    {
        get
        {
            var rows = new TheoryData<ForeignFormat, int>();
            foreach (ForeignFormat format in Enum.GetValues<ForeignFormat>())
            {
                foreach (int seed in Enumerable.Range(1, 40))
                {
                    rows.Add(format, seed);
                }
            }
            return rows;
        }
    }

    public static TheoryData<ForeignFormat> Formats => [.. Enum.GetValues<ForeignFormat>()];

    [Theory]
    [MemberData(nameof(FormatsAndSeeds))]
    public void Import_export_import_is_the_same_case(ForeignFormat format, int seed)
    {
        ImportResult first = Importing.FromTexts(format, "odd", new OddDomain(seed).Files(format));
        Imported.Errors(first.Problems).ShouldBeEmpty($"seed {seed}");
        // A party may want something only of an issue that weighs nothing: the case says so in a warning.
        CaseReadResult read = CaseFolder.FromTexts(first.Files.ToDictionary(f => f.Path, f => f.Text), new CaseReadOptions());
        Imported.Errors(read.Problems).ShouldBeEmpty($"seed {seed}\n{first.Files[0].Text}");
        ExportResult export = Exporting.Write(format, read.Case!);
        if (format == ForeignFormat.Genius && export.Problems.Any(p => p.Code == "export/cannot-say"))
        {
            return;
        }
        Imported.Errors(export.Problems).ShouldBeEmpty($"seed {seed}");

        ImportResult second = Importing.FromTexts(format, "odd", export.Files.ToDictionary(f => f.Name, f => f.Text));

        Imported.Errors(second.Problems).ShouldBeEmpty($"seed {seed}");
        SameMeaning(Read(second), read.Case!, $"{format} seed {seed}");
        ImportResult third = Importing.FromTexts(format, "odd", Exporting.Write(format, Read(second)).Files.ToDictionary(f => f.Name, f => f.Text));
        Text(third).ShouldBe(Text(second), $"{format} seed {seed}");
    }

    [Theory]
    [MemberData(nameof(FormatsAndSeeds))]
    public void Cut_anywhere_it_is_told_or_read_and_never_a_failure(ForeignFormat format, int seed)
    {
        var random = new Random(seed);
        Dictionary<string, string> files = new OddDomain(seed).Files(format);
        string name = files.Keys.ElementAt(random.Next(files.Count));
        for (int cut = 0; cut < 12; cut++)
        {
            var changed = new Dictionary<string, string>(files) { [name] = files[name][..random.Next(files[name].Length)] };

            ImportResult import = Importing.FromTexts(format, "odd", changed);

            import.Ok.ShouldBe(import.Problems.All(p => p.Severity == Severity.Warning), $"seed {seed}");
            if (import.Ok)
            {
                Imported.Errors(CaseFolder.FromTexts(import.Files.ToDictionary(f => f.Path, f => f.Text), new CaseReadOptions()).Problems).ShouldBeEmpty($"{format} seed {seed}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Marks_of_UTF_8_are_passed_over_and_other_encodings_and_bytes_are_told(ForeignFormat format)
    {
        using var folder = new TemporaryFolder();
        Dictionary<string, string> files = new OddDomain(3).Files(format);
        ImportResult Written(Func<string, byte[]> bytes)
        {
            foreach ((string name, string text) in files)
            {
                File.WriteAllBytes(folder.File(name), bytes(text));
            }
            return Importing.Read(format, folder.Path);
        }
        string plain = Text(Written(Encoding.UTF8.GetBytes));

        Text(Written(text => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)])).ShouldBe(plain);
        foreach (Func<string, byte[]> bytes in new Func<string, byte[]>[]
        {
            text => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], text => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)], Encoding.Unicode.GetBytes,
            text => [.. Encoding.UTF8.GetBytes(text), 0xC3, 0x28],
        })
        {
            ImportResult import = Written(bytes);
            import.Ok.ShouldBeFalse();
            import.Problems.ShouldContain(p => p.Code == "file/not-utf8" && p.Severity == Severity.Error);
        }
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1_000_000)]
    public void Words_without_end_are_shortened_where_they_are_shown(int length)
    {
        string endless = new('x', length);
        Dictionary<string, string> files = Orchard.Files();
        files["p1-buyer.xml"] = files["p1-buyer.xml"].Replace("value=\"Apples\"", $"value=\"{endless}\"", StringComparison.Ordinal).Replace("value=\"0.6\"", $"value=\"{endless}\"", StringComparison.Ordinal);

        IReadOnlyList<CaseProblem> problems = Importing.FromTexts(ForeignFormat.Genius, "t", files).Problems;

        problems.Select(p => p.Code).ShouldBe(["import/not-a-number", "import/unknown-value", "import/value-without-evaluation"], ignoreOrder: true);
        problems.ShouldAllBe(p => p.Message.Length < 300);
    }

    private static Case Read(ImportResult import) => CaseFolder.FromTexts(import.Files.ToDictionary(f => f.Path, f => f.Text), new CaseReadOptions()).Case!;

    // The first line names the files.
    private static string Text(ImportResult import) => string.Join('\n', import.Files.Single().Text.Split('\n').Skip(1));

    private static void SameMeaning(Case one, Case other, string seed)
    {
        one.Issues.Select(i => (i.Name, string.Join('|', i.Options.Select(o => o.Name)))).ShouldBe(other.Issues.Select(i => (i.Name, string.Join('|', i.Options.Select(o => o.Name)))), seed);
        one.Parties.Select(p => p.Name).ShouldBe(other.Parties.Select(p => p.Name), seed);
        Imported.Problem(one).NoDeal.ShouldBe(Imported.Problem(other).NoDeal, 1e-6, seed);
        Fulcrum.Bargaining.EfficientFrontier left = Fulcrum.Bargaining.EfficientFrontier.Of(Imported.Problem(one)), right = Fulcrum.Bargaining.EfficientFrontier.Of(Imported.Problem(other));
        left.Points.SelectMany(p => p.Utilities).ShouldBe(right.Points.SelectMany(p => p.Utilities), 1e-6, seed);
    }
}
