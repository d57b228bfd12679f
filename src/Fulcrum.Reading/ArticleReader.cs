using Fulcrum.Cases;
using Fulcrum.Reading.Finders;
using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Finders.Claims;
using Fulcrum.Reading.Finders.Moves;
using Fulcrum.Reading.Intake;
using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Lineage;
using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading;

/// <summary>How to read. Every default works.</summary>
/// <param name="Case">The case whose parties and issues the proposals should speak of; without one the shipped list of states and bodies serves.</param>
/// <param name="Published">Date of articles that show none; without it their relative dates stay as they are written.</param>
/// <param name="Threads">Processors to use; all unless stated. Changes no result.</param>
/// <param name="Words">Lines of the form of the shipped move list that count before it, with the name of the file they are from.</param>
public sealed record ReadingOptions(Case? Case = null, DateOnly? Published = null, (string File, IReadOnlyList<string> Lines)? Words = null, int? Threads = null);

/// <summary>Articles in, a proposed and attributed ledger out. Offline and deterministic.</summary>
public static class ArticleReader
{
    /// <summary>Reads files and folders; bad files give problems, the others are read.</summary>
    public static ReadingResult Read(IReadOnlyList<string> paths, ReadingOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new ReadingOptions();
        var problems = new List<CaseProblem>();
        Gazetteer gazetteer = options.Case is { } @case ? Gazetteer.For(@case) : Gazetteer.Shipped;
        MoveLexicon lexicon = options.Words is { } words ? MoveLexicon.With(words.File, words.Lines, problems) : MoveLexicon.Shipped;
        CaseLinkFinder? links = options.Case is { } linked ? new CaseLinkFinder(linked) : null;
        ClaimFinder? claims = options.Case is { } numbered ? new ClaimFinder(numbered) : null;
        using var readers = new ThreadLocal<DocumentReader>(() => new DocumentReader(LanguageModel.English));
        Article[] articles = [.. Named(ArticleFiles.Open(paths, problems))
            .AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Clamp(options.Threads ?? Environment.ProcessorCount, 1, 64)).WithCancellation(cancellation)
            .Select(a => ReadOne(readers.Value!.Read(a, options.Published), new MoveFinder(gazetteer, lexicon, options.Case?.Starts, claims), links))];
        problems.AddRange(articles.SelectMany(a => a.Document.Passages.Where(p => p.Reason == DocumentReader.TooLong).Select(p => ReadingProblems.LongLine(a.Document.Id, p.Span.Length))));
        IReadOnlyList<Document> clean = Boilerplate.MarkRecurring([.. articles.Select(a => a.Document)]);
        IEnumerable<ProposedMove> moves = articles.Zip(clean).SelectMany(p => p.First.Moves.Where(m => p.Second.Passages[m.Paragraph - 1].Speaks));
        IReadOnlyList<SourceLineage> lineage = LineageFinder.Find([.. articles.Zip(clean, (a, d) => a.Profile.Within(d))]);
        // What a rewrite says its original has said: it is no further evidence.
        HashSet<string> originals = [.. lineage.Where(l => l.Independent).Select(l => l.Id)];
        IEnumerable<ProposedClaim> claimed = articles.Zip(clean).Where(p => originals.Contains(p.Second.Id)).SelectMany(p => p.First.Claims.Where(c => p.Second.Passages[c.Paragraph - 1].Speaks));
        return new ReadingResult(clean, [.. moves], lineage, problems) { Claims = [.. claimed] };
    }

    // The sentences are let go at once: ten thousand articles do not fit into memory with their trees.
    private static Article ReadOne(Document document, MoveFinder finder, CaseLinkFinder? links)
    {
        (IReadOnlyList<ProposedMove> found, IReadOnlyList<ProposedClaim> claims) = finder.FindAll(document);
        ProposedMove[] moves = [.. found.Select(m => links is null ? m : m with { Links = links.Find(m) })];
        DocumentProfile profile = DocumentProfile.Of(document);
        Document bare = document with { Passages = [.. document.Passages.Select(p => p with { Sentences = [] })] };
        return new Article(bare, moves, claims, profile.Within(bare));
    }

    private static IEnumerable<ArticleSource> Named(IEnumerable<ArticleSource> articles)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ArticleSource article in articles)
        {
            yield return article with { Id = Unused(article.Id, names) };
        }
    }

    private sealed record Article(Document Document, IReadOnlyList<ProposedMove> Moves, IReadOnlyList<ProposedClaim> Claims, DocumentProfile Profile);

    private static string Unused(string id, HashSet<string> names)
    {
        string name = id;
        for (int copy = 2; !names.Add(name); copy++)
        {
            name = $"{id}-{copy}";
        }
        return name;
    }
}
