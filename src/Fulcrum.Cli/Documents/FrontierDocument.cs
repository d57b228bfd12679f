using System.Globalization;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Documents;

/// <summary>The answer of 'frontier'.</summary>
/// <param name="Outcomes">How many deals there are, as a decimal string: it may exceed any number type.</param>
/// <param name="Size">How many points the frontier has.</param>
/// <param name="Epsilon">By party: points by which the list may fall short of an efficient deal; 0 when exact.</param>
/// <param name="Tolerance">By party: points below which two values count as equal.</param>
/// <param name="LotterySize">How many points no mixture of deals dominates; null unless asked for.</param>
internal sealed record FrontierDocument(
    IReadOnlyList<string> Parties, string Outcomes, int Size, int OpenSize, int? LotterySize, bool Exact, IReadOnlyDictionary<string, double> Epsilon,
    IReadOnlyDictionary<string, double> Tolerance, IReadOnlyDictionary<string, double?> NoDeal, IReadOnlyList<FrontierPointDocument> Points, IReadOnlyList<string> Notes)
{
    public static FrontierDocument Of(FrontierAnswer a) => new(
        [.. a.Parties.Select(p => p.Party)], a.Deals, a.Points.Count, a.Points.Count(p => p.Open),
        a.Points.Any(p => p.Lottery is not null) ? a.Points.Count(p => p.Lottery == true) : null, a.Exact, a.Parties.ToDictionary(p => p.Party, p => p.Epsilon),
        a.Parties.ToDictionary(p => p.Party, p => p.Tolerance), a.Parties.ToDictionary(p => p.Party, p => Document.Finite(p.NoDeal)), [.. a.Points.Select(p => Point(a, p))], a.Notes);

    private static FrontierPointDocument Point(FrontierAnswer answer, FrontierRow row) => new(
        answer.Parties.Select((p, i) => (p.Party, row.Utilities[i])).ToDictionary(p => p.Party, p => p.Item2), row.Open, row.Lottery,
        row.Count.ToString(CultureInfo.InvariantCulture), row.First.Terms.ToDictionary(t => t.Issue, t => t.Option), row.First.Levers,
        [.. row.Deals.Skip(1).Select(d => new FrontierDealDocument(d.Terms.ToDictionary(t => t.Issue, t => t.Option), d.Levers))]);
}

/// <summary>Another deal of a point.</summary>
internal sealed record FrontierDealDocument(IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> Levers);

/// <param name="Lottery">Whether no mixture of deals dominates it; null unless asked for.</param>
/// <param name="Deals">How many deals have these values, as a decimal string; <paramref name="Options"/> and <paramref name="Levers"/> are the first of them.</param>
/// <param name="Others">The next of them, as many as were asked for.</param>
internal sealed record FrontierPointDocument(
    IReadOnlyDictionary<string, double> Utilities, bool Open, bool? Lottery, string Deals, IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> Levers,
    IReadOnlyList<FrontierDealDocument> Others);
