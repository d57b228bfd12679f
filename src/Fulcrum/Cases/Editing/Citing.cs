using System.Globalization;
using Fulcrum.Cases.Binding;
using Fulcrum.Cases.Files;
using Fulcrum.Cases.Verifying;

namespace Fulcrum.Cases.Editing;

/// <summary>Turns pasted words into evidence: finds them in the texts at hand and adds an entry with span, hash, paragraph and figures to evidence.yaml.</summary>
public static class Citing
{
    private const int MostAttempts = 3;

    /// <summary>
    /// Cites words. A span that is evidence already gives its id. Words that stand both in a text and in rewrites of it are cited from the original. A
    /// text that sources.yaml does not know is added there under its file's name.
    /// </summary>
    public static CiteResult Cite(string caseFolder, CiteRequest request)
    {
        SourceTexts texts = SourceTexts.Find(caseFolder, request.TextFolders);
        CiteResult result = Attempt(caseFolder, request, texts);
        for (int attempt = 1; attempt < MostAttempts && result is CiteResult.Refused { Problems: [{ Code: CiteProblems.Changed }] }; attempt++)
        {
            result = Attempt(caseFolder, request, texts);
        }
        return result with { TextProblems = texts.Problems };
    }

    private static CiteResult Attempt(string folder, CiteRequest request, SourceTexts texts)
    {
        EditResult sources = CaseEditor.Open(folder, CaseFiles.Sources);
        EditResult evidence = CaseEditor.Open(folder, CaseFiles.Evidence);
        if (sources.Editor is null || evidence.Editor is null)
        {
            return new CiteResult.Refused([.. sources.Problems, .. evidence.Problems]);
        }
        var known = new KnownSources(sources.Editor, evidence.Editor);
        if (request.Id is { } wanted && (!Register.IsId(wanted) || known.HasEvidence(wanted)))
        {
            return new CiteResult.Refused([Register.IsId(wanted) ? CiteProblems.IdTaken(wanted) : CiteProblems.NotAnId(wanted)]);
        }
        var searched = texts.Texts.Where(t => request.Source is null || IsText(request.Source, t, known)).ToList();
        List<FoundSpan> found = Originals([.. searched.SelectMany(t => SpanFinder.Find(t, request.Words))], known);
        return found.Count switch
        {
            0 => new CiteResult.NotFound([.. searched.SelectMany(t => SpanFinder.NearMisses(t, request.Words)).OrderByDescending(n => n.Likeness).Take(3)], searched.Count),
            1 => Enter(folder, request, found[0], known, sources.Editor, evidence.Editor),
            _ => new CiteResult.Ambiguous(found),
        };
    }

    private static bool IsText(string source, SourceText text, KnownSources known) =>
        known.SourceOf(text) is { } id ? id == source : !known.HasSource(source) && Slug.Of(Path.GetFileNameWithoutExtension(text.FileName)) == Slug.Of(source);

    // The same words in a rewrite are no second place; a text that the case knows comes before one that merely lies there.
    private static List<FoundSpan> Originals(List<FoundSpan> found, KnownSources known)
    {
        var ids = found.Select(f => known.SourceOf(f.Text)).ToHashSet();
        var originals = found.Where(f => known.OriginOf(f.Text) is not { } origin || !ids.Contains(origin)).ToList();
        var inKnown = originals.Where(f => known.SourceOf(f.Text) is not null).ToList();
        return inKnown.Count > 0 ? inKnown : originals;
    }

    private static CiteResult Enter(string folder, CiteRequest request, FoundSpan found, KnownSources known, CaseEditor sources, CaseEditor evidence)
    {
        string? source = known.SourceOf(found.Text);
        if (source is not null && known.EvidenceOf(source, found.Span) is { } before)
        {
            return Cited(before, source, found, [], added: false, sourceAdded: false, saysMissing: false);
        }
        if (source is null)
        {
            source = Free(Slug.Of(Path.GetFileNameWithoutExtension(found.Text.FileName)), known.HasSource);
            EditResult added = sources.Add(EditPath.Root, source, SourceEntry(found.Text));
            if (added.Editor is null)
            {
                return new CiteResult.Refused(added.Problems);
            }
            if (added.Editor.Save(folder) is { Ok: false } failed)
            {
                return new CiteResult.Refused([CiteProblems.NotSaved(CaseFiles.Sources, failed)]);
            }
            return Write(source, sourceAdded: true);
        }
        return Write(source, sourceAdded: false);

        CiteResult Write(string id, bool sourceAdded)
        {
            string entry = request.Id ?? Free(string.Create(CultureInfo.InvariantCulture, $"{id}-{found.Paragraph}"), known.HasEvidence);
            string[] figures = [.. Figures.In(found.Words).Where(f => !(f.Spelled && f.Values is [1])).Select(f => f.Text).Distinct(StringComparer.Ordinal)];
            EditResult added = evidence.Add(EditPath.Root, entry, EvidenceEntry(id, found, figures, request));
            if (added.Editor is null)
            {
                return new CiteResult.Refused(added.Problems);
            }
            return added.Editor.Save(folder) is { Ok: false } failed
                ? new CiteResult.Refused([CiteProblems.NotSaved(CaseFiles.Evidence, failed)])
                : Cited(entry, id, found, figures, added: true, sourceAdded, request.Says is null);
        }
    }

    private static CiteResult.Cited Cited(string id, string source, FoundSpan found, IReadOnlyList<string> figures, bool added, bool sourceAdded, bool saysMissing) =>
        new(new EvidenceId(id), new SourceId(source), found.Span, found.Text.QuoteOf(found.Span)!, figures, added, sourceAdded, saysMissing);

    private static EditValue.Map SourceEntry(SourceText text) => new(
        [("title", EditValue.Of(Title(text))), ("kind", EditValue.Of("other")), ("hash", new EditValue.Text(text.Hash, InQuotes: true))], InLines: true);

    private static EditValue.Map EvidenceEntry(string source, FoundSpan found, string[] figures, CiteRequest request)
    {
        var entries = new List<(string, EditValue)>
        {
            ("source", EditValue.Of(source)),
            ("span", EditValue.Of(KnownSources.Written(found.Span))),
            ("hash", new EditValue.Text(TextHash.OfSpan(found.Words), InQuotes: true)),
            ("paragraph", EditValue.Of(found.Paragraph.ToString(CultureInfo.InvariantCulture))),
        };
        if (request.Speaker is { Length: > 0 } speaker)
        {
            entries.Add(("speaker", EditValue.Of(speaker)));
        }
        entries.Add(("says", EditValue.Of(request.Says is { Length: > 0 } says ? says : Evidence.SaysLater)));
        if (figures.Length > 0)
        {
            entries.Add(("figures", EditValue.ListOf(figures)));
        }
        return new EditValue.Map(entries, InLines: true);
    }

    // A title is a fact about the text, not its wording; a first line as long as a paragraph is not one.
    private static string Title(SourceText text)
    {
        const int LongestTitle = 120;
        string line = text.Text.Split('\n', StringSplitOptions.TrimEntries).FirstOrDefault(l => l.Length > 0) ?? "";
        return line.Length is > 0 and <= LongestTitle ? line : Path.GetFileNameWithoutExtension(text.FileName);
    }

    // 'gazette-8', 'gazette-8-b' ... 'gazette-8-z', then numbers.
    private static string Free(string id, Func<string, bool> taken)
    {
        for (int n = 1; ; n++)
        {
            string candidate = n switch
            {
                1 => id,
                <= 26 => $"{id}-{(char)('a' + n - 1)}",
                _ => string.Create(CultureInfo.InvariantCulture, $"{id}-{n}"),
            };
            if (!taken(candidate))
            {
                return candidate;
            }
        }
    }
}
