using System.Text.Json;
using Fulcrum.Reading.Finders.Moves;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Reading.Benchmarks;

/// <summary>
/// Agreement with rows coded by careful readers: recall over rows that both coded, precision over all rows, one to one, on (paragraph, actor, move) and more fields.
/// </summary>
internal static class GoldFigures
{
    private sealed record Row(int Paragraph, string Actor, string? Target, string Move, string Factuality, string Speaker, bool Core, string[] Targets, string[] Factualities, string[] Speakers, string Quote);

    public static int Run(string goldFolder, string articleFolder, bool verbose)
    {
        var keys = new (string Name, Func<Row, ProposedMove, bool> Same)[]
        {
            ("paragraph, actor, move", Base),
            ("... and target", (g, m) => Base(g, m) && g.Targets.Contains(m.Target ?? "")),
            ("... and factuality", (g, m) => Base(g, m) && g.Targets.Contains(m.Target ?? "") && g.Factualities.Contains(m.Factuality.ToString().ToLowerInvariant())),
            ("... speaker (with the first three)", (g, m) => Base(g, m) && g.Speakers.Contains(m.Speaker, StringComparer.OrdinalIgnoreCase)),
            ("paragraph and actor", (g, m) => g.Paragraph == m.Paragraph && g.Actor == m.Actor),
            ("paragraph and move", (g, m) => g.Paragraph == m.Paragraph && g.Move == MoveLexicon.WordOf(m.Kind)),
        };
        var totals = new int[keys.Length, 4];
        foreach (string file in Directory.GetFiles(goldFolder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            Row[] gold = [.. File.ReadLines(file).Where(l => l.Length > 0).Select(Parse)];
            string article = Directory.GetFiles(articleFolder, Path.GetFileNameWithoutExtension(file) + "*")[0];
            ProposedMove[] found = [.. ArticleReader.Read([article]).Moves];
            for (int k = 0; k < keys.Length; k++)
            {
                var (core, hits) = Count(gold, found, keys[k].Same);
                (totals[k, 0], totals[k, 1], totals[k, 2], totals[k, 3]) = (totals[k, 0] + core, totals[k, 1] + gold.Count(g => g.Core), totals[k, 2] + hits, totals[k, 3] + found.Length);
            }
            if (verbose)
            {
                Explain(gold, found);
            }
        }
        for (int k = 0; k < keys.Length; k++)
        {
            double recall = (double)totals[k, 0] / totals[k, 1], precision = (double)totals[k, 2] / Math.Max(1, totals[k, 3]);
            Console.WriteLine($"{keys[k].Name,-36} precision {precision:0.000} ({totals[k, 2]}/{totals[k, 3]})  recall {recall:0.000} ({totals[k, 0]}/{totals[k, 1]})  F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):0.000}");
        }
        return 0;
    }

    private static bool Base(Row gold, ProposedMove move) => gold.Paragraph == move.Paragraph && gold.Actor == move.Actor && gold.Move == MoveLexicon.WordOf(move.Kind);

    // Largest one-to-one matching for recall over core rows and for precision over all rows, each by augmenting paths.
    private static (int Core, int All) Count(Row[] gold, ProposedMove[] found, Func<Row, ProposedMove, bool> same) =>
        (Matching([.. gold.Where(g => g.Core)], found, same).Count(m => m >= 0), Matching(gold, found, same).Count(m => m >= 0));

    private static int[] Matching(Row[] gold, ProposedMove[] found, Func<Row, ProposedMove, bool> same)
    {
        var owner = new int[found.Length];
        Array.Fill(owner, -1);
        for (int g = 0; g < gold.Length; g++)
        {
            Augment(g, new bool[found.Length]);
        }
        var match = new int[gold.Length];
        Array.Fill(match, -1);
        for (int f = 0; f < found.Length; f++)
        {
            if (owner[f] >= 0)
            {
                match[owner[f]] = f;
            }
        }
        return match;

        bool Augment(int g, bool[] seen)
        {
            for (int f = 0; f < found.Length; f++)
            {
                if (!seen[f] && same(gold[g], found[f]))
                {
                    seen[f] = true;
                    if (owner[f] < 0 || Augment(owner[f], seen))
                    {
                        owner[f] = g;
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static void Explain(Row[] gold, ProposedMove[] found)
    {
        int[] match = Matching(gold, found, Base);
        for (int g = 0; g < gold.Length; g++)
        {
            ProposedMove? m = match[g] < 0 ? null : found[match[g]];
            string verdict = m is null ? (gold[g].Core ? "MISSED " : "missed ") : "ok     ";
            string detail = m is null ? "" : $"  [{(gold[g].Targets.Contains(m.Target ?? "") ? "" : "target " + m.Target + " ")}{(gold[g].Factualities.Contains(m.Factuality.ToString().ToLowerInvariant()) ? "" : "fact " + m.Factuality + " ")}{(gold[g].Speakers.Contains(m.Speaker) ? "" : "speaker " + m.Speaker)}]";
            Console.WriteLine($"{verdict} {gold[g].Paragraph,3} {gold[g].Actor} > {gold[g].Target} {gold[g].Move} {gold[g].Factuality} {gold[g].Speaker}{detail} | {gold[g].Quote[..Math.Min(80, gold[g].Quote.Length)]}");
        }
        for (int f = 0; f < found.Length; f++)
        {
            if (!match.Contains(f))
            {
                ProposedMove m = found[f];
                Console.WriteLine($"EXTRA   {m.Paragraph,3} {m.Actor} > {m.Target} {MoveLexicon.WordOf(m.Kind)} {m.Factuality} {m.Speaker} '{m.Trigger}' {m.Object} | {m.QuoteText[..Math.Min(90, m.QuoteText.Length)]}");
            }
        }
    }

    private static Row Parse(string line)
    {
        JsonElement json = JsonDocument.Parse(line).RootElement;
        string? Text(string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        string[] Either(string name) => [.. (string[])[Text(name) ?? "", .. json.TryGetProperty(name + "Also", out JsonElement also) ? (string[])[also.GetString() ?? ""] : []]];
        return new Row(json.GetProperty("paragraph").GetInt32(), Text("actor")!, Text("target"), Text("move")!, Text("factuality")!, Text("speaker")!, json.GetProperty("core").GetBoolean(), Either("target"), Either("factuality"), Either("speaker"), Text("quote")!);
    }
}
