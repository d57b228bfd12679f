using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Fulcrum.Cases;
using Fulcrum.Tests.Rules;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>The case against the articles themselves, where they are at hand. The spans are compared here without the library's own checker.</summary>
public sealed partial class ArticlesTests
{
    // Nine words in a row of an article would be somebody else's sentence.
    private const int LongestRun = 9;

    [Fact]
    public void Evidence_spans_stand_in_the_articles_with_the_recorded_hash_and_paragraph()
    {
        Case @case = Studied.Read(Studied.Ukraine);
        var texts = Texts().ToDictionary(text => $"sha256:{Hash(text)}");

        @case.Evidence.Count.ShouldBeGreaterThan(100);
        foreach (Evidence evidence in @case.Evidence)
        {
            string text = texts[@case.Sources.First(source => source.Id == evidence.Source).TextHash!];
            Rune[] runes = text.EnumerateRunes().ToArray();
            TextSpan span = evidence.Span!.Value;
            string words = string.Concat(runes[span.Start..span.End]);

            evidence.SpanHash!.ShouldEndWith(Hash(words)[..16], customMessage: evidence.Id.Value);
            evidence.Figures.ShouldAllBe(figure => words.Contains(figure, StringComparison.Ordinal));
            string before = string.Concat(runes[..span.End]);
            before.Split('\n').Count(line => line.Trim().Length > 0).ShouldBe(evidence.Paragraph!.Value, evidence.Id.Value);
        }
    }

    [Fact]
    public void Case_files_contain_no_sentence_of_an_article()
    {
        var runs = Texts().SelectMany(Runs).ToHashSet(StringComparer.Ordinal);

        foreach (string file in Directory.EnumerateFiles(Repository.At("cases"), "*", SearchOption.AllDirectories).Where(IsOurs))
        {
            Runs(File.ReadAllText(file)).Where(runs.Contains).ShouldBeEmpty(Repository.Relative(file));
        }
    }

    private static bool IsOurs(string file) => Path.GetFileName(Path.GetDirectoryName(file)) != "sources" || Path.GetFileName(file) == "README.md";

    private static IEnumerable<string> Texts() =>
        Directory.EnumerateFiles(Studied.ArticlesOrSkip(), "*.txt").Select(file => File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> Runs(string text)
    {
        string[] words = Word().Matches(text.ToLowerInvariant().Replace('’', '\'')).Select(match => match.Value).ToArray();
        return Enumerable.Range(0, Math.Max(0, words.Length - LongestRun + 1)).Select(i => string.Join(' ', words, i, LongestRun));
    }

    [GeneratedRegex("[a-z0-9']+")]
    private static partial Regex Word();
}
