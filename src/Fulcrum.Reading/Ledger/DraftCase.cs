using System.Globalization;
using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Ledger;

/// <summary>
/// A first case from what a reading proposes: the parties that act most, issues from what is demanded, refused and yielded, levers from what is given, stopped,
/// imposed, eased, offered, promised and threatened. Every number is '?', every item names its evidence: a skeleton to be edited, no judgement.
/// </summary>
public static class DraftCase
{
    private const int MostParties = 6;
    private const int MostIssues = 8;
    private const int MostLevers = 12;
    // Words of an object that name no thing a case could be about.
    private static readonly HashSet<string> Untelling =
    [
        .. Lexicon.Words("general"), "which", "what", "whom", "those", "both", "anything", "nothing", "something", "everything", "others", "another", "first", "second", "third", "fourth", "more", "less", "comment", "part", "number",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "insistence", "unless", "until",
        "such", "months", "years", "weeks", "days", "year", "court", "offers", "proposals", "demands", "requests", "terms", "steps", "their", "there", "because", "would", "could", "should",
    ];
    private static readonly MoveKind[] OfIssues = [MoveKind.Demand, MoveKind.Reject, MoveKind.Concede, MoveKind.Accept, MoveKind.RuleOut];
    private static readonly MoveKind[] OfLevers = [MoveKind.Give, MoveKind.Withhold, MoveKind.Impose, MoveKind.Ease, MoveKind.Offer, MoveKind.Promise, MoveKind.Threaten];

    /// <summary>Writes case.yaml, sources.yaml and evidence.yaml into an existing folder without them; returns the files, or null when the reading holds too little.</summary>
    public static IReadOnlyList<string>? Write(string folder, ReadingResult result)
    {
        ProposedMove[] moves = [.. result.Moves.Where(m => !m.TrackRecord && m.Target is not null && result.Lineage.First(l => l.Id == m.Source).Independent)];
        string[] parties = [.. moves.SelectMany(m => (string[])[m.Actor, m.Target!]).GroupBy(p => p).Where(g => g.Count() > 2 && moves.Any(m => m.Actor == g.Key))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(MostParties)];
        if (parties.Length < 2)
        {
            return null;
        }
        ProposedMove[] own = [.. moves.Where(m => parties.Contains(m.Actor))];
        var items = new Items(folder, result);
        var text = new StringBuilder();
        Head(text, result, own);
        Parties(text, parties, own);
        List<string> issues = Issues(text, own, parties, items);
        Levers(text, own, parties, items);
        Outcome(text, parties, issues);
        AtomicFile.Write(Path.Combine(folder, "case.yaml"), Encoding.UTF8.GetBytes(text.ToString()));
        ProposalsFile.Write(Path.Combine(folder, ProposalsFile.Name), result);
        return ["case.yaml", "sources.yaml", "evidence.yaml", ProposalsFile.Name];
    }

    private static void Head(StringBuilder text, ReadingResult result, ProposedMove[] moves)
    {
        DateOnly last = result.Documents.Select(d => d.Date).OfType<DateOnly>().DefaultIfEmpty(moves.Select(m => m.Last).OfType<DateOnly>().DefaultIfEmpty(new DateOnly(2000, 1, 1)).Max()).Max();
        DateOnly first = moves.Select(m => m.First).OfType<DateOnly>().Where(d => d <= last).DefaultIfEmpty(last.AddMonths(-3)).Min();
        text.Append(CultureInfo.InvariantCulture, $"""
            # A draft from {Texts(result)} ({result.IndependentSources} independent). Every number is unknown ('?'): replace those that you can support.
            # 'fulcrum review' walks through the proposed moves; accepted ones enter ledger.yaml.
            fulcrum: 1
            case: Draft from {Texts(result)}
            question: Who holds the leverage, and what has each concession cost?
            starts: {Day(first)}
            as-of: {Day(last)}


            """);
    }

    private static void Parties(StringBuilder text, string[] parties, ProposedMove[] moves)
    {
        text.Append("# In order of how often they act or are acted on. Roles are a guess: the two named most are principals. Change them.\nparties:\n");
        for (int i = 0; i < parties.Length; i++)
        {
            int acts = moves.Count(m => m.Actor == parties[i]);
            text.Append(CultureInfo.InvariantCulture, $"  {parties[i]}: {{role: {(i < 2 ? "principal" : "supporter")}}}  # acts in {acts} {(acts == 1 ? "proposal" : "proposals")}\n");
        }
    }

    private static List<string> Issues(StringBuilder text, ProposedMove[] moves, string[] parties, Items items)
    {
        var written = new List<string>();
        text.Append("\n# From what is demanded, refused and yielded. The first option is the status quo.\nissues:\n");
        foreach (var group in Group(moves, OfIssues).Take(MostIssues))
        {
            string id = items.Unused(group.Key);
            written.Add(id);
            text.Append(CultureInfo.InvariantCulture, $"  {id}:\n    asks: {Quoted("What becomes of: " + group.First().Object + "?")}\n    options: [as-it-is, as-demanded]\n");
            foreach (string party in parties.Take(2))
            {
                text.Append(CultureInfo.InvariantCulture, $"    {party}: {{as-it-is: '?', as-demanded: '?'}}\n");
            }
            text.Append(CultureInfo.InvariantCulture, $"    note: {Quoted(string.Join("; ", group.Select(m => $"{m.Actor} {ReadingWords.Of(m.Kind)}").Distinct()) + ". Evidence: " + string.Join(", ", items.Evidence(group)))}\n");
        }
        if (written.Count == 0)
        {
            text.Append("  agreement:\n    asks: Is there an agreement?\n    options: [none, agreed]\n");
            written.Add("agreement");
        }
        return written;
    }

    private static void Levers(StringBuilder text, ProposedMove[] moves, string[] parties, Items items)
    {
        bool any = false;
        foreach (var group in moves.GroupBy(m => m.Actor).SelectMany(g => Group([.. g], OfLevers)).OrderByDescending(g => g.Count()).Take(MostLevers))
        {
            ProposedMove first = group.First();
            text.Append(any ? "" : "\n# From what is given, stopped, imposed, eased, offered, promised and threatened.\nlevers:\n");
            any = true;
            string id = items.Unused($"{first.Actor}-{group.Key}");
            string target = group.Select(m => m.Target).OfType<string>().FirstOrDefault(parties.Contains) ?? parties.First(p => p != first.Actor);
            IReadOnlyList<string> evidence = items.Evidence(group);
            text.Append(CultureInfo.InvariantCulture, $"  {id}:\n    holder: {first.Actor}\n    about: {Quoted(first.Object ?? first.Trigger)}\n    deal: {{{target}: '?'}}\n    credibility: '?'\n");
            if (evidence.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"    note: {Quoted(string.Join("; ", group.Select(m => ReadingWords.Of(m.Kind)).Distinct()) + ". Evidence: " + string.Join(", ", evidence))}\n");
            }
        }
    }

    private static void Outcome(StringBuilder text, string[] parties, List<string> issues)
    {
        text.Append("\n# How much each issue counts for each principal: unknown.\nweights:\n");
        foreach (string party in parties.Take(2))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {party}: {{{string.Join(", ", issues.Select(i => $"{i}: '?'"))}}}\n");
        }
        text.Append("\n# What happens without an agreement.\nno-deal:\n  talks-fail:\n    nothing-changes: {chance: rest, as: {rest: status-quo}}\n");
        text.Append(CultureInfo.InvariantCulture, $"    cost: {{{string.Join(", ", parties.Take(2).Select(p => $"{p}: '?'"))}}}\n");
    }

    // Moves about one thing: the same main word of their objects.
    private static IEnumerable<IGrouping<string, ProposedMove>> Group(ProposedMove[] moves, MoveKind[] kinds) =>
        moves.Where(m => kinds.Contains(m.Kind) && m.Object is not null && m.Confidence >= 0.5).Select(m => (Move: m, Word: MainWord(m.Object!)))
            .Where(p => p.Word is not null).GroupBy(p => p.Word!, p => p.Move).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);

    private static string? MainWord(string phrase)
    {
        string[] words = [.. phrase.ToLowerInvariant().Split([' ', ',', '-', '’', '\'', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.All(char.IsAsciiLetter))];
        words = [.. words.Where(w => !Untelling.Contains(w))];
        string[] telling = [.. words.TakeWhile(w => w is not ("of" or "for" or "to" or "with" or "on" or "in" or "from" or "that" or "as" or "at")).Where(w => w.Length > 3)];
        return telling.Length > 0 ? telling[^1] : words.FirstOrDefault(w => w.Length > 4);
    }

    private static string Texts(ReadingResult result) => result.Documents.Count == 1 ? "1 text" : string.Create(CultureInfo.InvariantCulture, $"{result.Documents.Count} texts");

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal).ReplaceLineEndings(" ") + "'";

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Ids given out so far, and the evidence written for the moves.
    private sealed class Items(string folder, ReadingResult result)
    {
        private const int MostEvidence = 4;
        private readonly HashSet<string> ids = [];
        private readonly Dictionary<string, (Document Document, SourceLineage Lineage)> documents = result.Documents.Zip(result.Lineage).ToDictionary(p => p.First.Id);

        public string Unused(string name)
        {
            string id = AcceptedMove.Id(name), free = id;
            for (int copy = 2; !ids.Add(free); copy++)
            {
                free = string.Create(CultureInfo.InvariantCulture, $"{id}-{copy}");
            }
            return free;
        }

        public IReadOnlyList<string> Evidence(IEnumerable<ProposedMove> moves) =>
            [.. moves.Take(MostEvidence).Select(m => new AcceptedMove(folder, Proposal.Of(m, documents[m.Source].Document, documents[m.Source].Lineage)).WriteSupport()).OfType<string>().Distinct()];
    }
}
