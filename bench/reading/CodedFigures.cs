using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Tests;

namespace Fulcrum.Reading.Benchmarks;

/// <summary>Agreement with the acts coded in texts about other negotiations that were written for the purpose.</summary>
internal static class CodedFigures
{
    private static readonly (string Name, Func<CodedRow, ProposedMove[], bool> Same)[] Keys =
    [
        ("paragraph, actor, move", CodedText.Base), ("... and target", CodedText.Target), ("... and factuality", CodedText.Real),
        ("... speaker (with the first three)", CodedText.Speaker), ("... date (with the first three)", CodedText.Date),
    ];

    public static int Run(string folder, bool verbose)
    {
        CodedScore[] totals = [.. Keys.Select(_ => new CodedScore(0, 0, 0))];
        foreach (CodedText text in CodedText.In(folder))
        {
            IReadOnlyList<ProposedMove[]> found = CodedText.Acts(text.Read());
            for (int k = 0; k < Keys.Length; k++)
            {
                totals[k] += text.Score(found, Keys[k].Same);
            }
            if (verbose)
            {
                Explain(text, found);
            }
        }
        for (int k = 0; k < Keys.Length; k++)
        {
            Console.WriteLine($"{Keys[k].Name,-36} precision {totals[k].Precision:0.000} ({totals[k].Right}/{totals[k].Found})  recall {totals[k].Recall:0.000} ({totals[k].Right}/{totals[k].Coded})  F1 {totals[k].F1:0.000}");
        }
        return 0;
    }

    private static void Explain(CodedText text, IReadOnlyList<ProposedMove[]> found)
    {
        int[] pairs = text.Pairs(found, CodedText.Base);
        for (int r = 0; r < pairs.Length; r++)
        {
            CodedRow row = text.Rows[r];
            ProposedMove[]? act = pairs[r] < 0 ? null : found[pairs[r]];
            string wrong = act is null ? "" : $"{(CodedText.Target(row, act) ? "" : " target " + string.Join('+', act.Select(a => a.Target)))}{(row.Factualities.Contains(ReadingWords.Of(act[0].Factuality)) ? "" : " fact " + act[0].Factuality)}{(CodedText.Speaker(row, act) ? "" : " speaker " + act[0].Speaker)}{(CodedText.Date(row, act) ? "" : " date " + act[0].When + " " + act[0].First)}";
            Console.WriteLine($"{(act is null ? "MISSED" : "ok    ")} {row.Line}{(wrong.Length == 0 ? "" : "   [" + wrong + " ]")}{(act is null ? "" : " | " + act[0].Trigger)}");
        }
        for (int f = 0; f < found.Count; f++)
        {
            if (!pairs.Contains(f))
            {
                ProposedMove move = found[f][0];
                Console.WriteLine($"EXTRA  {move.Paragraph} | {move.Actor} | {ReadingWords.Of(move.Kind)} | {string.Join('+', found[f].Select(m => m.Target))} | {move.Factuality} | {move.When} | {move.Speaker} '{move.Trigger}' {move.Object} | {move.QuoteText[..Math.Min(110, move.QuoteText.Length)]}");
            }
        }
        Console.WriteLine();
    }
}
