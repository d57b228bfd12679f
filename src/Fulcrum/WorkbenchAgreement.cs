using System.Globalization;
using Fulcrum.Cases;
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

/// <summary>Agreement of two ledgers, field by field; moves are matched by id, or by the id they had before ('key:').</summary>
public static class WorkbenchAgreement
{
    private const string None = "-";

    private static readonly (string Name, Func<Move, string> Value)[] Fields =
    [
        ("by", m => m.By.Value), ("to", m => Words(m.To.Select(p => p.Value))), ("kind", m => m.Kind.ToString()), ("factuality", m => m.Factuality.ToString()),
        ("lever", m => m.Lever?.Value ?? None), ("issue", m => m.Issue?.Value ?? None), ("option", m => m.Option?.Value ?? None), ("speaker", m => m.Speaker ?? None),
        ("conditional", m => m.Conditional ? "yes" : "no"), ("reversible", m => m.Reversible switch { null => None, true => "yes", false => "no" }),
        ("evidence", m => Words(m.Evidence.Select(e => e.Value))),
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
        foreach (var (name, value) in Fields)
        {
            (Move Move, string A, string B)[] values = [.. both.Select(p => (p.A, value(p.A), value(p.B)))];
            fields.Add(new FieldAgreement(name, KrippendorffAlpha.Of(values.Select(v => (IReadOnlyList<string?>)[v.A, v.B]), KrippendorffAlpha.Nominal), values.Count(v => v.A == v.B), values.Length));
            differences.AddRange(values.Where(v => v.A != v.B).Select(v => new LedgerDifference(v.Move.Id.Value, name, v.A, v.B)));
        }
        // Dates disagree by how far they lie apart.
        fields.Insert(0, new FieldAgreement(
            "date", KrippendorffAlpha.Of(both.Select(p => (IReadOnlyList<string?>)[Day(p.A), Day(p.B)]), Apart), both.Count(p => Day(p.A) == Day(p.B)), both.Length));
        differences.AddRange(both.Where(p => Day(p.A) != Day(p.B)).Select(p => new LedgerDifference(p.A.Id.Value, "date", p.A.Date.Text, p.B.Date.Text)));
        return new AgreementAnswer(
            fields, [.. differences.OrderBy(d => d.Move, StringComparer.Ordinal).ThenBy(d => d.Field, StringComparer.Ordinal)],
            [.. first.Moves.Where(m => second.Moves.All(o => o.Key != m.Key)).Select(m => m.Id.Value)], [.. second.Moves.Where(m => first.Moves.All(o => o.Key != m.Key)).Select(m => m.Id.Value)]);
    }

    private static string Day(Move move) => move.Date.Middle.DayNumber.ToString(CultureInfo.InvariantCulture);

    private static double Apart(string a, string b) => Math.Pow(int.Parse(a, CultureInfo.InvariantCulture) - int.Parse(b, CultureInfo.InvariantCulture), 2);

    private static string Words(IEnumerable<string> words) => string.Join(' ', words.Order(StringComparer.Ordinal)) is { Length: > 0 } all ? all : None;
}
