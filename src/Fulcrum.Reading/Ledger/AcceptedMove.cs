using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Cases.Verifying;
using Fulcrum.Reading.Intake;
using LedgerEntry = Fulcrum.Cases.Editing.MoveEntry;

namespace Fulcrum.Reading.Ledger;

/// <summary>Writes one accepted proposal into a case: its source where the case lacks it, its evidence where no entry has the span, and the move, which is saved last: where it stands, all stands.</summary>
internal sealed class AcceptedMove(string folder, Proposal proposal, Action<IReadOnlyList<string>>? beforeSaving = null)
{
    private const string CaseFile = "case.yaml";
    private readonly List<string> wrote = [];

    /// <summary>What was added, as 'file path', in order.</summary>
    public IReadOnlyList<string> Wrote => wrote;

    public IReadOnlyList<CaseProblem> Write()
    {
        EditResult sources = CaseEditor.Open(folder, "sources.yaml"), evidence = CaseEditor.Open(folder, "evidence.yaml"), ledger = CaseEditor.Open(folder, "ledger.yaml");
        if (sources.Editor is null || evidence.Editor is null || ledger.Editor is null)
        {
            return [.. sources.Problems, .. evidence.Problems, .. ledger.Problems];
        }
        (string source, sources) = Source(sources.Editor);
        (string support, evidence) = Evidence(evidence.Editor, source);
        string move = Unused(ledger.Editor, EditPath.Of("moves"), $"{proposal.Actor}-{proposal.Move}-{support}");
        ledger = Entry(support).AddTo(ledger.Editor, move);
        wrote.Add($"ledger.yaml moves.{move}");
        if (sources.Editor is null || evidence.Editor is null || ledger.Editor is null)
        {
            return [.. sources.Problems, .. evidence.Problems, .. ledger.Problems];
        }
        beforeSaving?.Invoke(wrote);
        return Saved(sources.Editor, evidence.Editor, ledger.Editor);
    }

    /// <summary>
    /// Writes source and evidence, and attaches the evidence to the number that the proposal names, which stays as it is. A number that rests on a quotation is left alone:
    /// then the evidence is kept and nothing is attached.
    /// </summary>
    public IReadOnlyList<CaseProblem> WriteClaim()
    {
        CaseReadResult read = CaseFolder.Read(folder, new CaseReadOptions());
        if (read.Case is not { } @case || proposal.Number is not { } path)
        {
            return read.Case is null ? read.Problems : [ReadingProblems.NoSuchNumber(CaseFile, proposal.Number ?? "")];
        }
        EditResult sources = CaseEditor.Open(folder, "sources.yaml"), evidence = CaseEditor.Open(folder, "evidence.yaml"), numbers = CaseEditor.Open(folder, CaseFile);
        if (sources.Editor is null || evidence.Editor is null || numbers.Editor is null)
        {
            return [.. sources.Problems, .. evidence.Problems, .. numbers.Problems];
        }
        (string source, sources) = Source(sources.Editor);
        (string support, evidence) = Evidence(evidence.Editor, source);
        var number = new NumberSupport(numbers.Editor, @case, path);
        numbers = number.Attach(support);
        wrote.AddRange(number.Wrote is { } written && numbers.Editor is not null ? [written] : []);
        if (sources.Editor is null || evidence.Editor is null || numbers.Editor is null)
        {
            return [.. sources.Problems, .. evidence.Problems, .. numbers.Problems];
        }
        beforeSaving?.Invoke(wrote);
        return Saved(sources.Editor, evidence.Editor, numbers.Editor);
    }

    /// <summary>Writes source and evidence only; null when that could not be done.</summary>
    public string? WriteSupport()
    {
        if (CaseEditor.Open(folder, "sources.yaml").Editor is not { } sources || CaseEditor.Open(folder, "evidence.yaml").Editor is not { } evidence)
        {
            return null;
        }
        (string source, EditResult sourced) = Source(sources);
        (string support, EditResult evidenced) = Evidence(evidence, source);
        return sourced.Editor is { } s && evidenced.Editor is { } e && Save(s) is null && Save(e) is null ? support : null;
    }

    // A move must not stand without its evidence: what cannot be saved ends it.
    private IReadOnlyList<CaseProblem> Saved(params ReadOnlySpan<CaseEditor> editors)
    {
        foreach (CaseEditor editor in editors)
        {
            if (Save(editor) is { } problem)
            {
                return [problem];
            }
        }
        return [];
    }

    private CaseProblem? Save(CaseEditor editor)
    {
        SaveResult saved = editor.Save(folder);
        return saved.Outcome == SaveOutcome.Saved ? null : ReadingProblems.Unsaved(editor.File, saved);
    }

    private (string Id, EditResult Result) Source(CaseEditor editor)
    {
        foreach ((string key, EditValue value) in Entries(editor, EditPath.Root))
        {
            if (value is EditValue.Map map && map.Entries.Any(e => e.Key == "hash" && e.Value is EditValue.Text text && TextHash.Same(text.Value, proposal.SourceHash)))
            {
                return (key, new EditResult(editor, []));
            }
        }
        string id = Unused(editor, EditPath.Root, proposal.Outlet ?? proposal.Source);
        var fields = new List<(string, EditValue)>();
        foreach ((string key, string? text) in ((string, string?)[])[("outlet", proposal.Outlet), ("author", proposal.Author), ("title", proposal.Title), ("date", proposal.Published), ("url", proposal.Url), ("kind", "news")])
        {
            if (!string.IsNullOrEmpty(text))
            {
                fields.Add((key, EditValue.Of(text)));
            }
        }
        fields.Add(("hash", new EditValue.Text(proposal.SourceHash, InQuotes: true)));
        wrote.Add($"sources.yaml {id}");
        return (id, editor.Add(EditPath.Root, id, new EditValue.Map(fields, InLines: true)));
    }

    private (string Id, EditResult Result) Evidence(CaseEditor editor, string source)
    {
        string span = string.Create(CultureInfo.InvariantCulture, $"{proposal.SpanStart}..{proposal.SpanEnd}");
        foreach ((string key, EditValue value) in Entries(editor, EditPath.Root))
        {
            if (value is EditValue.Map map && Has(map, "source", source) && Has(map, "span", span))
            {
                return (key, new EditResult(editor, []));
            }
        }
        string id = Unused(editor, EditPath.Root, string.Create(CultureInfo.InvariantCulture, $"{source}-{proposal.Paragraph}"));
        var fields = new List<(string, EditValue)>
        {
            ("source", EditValue.Of(source)), ("span", EditValue.Of(span)), ("hash", new EditValue.Text(TextHash.OfSpan(proposal.Quote), InQuotes: true)),
            ("paragraph", EditValue.Of(proposal.Paragraph.ToString(CultureInfo.InvariantCulture))),
        };
        if (proposal.Speaker != "author")
        {
            fields.Add(("speaker", EditValue.Of(proposal.Speaker)));
        }
        fields.Add(("says", EditValue.Of(What())));
        if (proposal.Figures is { Count: > 0 } figures)
        {
            fields.Add(("figures", EditValue.ListOf(figures)));
        }
        wrote.Add($"evidence.yaml {id}");
        return (id, editor.Add(EditPath.Root, id, new EditValue.Map(fields, InLines: true)));
    }

    private LedgerEntry Entry(string evidence) => new(
        Date(), proposal.Actor, proposal.Target is null ? [] : [proposal.Target], ReadingWords.Kind(proposal.Move) ?? MoveKind.State, What(), [evidence])
    {
        Lever = proposal.Lever,
        Issue = proposal.Lever is null ? proposal.Issue : null,
        Option = proposal.Lever is null ? proposal.Option : null,
        Factuality = ReadingWords.Factuality(proposal.Factuality) ?? Factuality.Happened,
        Speaker = proposal.Speaker == "author" ? null : proposal.Speaker,
        Conditional = proposal.Conditional,
        InModel = !proposal.TrackRecord,
    };

    private string What() => proposal.Number is { } number ? $"bears on {number}" : proposal.Object is { Length: > 0 } what ? $"{proposal.Move}: {what}" : proposal.Move;

    private string Date() => (proposal.First, proposal.Last) switch
    {
        (null, _) or (_, null) => "undated",
        var (first, last) when first == last => first,
        var (first, last) => $"{first}..{last}",
    };

    private static string Unused(CaseEditor editor, EditPath block, string name)
    {
        string id = Id(name);
        string free = id;
        for (int copy = 2; editor.ValueAt(block.Then(free)) is not null; copy++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{id}-{copy}");
        }
        return free;
    }

    internal static string Id(string name)
    {
        string id = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-'));
        id = string.Join('-', id.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return id.Length > 0 ? id : "text";
    }

    private static bool Has(EditValue.Map map, string key, string value) => map.Entries.Any(e => e.Key == key && e.Value is EditValue.Text text && text.Value == value);

    private static IReadOnlyList<(string Key, EditValue Value)> Entries(CaseEditor editor, EditPath path) => editor.ValueAt(path) is EditValue.Map map ? map.Entries : [];
}
