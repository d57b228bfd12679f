using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Lineage;

/// <summary>
/// Which documents rewrite which others. Candidates share rare words of the whole document (TF-IDF, through an inverted index: no comparison of all pairs);
/// a rewrite tells most of the other's sentences in the other's order or repeats its quotations among them. Two reports of one event share names, not the order of sentences.
/// </summary>
internal sealed class LineageFinder
{
    /// <summary>Aligned sentences, as a share of the shorter document, from which one is a rewrite of the other.</summary>
    private const double RewriteShare = 0.35;
    private const int FewestPairs = 4;
    private const int TopTerms = 40;
    private const int SharedTerms = 5;
    private const int LongestPosting = 60;
    private const int CompareAll = 60;

    private readonly List<DocumentProfile> profiles;
    private readonly Dictionary<int, int> documentFrequency = [];
    private readonly Dictionary<int, double> weights;

    private LineageFinder(List<DocumentProfile> profiles)
    {
        this.profiles = profiles;
        foreach (int word in profiles.SelectMany(p => p.Words.Keys))
        {
            documentFrequency[word] = documentFrequency.GetValueOrDefault(word) + 1;
        }
        weights = documentFrequency.ToDictionary(f => f.Key, f => Math.Log(1 + (profiles.Count + 1.0) / f.Value));
    }

    public static IReadOnlyList<SourceLineage> Find(IReadOnlyList<DocumentProfile> profiles) => new LineageFinder([.. profiles]).Run();

    private SourceLineage[] Run()
    {
        var parent = new int[profiles.Count];
        var strength = new double[profiles.Count];
        var found = new SourceLineage?[profiles.Count];
        Array.Fill(parent, -1);
        foreach (var (i, j) in Candidates())
        {
            SentenceAlignment alignment = SentenceAlignment.Of(profiles[i], profiles[j], Weight);
            int quotes = profiles[i].Quotes.Intersect(profiles[j].Quotes).Count();
            bool rewrite = (alignment.Pairs.Count >= FewestPairs || (alignment.ShareOfShorter > 0.8 && alignment.Pairs.Count > 0 && (alignment.Pairs.Count > 1 || Same(profiles[i], profiles[j])))) && (alignment.ShareOfShorter >= RewriteShare || (quotes >= 2 && alignment.ShareOfShorter >= RewriteShare / 2));
            if (!rewrite)
            {
                continue;
            }
            Derivation derivation = Derivation.Of(profiles[i], profiles[j], alignment, quotes);
            (int original, int copy) = derivation.FirstIsOriginal ? (i, j) : (j, i);
            if (alignment.ShareOfShorter > strength[copy] && !LeadsTo(parent, original, copy))
            {
                parent[copy] = original;
                strength[copy] = alignment.ShareOfShorter;
                found[copy] = new SourceLineage(profiles[copy].Document.Id, profiles[original].Document.Id, derivation.Reasons, derivation.Changes);
            }
        }
        return [.. profiles.Select((p, i) => found[i] ?? new SourceLineage(p.Document.Id, null, [], []))];
    }

    // Two texts of one sentence are one only where they use the same words.
    private static bool Same(DocumentProfile a, DocumentProfile b) =>
        a.Words.Keys.Intersect(b.Words.Keys).Count() * 10 >= 8 * Math.Min(a.Words.Count, b.Words.Count);

    private double Weight(int word) => weights[word];

    private static bool LeadsTo(int[] parent, int from, int to)
    {
        for (int at = from, steps = 0; at >= 0 && steps <= parent.Length; at = parent[at], steps++)
        {
            if (at == to)
            {
                return true;
            }
        }
        return false;
    }

    // Pairs in the order of their numbers, so that the answer does not depend on hashing.
    private IEnumerable<(int, int)> Candidates()
    {
        if (profiles.Count <= CompareAll)
        {
            return from i in Enumerable.Range(0, profiles.Count) from j in Enumerable.Range(i + 1, profiles.Count - i - 1) select (i, j);
        }
        var postings = new Dictionary<int, List<int>>();
        for (int i = 0; i < profiles.Count; i++)
        {
            foreach (int term in Top(profiles[i]))
            {
                if (!postings.TryGetValue(term, out List<int>? list))
                {
                    postings[term] = list = [];
                }
                list.Add(i);
            }
        }
        return Sharing(postings);
    }

    private static IEnumerable<(int, int)> Sharing(Dictionary<int, List<int>> postings)
    {
        var counts = new Dictionary<(int, int), int>();
        foreach (List<int> list in postings.Values.Where(l => l.Count is > 1 and <= LongestPosting))
        {
            for (int a = 0; a < list.Count; a++)
            {
                for (int b = a + 1; b < list.Count; b++)
                {
                    counts[(list[a], list[b])] = counts.GetValueOrDefault((list[a], list[b])) + 1;
                }
            }
        }
        return counts.Where(c => c.Value >= SharedTerms).Select(c => c.Key).Order();
    }

    // The document's most telling words: frequent in it, rare elsewhere, but not its alone.
    private IEnumerable<int> Top(DocumentProfile profile) =>
        profile.Words.Where(w => documentFrequency[w.Key] > 1)
            .OrderByDescending(w => w.Value * Weight(w.Key)).ThenBy(w => w.Key).Take(TopTerms).Select(w => w.Key);
}
