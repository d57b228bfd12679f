using Fulcrum.Cases.Binding;

namespace Fulcrum.Cases.Editing;

/// <summary>
/// A move as it is to be written into ledger.yaml, for instance an accepted proposal. Every text stands in the file as given; what is null or empty is
/// left out. The meaning of the fields is that of docs/case-format.md.
/// </summary>
public sealed record MoveEntry(string Date, string By, IReadOnlyList<string> To, MoveKind Kind, string What, IReadOnlyList<string> Evidence)
{
    private static readonly EditValue Yes = EditValue.Of("yes");
    private static readonly EditValue No = EditValue.Of("no");

    public string? Lever { get; init; }

    public Standing? Standing { get; init; }

    public string? Issue { get; init; }

    public string? Option { get; init; }

    public IReadOnlyList<string> RulesOut { get; init; } = [];

    public string? Becomes { get; init; }

    /// <summary>A number of the case format: '0.3..0.7'.</summary>
    public string? Binds { get; init; }

    public string? Amount { get; init; }

    public string? Credibility { get; init; }

    public bool? Reversible { get; init; }

    public Factuality Factuality { get; init; } = Factuality.Happened;

    public string? Speaker { get; init; }

    public bool Conditional { get; init; }

    public IReadOnlyList<string> InReturnFor { get; init; } = [];

    public IReadOnlyList<string> MetBy { get; init; } = [];

    public string? SameAs { get; init; }

    public IReadOnlyList<string> ClashesWith { get; init; } = [];

    public bool InModel { get; init; } = true;

    public string? Note { get; init; }

    /// <summary>Adds the move at the end of the ledger, under 'moves:', which is made where it is missing.</summary>
    public EditResult AddTo(CaseEditor ledger, string id)
    {
        const string Moves = "moves";
        return ledger.ValueAt(EditPath.Of(Moves)) is null
            ? ledger.Add(EditPath.Root, Moves, new EditValue.Map([(id, ToValue())], InLines: true))
            : ledger.Add(EditPath.Of(Moves), id, ToValue());
    }

    private EditValue.Map ToValue()
    {
        var entries = new List<(string, EditValue)> { ("date", EditValue.Of(Date)), ("by", EditValue.Of(By)) };
        AddList("to", To);
        AddText("kind", Naming.Word(Kind));
        AddText("what", What);
        AddList("evidence", Evidence);
        AddText("lever", Lever);
        AddText("standing", Standing is { } standing ? Naming.Word(standing) : null);
        AddText("issue", Issue);
        AddText("option", Option);
        AddList("rules-out", RulesOut, alwaysList: true);
        AddText("becomes", Becomes);
        AddText("binds", Binds);
        AddText("amount", Amount);
        AddText("credibility", Credibility);
        Add("reversible", Reversible is { } reversible ? reversible ? Yes : No : null);
        AddText("factuality", Factuality == Factuality.Happened ? null : Naming.Word(Factuality));
        AddText("speaker", Speaker);
        Add("conditional", Conditional ? Yes : null);
        AddList("in-return-for", InReturnFor);
        AddList("met-by", MetBy);
        AddText("same-as", SameAs);
        AddList("clashes-with", ClashesWith);
        Add("in-model", InModel ? null : No);
        AddText("note", Note);
        return new EditValue.Map(entries, InLines: true);

        void Add(string key, EditValue? value)
        {
            if (value is not null)
            {
                entries.Add((key, value));
            }
        }

        void AddText(string key, string? text) => Add(key, string.IsNullOrEmpty(text) ? null : EditValue.Of(text));

        void AddList(string key, IReadOnlyList<string> items, bool alwaysList = false) =>
            Add(key, items.Count == 0 ? null : items.Count == 1 && !alwaysList ? EditValue.Of(items[0]) : EditValue.ListOf(items));
    }
}
