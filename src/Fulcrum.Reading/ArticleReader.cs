using Fulcrum.Cases;
using Fulcrum.Reading.Finders;
using Fulcrum.Reading.Finders.Actors;
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
/// <param name="Words">Lines of the form of the shipped move list that count before it, with the name of the file they are from.</param>
public sealed record ReadingOptions(Case? Case = null, DateOnly? Published = null, (string File, IReadOnlyList<string> Lines)? Words = null);

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
        var reader = new DocumentReader(LanguageModel.English);
        var documents = new List<Document>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ArticleSource article in ArticleFiles.Open(paths, problems))
        {
            cancellation.ThrowIfCancellationRequested();
            documents.Add(reader.Read(article with { Id = Unused(article.Id, names) }, options.Published));
        }
        IReadOnlyList<Document> clean = Boilerplate.MarkRecurring(documents);
        DateOnly? start = options.Case?.Starts;
        CaseLinkFinder? links = options.Case is { } linked ? new CaseLinkFinder(linked) : null;
        var moves = new List<ProposedMove>();
        foreach (Document document in clean)
        {
            cancellation.ThrowIfCancellationRequested();
            moves.AddRange(new MoveFinder(gazetteer, lexicon, start).Find(document).Select(m => links is null ? m : m with { Links = links.Find(m) }));
        }
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        DocumentProfile[] profiles = [.. clean.Select(d => DocumentProfile.Of(d, vocabulary))];
        IReadOnlyList<SourceLineage> lineage = LineageFinder.Find(profiles, vocabulary.Count);
        return new ReadingResult(clean, moves, lineage, problems);
    }

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
