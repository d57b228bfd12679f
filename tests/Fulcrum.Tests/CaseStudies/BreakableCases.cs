using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cases.Files;
using Fulcrum.Numerics;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>Cases in which a deal can be broken, with every feature of that switched on or off by chance; the same seed gives the same case.</summary>
internal sealed class BreakableCases
{
    private static readonly string[] Parties = ["north", "south", "broker"];
    private static readonly Dictionary<string, string[]> Options = new()
    {
        ["fighting"] = ["goes-on", "ceasefire"],
        ["territory"] = ["open", "shared", "ceded", "overrun"],
        ["guarantee"] = ["none", "weak", "strong"],
    };

    private RandomStream _stream;

    private BreakableCases(ulong seed) => _stream = new RandomStream(seed, 0, "breakable cases");

    public static CaseReadResult Read(ulong seed)
    {
        var maker = new BreakableCases(seed);
        return CaseFolder.FromTexts(new Dictionary<string, string> { ["case.yaml"] = maker.Text(), ["ledger.yaml"] = maker.Ledger() }, new CaseReadOptions());
    }

    /// <summary>A deal named by the same seed: some of the issues.</summary>
    public static Dictionary<IssueId, OptionId> Deal(ulong seed)
    {
        var stream = new RandomStream(seed, 1, "breakable cases");
        var deal = new Dictionary<IssueId, OptionId>();
        foreach ((string issue, string[] options) in Options)
        {
            int option = stream.NextBelow(options.Length + 1);
            if (option < options.Length)
            {
                deal[new IssueId(issue)] = new OptionId(options[option]);
            }
        }
        return deal;
    }

    private string Text() => $$$"""
        fulcrum: 1
        case: breakable
        starts: 2025-01-01
        as-of: 2025-06-30
        parties: {north: {role: principal}, south: {role: principal}, broker: {role: mediator, claim: 0..0.5}}
        ends: fighting
        issues:
          fighting:
            options: [goes-on, ceasefire]
        {{{Values("fighting")}}}
          territory:
            options: [open, shared, ceded, {{{Either("overrun: {only: no-deal}", "overrun")}}}]
        {{{Values("territory")}}}
          guarantee:
            options: [none, weak, strong]
        {{{Values("guarantee")}}}
        weights: {north: {{{Either("territory > fighting ~ guarantee", "{territory: 40..60, fighting: 20, guarantee: 10..20}")}}}, south: {fighting: 30, territory: 30..50, guarantee: 20}, broker: {fighting: 1, guarantee: 0..1}}
        {{{Together()}}}
        {{{Either("refuses: {north: {territory: [ceded]}}", "")}}}
        no-deal:
          war:
            holds: {chance: 0.3..0.7, as: {territory: open, rest: status-quo}}
            lost: {chance: rest, as: {territory: overrun, rest: status-quo}}
            cost: {north: {{{Range(10, 40)}}}, south: {{{Range(5, 30)}}}}
          relapse:
            holds: {chance: rest, as: {territory: shared, rest: status-quo}}
            lost: {chance: 0.2..0.9, as: {territory: overrun, rest: status-quo}}
            cost: {south: {{{Range(0, 30)}}}}
            {{{Either("then: {course: war, months: 6..24}", "then: {course: long-war, months: 3..9}")}}}
          long-war:
            only: {as: {territory: ceded, rest: status-quo}}
            cost: {north: {{{Range(10, 40)}}}}
          per-month: {north: -1..0}
          after-breach: {{{Either("relapse", "{north: war, south: relapse}")}}}
        levers:
          force: {holder: broker, delivers: {guarantee: strong}, breach-by-south: {south: {{{Range(-30, 0)}}}, north: 5}, costs-holder: 2..8, credibility: {general: 0.4..1{{{Either(", breach: 0.2..0.9", "")}}}{{{Either(", seen-by: {south: 0.1..0.6}", "")}}}}}
          arsenal: {holder: north, delivers: {guarantee: strong}, breach: {south: {{{Range(-20, 5)}}}, north: -2..1}, costs-holder: 0..3, standing: {{{Either("reserve", "announced")}}}}
          answer: {holder: broker, standing: {{{Either("in-force", "reserve")}}}, no-deal: {south: -5..0}, {{{Either("breach", "breach-by-south")}}}: {south: {{{Range(-15, 0)}}}, broker: -3..3}, credibility: {general: 0.5..1, reserve: 0.2..0.6{{{Either(", breach: 0.3..0.8", "")}}}}}
          carrot: {holder: broker, standing: {{{Either("reserve", "announced")}}}, deal: {south: {{{Range(0, 15)}}}, north: {{{Range(-4, 4)}}}}, breach-by-north: {north: -6..-1}, credibility: 0.3..0.9}
          aid: {holder: broker, deal: {north: 1..6}, costs-holder: 1..2}
          depot: {holder: north, delivers: {territory: shared}, costs-holder: 1..4, standing: {{{Either("reserve", "in-force")}}}{{{Either(", breach-by-north: {south: -3..0}", "")}}}}
        {{{Keeping()}}}
        """;

    private string Ledger() => $$$"""
        moves:
          carrot-moves: {date: 2025-02-01..2025-04-30, by: broker, to: south, kind: give, what: given, lever: carrot{{{Either(", amount: 0.2..0.9", "")}}}}
          answer-moves: {date: March 2025, by: broker, to: south, kind: {{{Either("rule-out", "state")}}}, what: moved, lever: answer{{{Either(", standing: gone, amount: 0.3..1", "")}}}}
          force-moves: {date: April 2025, by: broker, to: south, kind: {{{Either("promise", "give")}}}, what: promised, lever: force{{{Either(", credibility: 0.1..0.5", "")}}}}
          depot-moves: {date: April 2025, by: north, to: south, kind: {{{Either("give", "state")}}}, what: opened, lever: depot{{{Either(", amount: 0.4..0.9", "")}}}}
          conceded: {date: 2025-05-02..2025-05-20, by: south, to: north, kind: concede, what: gave it up, issue: territory, option: {{{Either("shared", "open")}}}, binds: 0.2..0.8}
          ruled-out: {date: May 2025, by: north, to: south, kind: rule-out, what: off the table, issue: {{{Either("territory, rules-out: [ceded, shared]", "guarantee, rules-out: [weak]")}}}, binds: 0.2..0.8}
        """;

    private string Values(string issue) => string.Join('\n', Parties.Select(party =>
        Chance(0.25) ? $"    {party}: {Ranked(Options[issue])}" : $"    {party}: {{{string.Join(", ", Options[issue].Select(option => $"{option}: {Range(0, 100)}"))}}}"));

    private string Ranked(string[] options)
    {
        string[] order = [.. options];
        _stream.Shuffle<string>(order);
        return string.Join(" > ", order);
    }

    private string Together()
    {
        string[] terms =
        [
            "  - {who: north, when: {guarantee: none}, adds: -9, stands-for-breach: yes}",
            "  - {who: south, when: {guarantee: strong, territory: [open, shared]}, adds: -6..-1}",
            "  - {who: north, when: {guarantee: [weak, strong]}, counts: {territory: 0.3..0.6}}",
            "  - {who: south, when: {fighting: goes-on}, counts: {territory: 0.4..0.9}, stands-for-breach: yes}",
        ];
        string[] some = [.. terms.Where(_ => Chance(0.5))];
        return some.Length == 0 ? "" : "together:\n" + string.Join('\n', some);
    }

    private string Keeping()
    {
        string[] lines =
        [
            $"  discount: {Either("0.9..0.99", "{general: 0.95..0.99, south: 0.85..0.97}")}",
            "  response: {south: 1..6}",
            $"  takes: {{south: {{facts: {{territory: overrun, fighting: goes-on}}{Either(", gains: 0..5", "")}, loses: {{north: 2}}}}{Either(", north: {facts: {fighting: goes-on}, gains: 1..9}", "")}}}",
            "  rearms: {south: {south: -0.1..0.4, north: -0.2..0}, north: {north: 0..0.2}}",
            "  rearms-for: 12..60",
        ];
        string[] some = [.. lines.Where(_ => Chance(0.7))];
        return some.Length == 0 ? "" : "keeping:\n" + string.Join('\n', some);
    }

    private string Range(double low, double high)
    {
        double a = low + (high - low) * _stream.NextUniform(), b = low + (high - low) * _stream.NextUniform();
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Min(a, b):0.0}..{Math.Max(a, b):0.0}");
    }

    private bool Chance(double chance) => _stream.NextUniform() < chance;

    private string Either(string one, string other) => Chance(0.5) ? one : other;
}
