using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cases.Binding;
using Fulcrum.Studies.Agreement;

namespace Fulcrum;

/// <param name="Alpha">Krippendorff's alpha; null when nothing in this field can disagree.</param>
/// <param name="Same">Moves of both in which the field is the same, of <paramref name="Of"/>.</param>
public sealed record FieldAgreement(string Field, double? Alpha, int Same, int Of);

/// <summary>A move that the two ledgers tell differently.</summary>
public sealed record LedgerDifference(string Move, string Field, string First, string Second);

/// <summary>How far two people's ledgers of the same talks agree.</summary>
/// <param name="OnlyFirst">Ids of moves that the other lacks.</param>
public sealed record AgreementAnswer(
    IReadOnlyList<FieldAgreement> Fields, IReadOnlyList<LedgerDifference> Differences, IReadOnlyList<string> OnlyFirst, IReadOnlyList<string> OnlySecond);

/// <summary>
/// Agreement of two ledgers, field by field, except the words of a move; moves are matched by id, or by the id they had before ('key:'). Dates and numbers disagree by the square of
/// what lies between their middles, and count as alike only when their whole ranges are; a number that only one states is listed, but enters no alpha.
/// </summary>
public static class WorkbenchAgreement
{
    private const string None = "-";

    private static readonly (string Name, Func<Case, Move, string> Value)[] Fields =
    [
        ("by", (_, m) => m.By.Value), ("to", (_, m) => Words(m.To.Select(p => p.Value))), ("kind", (_, m) => Naming.Word(m.Kind)),
        ("factuality", (_, m) => Naming.Word(m.Factuality)), ("speaker", (_, m) => m.Speaker ?? None), ("issue", (_, m) => m.Issue?.Value ?? None),
        ("option", (_, m) => m.Option?.Value ?? None), ("rules-out", Removed), ("becomes", Fact), ("lever", (_, m) => m.Lever?.Value ?? None),
        ("standing", (_, m) => m.LeverStanding is { } standing ? Naming.Word(standing) : None), ("conditional", (_, m) => m.Conditional ? "yes" : "no"),
        ("reversible", (_, m) => m.Reversible switch { null => None, true => "yes", false => "no" }), ("in-return-for", (c, m) => Keys(c, m.InReturnFor)), ("met-by", (c, m) => Keys(c, m.MetBy)),
        ("same-as", (c, m) => Keys(c, m.SameAs is { } echo ? [echo] : [])), ("clashes-with", (c, m) => Keys(c, m.ClashesWith)), ("after", (c, m) => Keys(c, m.After)),
        ("in-model", (_, m) => m.InModel ? "yes" : "no"), ("evidence", (_, m) => Words(m.Evidence.Select(e => e.Value))),
    ];

    private static readonly (string Name, Func<Move, Measured?> Value)[] Numbers =
    [
        ("date", m => new Measured(m.Date.Middle.DayNumber, m.Date.First.DayNumber, m.Date.Last.DayNumber, m.Date.Text)),
        ("amount", m => m.Amount is { } amount ? Of(amount) : m.Lever is null ? null : new Measured(1, 1, 1, "all of it")), ("binds", m => m.Binds is { } binds ? Of(binds) : null),
        ("credibility", m => m.Credibility is { } credibility ? Of(credibility) : null),
    ];

    /// <summary>The agreement of the ledgers of two case folders; problems where one cannot be read or they share no move.</summary>
    public static Answer<AgreementAnswer> Ask(Workbench first, Workbench second)
    {
        CaseReadResult mine = first.Read(CaseRequest.Base), theirs = second.Read(CaseRequest.Base);
        if (mine.Case is not { } a || theirs.Case is not { } b)
        {
            return new Answer<AgreementAnswer>(null, [.. mine.Problems, .. theirs.Problems]);
        }
        AgreementAnswer answer = Of(a, b);
        return answer.Fields[0].Of > 0 ? new Answer<AgreementAnswer>(answer, []) : new Answer<AgreementAnswer>(null, [WorkbenchProblems.NothingShared(a, b)]);
    }

    public static AgreementAnswer Of(Case first, Case second)
    {
        (Move A, Move B)[] both = [.. first.Moves.Join(second.Moves, m => m.Key, m => m.Key, (a, b) => (a, b), StringComparer.Ordinal).OrderBy(p => p.a.Id.Value, StringComparer.Ordinal)];
        var fields = new List<FieldAgreement>();
        var differences = new List<LedgerDifference>();
        foreach ((string name, Func<Move, Measured?> value) in Numbers)
        {
            Add(name, [.. both.Select(p => (p.A, value(p.A), value(p.B)))], m => m?.Text ?? None, Apart);
        }
        foreach ((string name, Func<Case, Move, string> value) in Fields)
        {
            Add(name, [.. both.Select(p => (p.A, (string?)value(first, p.A), (string?)value(second, p.B)))], text => text ?? None, KrippendorffAlpha.Nominal);
        }
        return new AgreementAnswer(
            fields, [.. differences.OrderBy(d => d.Move, StringComparer.Ordinal).ThenBy(d => d.Field, StringComparer.Ordinal)],
            [.. first.Moves.Where(m => second.Moves.All(o => o.Key != m.Key)).Select(m => m.Id.Value)], [.. second.Moves.Where(m => first.Moves.All(o => o.Key != m.Key)).Select(m => m.Id.Value)]);

        void Add<T>(string name, (Move Move, T? A, T? B)[] values, Func<T?, string> text, Func<T, T, double> distance) where T : class
        {
            fields.Add(new FieldAgreement(name, KrippendorffAlpha.Of(values.Select(v => (IReadOnlyList<T?>)[v.A, v.B]), distance), values.Count(v => Equals(v.A, v.B)), values.Length));
            differences.AddRange(values.Where(v => !Equals(v.A, v.B)).Select(v => new LedgerDifference(v.Move.Id.Value, name, text(v.A), text(v.B))));
        }
    }

    private static double Apart(Measured a, Measured b) => Math.Pow(a.Middle - b.Middle, 2);

    private static Measured Of(Quantity number)
    {
        NumberShape shape = number.Shape;
        string text = shape.Least == shape.Most ? Text(shape.Middle)
            : shape is NumberShape.Triangular ? $"{Text(shape.Least)}..{Text(shape.Middle)}..{Text(shape.Most)}" : $"{Text(shape.Least)}..{Text(shape.Most)}";
        return new Measured(shape.Middle, shape.Least, shape.Most, text);
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Removed(Case @case, Move move) =>
        move.Yields is { } yields ? Words(yields.Removed.Select(o => @case.Issue(yields.Issue).Options[o].Id.Value)) : None;

    private static string Fact(Case @case, Move move) => move.Yields is { } yields ? @case.Issue(yields.Issue).Options[yields.BecomesFact].Id.Value : None;

    // Under the names that both ledgers know them by, whatever they are called by now.
    private static string Keys(Case @case, IReadOnlyList<MoveId> moves) => Words(moves.Select(id => @case.Moves.FirstOrDefault(m => m.Id == id)?.Key ?? id.Value));

    private static string Words(IEnumerable<string> words) => string.Join(' ', words.Order(StringComparer.Ordinal)) is { Length: > 0 } all ? all : None;

    /// <summary>A date or a number as a range, with the words that tell it; two with one range are equal whatever the words.</summary>
    private sealed record Measured(double Middle, double Least, double Most, string Text)
    {
        public bool Equals(Measured? other) => other is not null && (Middle, Least, Most) == (other.Middle, other.Least, other.Most);

        public override int GetHashCode() => HashCode.Combine(Middle, Least, Most);
    }
}
