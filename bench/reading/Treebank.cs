using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Benchmarks;

/// <summary>A sentence of a CoNLL-U file. Heads count from 0; -1 is the root.</summary>
internal sealed record GoldSentence(string[] Words, string[] Lemmas, Tag[] Tags, int[] Heads, string[] Relations)
{
    public WordFeatures[] Features { get; } = Array.ConvertAll(Words, WordFeatures.Of);
}

internal static class Treebank
{
    public static List<GoldSentence> Read(string path)
    {
        var sentences = new List<GoldSentence>();
        var rows = new List<string[]>();
        foreach (string line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0 && rows.Count > 0)
            {
                sentences.Add(Build(rows));
                rows.Clear();
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                string[] columns = line.Split('\t');
                if (!columns[0].Contains('-') && !columns[0].Contains('.'))
                {
                    rows.Add(columns);
                }
            }
        }
        return sentences;
    }

    private static GoldSentence Build(List<string[]> rows) => new(
        [.. rows.Select(r => r[1])],
        [.. rows.Select(r => r[2])],
        [.. rows.Select(r => Enum.TryParse(r[3], true, out Tag tag) ? tag : Tag.X)],
        [.. rows.Select(r => int.Parse(r[6], System.Globalization.CultureInfo.InvariantCulture) - 1)],
        [.. rows.Select(r => r[7])]);
}
