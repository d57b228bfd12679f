namespace Fulcrum.Reading.Lineage;

/// <summary>Order-preserving alignment of two documents' sentences by shared rare words (dynamic programming, as Gale and Church 1993 align translations).</summary>
internal sealed record SentenceAlignment(IReadOnlyList<(int A, int B, double Similarity)> Pairs, double ShareOfShorter)
{
    public const double Similar = 0.28;

    public static SentenceAlignment Of(DocumentProfile a, DocumentProfile b, Func<int, double> weight)
    {
        int n = a.Sentences.Count, m = b.Sentences.Count;
        var similarity = new double[n, m];
        double[] normA = Norms(a, weight), normB = Norms(b, weight);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                similarity[i, j] = Cosine(a.Sentences[i].Words, b.Sentences[j].Words, normA[i] * normB[j], weight);
            }
        }
        var best = new double[n + 1, m + 1];
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = m - 1; j >= 0; j--)
            {
                double take = similarity[i, j] >= Similar ? similarity[i, j] + best[i + 1, j + 1] : 0;
                best[i, j] = Math.Max(take, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }
        var pairs = new List<(int, int, double)>();
        for (int i = 0, j = 0; i < n && j < m;)
        {
            bool take = similarity[i, j] >= Similar && best[i, j] == similarity[i, j] + best[i + 1, j + 1];
            if (take)
            {
                pairs.Add((i, j, similarity[i, j]));
                i++;
                j++;
            }
            else if (best[i, j] == best[i + 1, j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return new SentenceAlignment(pairs, Math.Min(n, m) == 0 ? 0 : (double)pairs.Count / Math.Min(n, m));
    }

    private static double[] Norms(DocumentProfile profile, Func<int, double> weight) =>
        [.. profile.Sentences.Select(s => Math.Sqrt(s.Words.Sum(w => weight(w) * weight(w))))];

    private static double Cosine(int[] a, int[] b, double norm, Func<int, double> weight)
    {
        double sum = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                sum += weight(a[i]) * weight(a[i]);
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return norm > 0 ? sum / norm : 0;
    }
}
