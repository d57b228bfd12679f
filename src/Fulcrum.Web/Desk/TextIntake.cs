using System.Globalization;
using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Cases.Verifying;
using Fulcrum.Reading;
using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Web.Desk;

/// <summary>One text on its way into a case: read beside the texts at hand, in a folder of its own, then written with its source and its proposals.</summary>
internal sealed class TextIntake : IDisposable
{
    private const int LongestId = 60;

    // No id holds a dot, so that the new text is not taken for one at hand.
    private const string NewPrefix = "new.";

    private readonly string _folder;
    private readonly CaseSnapshot _now;
    private readonly string _text;
    private readonly SourceTexts _texts;
    private DirectoryInfo? _aside;

    public TextIntake(string folder, CaseSnapshot now, string name, string text)
    {
        _folder = folder;
        _now = now;
        _text = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF');
        _texts = SourceTexts.Find(folder);
        Id = Unused(Slug(Path.GetFileNameWithoutExtension(name)));
    }

    /// <summary>The id that the source gets.</summary>
    public string Id { get; }

    /// <summary>The source whose text this is already; null for a new one.</summary>
    public string? KnownAs => _now.Case?.Sources.FirstOrDefault(s => TextHash.Same(s.TextHash, TextHash.OfText(_text)))?.Id.Value;

    /// <summary>Reads the new text and, for its lineage, those at hand; only the new text's proposals are kept.</summary>
    public ReadingResult Read(DateOnly? published, CancellationToken cancelled)
    {
        var paths = new List<string> { Put(NewPrefix + Id, _text) };
        foreach (Source source in _now.Case?.Sources ?? [])
        {
            if (_texts.Of(source) is { } known)
            {
                paths.Add(Put(source.Id.Value, known.Text));
            }
        }
        ReadingResult all = ArticleReader.Read(paths, new ReadingOptions(_now.Case, published), cancelled);
        return all with { Moves = [.. all.Moves.Where(m => IdOf(m.Source) == Id)], Claims = [.. all.Claims.Where(c => IdOf(c.Source) == Id)] };
    }

    /// <summary>A document of the reading as the case calls it.</summary>
    public string? IdOf(string? document) => document == NewPrefix + Id ? Id : document;

    /// <summary>Writes the text, its entry in sources.yaml and its proposals.</summary>
    public EditOutcome Write(EditLog edits, ReadingResult read)
    {
        Document document = read.Documents.First(d => IdOf(d.Id) == Id);
        SourceLineage lineage = read.Lineage.First(l => IdOf(l.Id) == Id);
        EditResult sources = (_now.Files.TryGetValue("sources.yaml", out byte[]? before) ? CaseEditor.FromBytes("sources.yaml", before) : CaseEditor.FromText("sources.yaml", ""))
            .Then(e => e.Add(EditPath.Root, Id, Entry(document, lineage)));
        if (sources.Editor is not { } editor)
        {
            return new EditOutcome([], Refused: sources.Problems[0].Message);
        }
        string proposals = Path.Combine(_folder, ProposalsFile.Name);
        byte[]? waiting = File.Exists(proposals) ? File.ReadAllBytes(proposals) : null;
        // One edit, so that undoing it takes the proposals back with the text.
        return edits.Save(
        [
            new FileChange($"{SourceTexts.Folder}/{Id}.txt", null, Encoding.UTF8.GetBytes(_text)), new FileChange("sources.yaml", before, editor.ToBytes()),
            new FileChange(ProposalsFile.Name, waiting, ProposalsFile.Content(proposals, Named(read))),
        ]);
    }

    /// <summary>How many proposals the text makes: moves, and sentences that bear on a number.</summary>
    public int ProposalsOf(ReadingResult read) => ProposalsFile.Proposed(Named(read)).Count;

    // What was read, under the id that the source gets.
    private ReadingResult Named(ReadingResult read)
    {
        int at = read.Documents.ToList().FindIndex(d => IdOf(d.Id) == Id);
        return read with
        {
            Documents = [read.Documents[at] with { Id = Id }],
            Lineage = [read.Lineage[at] with { Id = Id, DerivedFrom = IdOf(read.Lineage[at].DerivedFrom) }],
            Moves = [.. read.Moves.Select(m => m with { Source = Id })],
            Claims = [.. read.Claims.Select(c => c with { Source = Id })],
        };
    }

    public void Dispose() => _aside?.Delete(recursive: true);

    private static EditValue.Map Entry(Document document, SourceLineage lineage)
    {
        var fields = new List<(string, EditValue)>();
        void Field(string key, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                fields.Add((key, EditValue.Of(text)));
            }
        }
        Field("outlet", document.Outlet);
        Field("author", document.Author);
        Field("title", document.Title);
        Field("date", document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field("url", document.Url);
        Field("kind", "news");
        fields.Add(("hash", new EditValue.Text(document.TextHash, InQuotes: true)));
        Field("derived-from", lineage.DerivedFrom);
        return new EditValue.Map(fields, InLines: true);
    }

    private string Put(string name, string text)
    {
        _aside ??= Directory.CreateTempSubdirectory("fulcrum-reading-");
        string path = Path.Combine(_aside.FullName, name + ".txt");
        File.WriteAllText(path, text);
        return path;
    }

    private string Unused(string id)
    {
        string name = id;
        for (int copy = 2; _now.Case?.Sources.Any(s => s.Id.Value == name) == true || File.Exists(Path.Combine(_folder, SourceTexts.Folder, name + ".txt")); copy++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{id}-{copy}");
        }
        return name;
    }

    private static string Slug(string name)
    {
        string plain = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        string whole = string.Join('-', plain.Split('-', StringSplitOptions.RemoveEmptyEntries));
        string id = whole.Length > LongestId ? whole[..LongestId].TrimEnd('-') : whole;
        // Words that YAML tools take for true, false or nothing are no ids.
        return id.Length == 0 ? "text" : char.IsAsciiDigit(id[0]) || id is "yes" or "no" or "on" or "off" or "true" or "false" or "null" ? "text-" + id : id;
    }
}
