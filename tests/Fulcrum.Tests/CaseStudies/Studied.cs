using Fulcrum.Cases;
using Fulcrum.Tests.Rules;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>The cases of the repository, read as a user's would be.</summary>
internal static class Studied
{
    public const string Ukraine = "ukraine-2025";
    public const string Panama = "panama-canal-1974";

    public static string Folder(string name) => Repository.At("cases", name);

    /// <summary>The folder of the articles, or null on a machine that has none.</summary>
    public static string? Articles => Repository.Shared is { } shared && Directory.Exists(Path.Combine(shared, "articles")) ? Path.Combine(shared, "articles") : null;

    public static string ArticlesOrSkip()
    {
        Assert.SkipWhen(Articles is null, "The articles belong to their publishers and are not on this machine.");
        return Articles!;
    }

    public static Case Read(string name, string? reading = null, params (string Path, string Text)[] changes)
    {
        var overrides = changes.Select(change => new Override(change.Path, change.Text, Support.None, TextPlace.None)).ToList();
        CaseReadResult result = Workbench.Open(Folder(name)).Read(new CaseRequest(reading is null ? null : new ReadingId(reading), overrides));
        Problems(result, Severity.Error).ShouldBeEmpty();
        return result.Case.ShouldNotBeNull();
    }

    public static IEnumerable<string> Problems(CaseReadResult result, Severity severity) =>
        result.Problems.Where(problem => problem.Severity == severity).Select(problem => $"{problem.Place}: {problem.Code} {problem.Message}");
}
