using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Parsing;

/// <summary>A sentence that is parsed in parts: the main part without what commas part off, and each of those; then one tree again.</summary>
internal sealed class PartedTree
{
    private readonly Tag[] tags;
    private readonly List<(int From, int To)> brackets;

    /// <param name="brackets">First and last word of each clause that two commas part off.</param>
    /// <param name="fronted">So many words in front are read as if a comma followed.</param>
    public PartedTree(IReadOnlyList<string> words, Tag[] tags, List<(int From, int To)> brackets, int fronted)
    {
        this.tags = tags;
        this.brackets = brackets;
        Heads = new int[words.Count];
        Relations = new string[words.Count];
        var main = new List<int>(words.Count + 1);
        int next = 0;
        for (int i = 0; i < words.Count; i++)
        {
            if (next < brackets.Count && i == brackets[next].From - 1)
            {
                i = brackets[next++].To + 1;
                continue;
            }
            if (fronted > 0 && i == fronted)
            {
                main.Add(-1);
            }
            main.Add(i);
        }
        Parts = [[.. main], .. brackets.Select(b => Enumerable.Range(b.From, b.To - b.From + 1).ToArray())];
    }

    /// <summary>The words of each part by their place in the sentence, the main part first; -1 is a comma that is not written.</summary>
    public IReadOnlyList<int[]> Parts { get; }

    public int[] Heads { get; }

    public string[] Relations { get; }

    /// <summary>Takes over the heads (-1 for the root) and relations found for one part.</summary>
    public void Take(int[] part, int[] heads, Func<int, string> relation)
    {
        for (int i = 0; i < part.Length; i++)
        {
            if (part[i] < 0)
            {
                continue;
            }
            // Nothing stays under a comma that is not there.
            int head = heads[i] >= 0 && part[heads[i]] < 0 ? heads[heads[i]] : heads[i];
            Heads[part[i]] = head < 0 ? -1 : part[head];
            Relations[part[i]] = heads[i] < 0 ? "root" : relation(i);
        }
    }

    /// <summary>Hangs each clause under the highest word of the phrase before its comma.</summary>
    public void Join()
    {
        foreach (var (from, to) in brackets)
        {
            int noun = from - 2;
            while (Heads[noun] >= 0 && Heads[noun] < from && Relations[noun] is not ("root" or "conj") && tags[Heads[noun]] is Tag.Noun or Tag.Propn or Tag.Num or Tag.Pron)
            {
                noun = Heads[noun];
            }
            int root = from;
            while (Heads[root] >= 0 && root != Heads[root])
            {
                root = Heads[root];
            }
            (Heads[root], Relations[root]) = (noun, "acl:relcl");
            (Heads[from - 1], Relations[from - 1]) = (root, "punct");
            (Heads[to + 1], Relations[to + 1]) = (root, "punct");
        }
    }
}
