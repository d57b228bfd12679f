using System.Text;
using Fulcrum.Cases;
using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Intake;
using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Syntax;
using Microsoft.Extensions.AI;

namespace Fulcrum.Reading.Chat;

/// <summary>What a language model added: proposals that passed the gate and are new, and how many were dropped, by reason.</summary>
public sealed record ModelProposals(IReadOnlyList<ProposedMove> Added, IReadOnlyDictionary<string, int> Dropped, IReadOnlyList<CaseProblem> Problems);

/// <summary>Asks a language model for further proposals, article by article. It may add; it never changes or removes what the built-in reader found.</summary>
public static class ModelReader
{
    private const int LongestPart = 12_000;

    /// <summary>A failure of one article is a warning; after three failures in a row the model is left alone.</summary>
    public static async Task<ModelProposals> AddAsync(IChatClient model, ReadingResult result, Case? @case, CancellationToken cancellation = default)
    {
        Gazetteer gazetteer = @case is null ? Gazetteer.Shipped : Gazetteer.For(@case);
        IReadOnlySet<string> parties = gazetteer.CaseParties ?? Lexicon.Rows("parties").Select(r => r[0]).ToHashSet();
        var added = new List<ProposedMove>();
        var dropped = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var problems = new List<CaseProblem>();
        int failures = 0;
        foreach (Document document in result.Documents)
        {
            var gate = new Gate(document, parties);
            foreach (string part in Parts(document))
            {
                if (failures >= 3)
                {
                    break;
                }
                try
                {
                    ChatResponse answer = await model.GetResponseAsync([new ChatMessage(ChatRole.User, Prompt(part, parties))], new ChatOptions { Temperature = 0 }, cancellation).ConfigureAwait(false);
                    added.AddRange(gate.Pass(answer.Text).Where(m => IsNew(m, result.Moves) && IsNew(m, added)));
                    failures = 0;
                }
                catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
                {
                    failures++;
                    problems.Add(ReadingProblems.ModelFailed($"{document.Id}: {(e is OperationCanceledException ? "it took too long" : e.Message)}"));
                }
            }
            foreach ((string reason, int count) in gate.Dropped)
            {
                dropped[reason] = dropped.GetValueOrDefault(reason) + count;
            }
        }
        return new ModelProposals(added, dropped, problems);
    }

    private static bool IsNew(ProposedMove move, IEnumerable<ProposedMove> known) =>
        !known.Any(k => k.Source == move.Source && k.Paragraph == move.Paragraph && k.Actor == move.Actor && k.Kind == move.Kind && k.Target == move.Target);

    private static string Prompt(string article, IReadOnlySet<string> parties)
    {
        using Stream stream = typeof(ModelReader).Assembly.GetManifestResourceStream("propose.md") ?? throw new InvalidOperationException("The assembly was built without its prompt.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Replace("{parties}", string.Join(", ", parties.Order(StringComparer.Ordinal)), StringComparison.Ordinal)
            .Replace("{moves}", string.Join(", ", Enum.GetValues<MoveKind>().Select(ReadingWords.Of)), StringComparison.Ordinal)
            .Replace("{factualities}", string.Join(", ", Enum.GetValues<Factuality>().Select(ReadingWords.Of)), StringComparison.Ordinal)
            .Replace("{article}", article, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Parts(Document document)
    {
        var part = new StringBuilder();
        foreach (Passage passage in document.Passages.Where(p => p.Speaks))
        {
            string line = $"[{passage.Number}] {passage.Span.In(document.Text)}\n";
            if (part.Length > 0 && part.Length + line.Length > LongestPart)
            {
                yield return part.ToString();
                part.Clear();
            }
            part.Append(line);
        }
        if (part.Length > 0)
        {
            yield return part.ToString();
        }
    }
}
