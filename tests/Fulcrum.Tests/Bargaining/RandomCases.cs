using Fulcrum.Cases;
using Fulcrum.Numerics;

namespace Fulcrum.Tests.Bargaining;

/// <summary>Small cases with every feature of the model switched on or off by chance; the same seed gives the same case.</summary>
internal sealed class RandomCases
{
    private static readonly string[] Names = ["ash", "birch", "cedar", "dogwood"];

    private readonly CaseMaker _maker = new();
    private readonly List<(string Id, string[] Options)> _issues = [];
    private RandomStream _stream;
    private int _parties;

    private RandomCases(ulong seed) => _stream = new RandomStream(seed, 0, "random-cases");

    public static Case Of(ulong seed) => new RandomCases(seed).Make();

    private Case Make()
    {
        _parties = 2 + _stream.NextBelow(3);
        int issues = 2 + _stream.NextBelow(2);
        AddParties(issues);
        for (int k = 0; k < issues; k++)
        {
            AddIssue(k);
        }
        if (Chance(0.4))
        {
            _maker.Together(Party(), Points(-10, 10), (_issues[0].Id, Any(_issues[0].Options)), (_issues[1].Id, Any(_issues[1].Options)));
        }
        if (Chance(0.3))
        {
            _maker.RedLine(Party(), _issues[0].Id, Any(_issues[0].Options));
        }
        AddCourses();
        int levers = _stream.NextBelow(4);
        for (int l = 0; l < levers; l++)
        {
            AddLever(l);
        }
        AddYield();
        return _maker.Build();
    }

    private void AddParties(int issues)
    {
        for (int p = 0; p < _parties; p++)
        {
            // The last of four only watches, or is needed for what is its act.
            _maker.Party(Names[p], p == 3 ? 0 : p == 2 ? 0.4 : 1, [.. Enumerable.Range(0, issues).Select(k => ($"issue-{k}", Points(1, 5)))]);
        }
        string[] all = Names[..Math.Min(_parties, 3)];
        if (_parties == 3 && Chance(0.3))
        {
            _maker.Consent(["ash"], 1, "birch", "cedar");
        }
        else
        {
            _maker.Consent(all);
        }
    }

    private void AddIssue(int k)
    {
        int count = 2 + _stream.NextBelow(3);
        string[] options = Enumerable.Range(0, count).Select(o => $"{(char)('z' - o)}{k}").ToArray();
        string[] marked = options.Select((option, o) => o == 0 ? option : Chance(0.15) && o > 1 ? option + "!" : Chance(0.25) ? $"{option}@{Party()}" : option).ToArray();
        var values = Names[.._parties].Select(name => (name, Enumerable.Range(0, count).Select(_ => Points(0, 100)).ToArray())).ToArray();
        _maker.Issue($"issue-{k}", marked, values);
        _issues.Add(($"issue-{k}", options));
        bool ends = k == 0 && Chance(0.5);
        bool mustSettle = k == 1 && Chance(0.3);
        _maker.With(issue => issue with { Ends = ends, MustSettle = mustSettle });
    }

    private void AddCourses()
    {
        for (int course = 0; course < 2; course++)
        {
            string[] one = _issues.Select(issue => Any(issue.Options)).ToArray();
            string[] other = _issues.Select(issue => Any(issue.Options)).ToArray();
            double chance = _stream.NextUniform();
            _maker.Course($"course-{course}", Names[.._parties].Select(name => (name, Points(0, 40))).ToArray(), (chance, one), (1 - chance, other));
        }
        _maker.IfRefusedBy(Party(), "course-1").PerMonth(Party(), Points(-2, 1));
    }

    private void AddLever(int l)
    {
        string id = $"lever-{l}";
        (string, double)[] Effects(double chance) => Chance(chance) ? [(Party(), Points(-10, 10))] : [];
        bool delivers = Chance(0.3);
        (string Id, string[] Options) about = _issues[_stream.NextBelow(_issues.Count)];
        _maker.Lever(
            id, Party(), (Standing)_stream.NextBelow(4), deal: delivers ? [] : Effects(0.7), noDeal: Effects(0.6),
            refusedBy: Chance(0.4) ? [(Party(), Party(), Points(-15, 5))] : [], costs: Chance(0.3) ? Points(0, 5) : null, credibility: Chance(0.6) ? _stream.NextUniform() : null,
            delivers: delivers ? [(about.Id, about.Options[^1])] : []);
        int moves = _stream.NextBelow(3);
        for (int move = 0; move < moves; move++)
        {
            _maker.Move($"{id}-move-{move}", 10 + _stream.NextBelow(100), id, (Standing)_stream.NextBelow(5), Chance(0.3) ? _stream.NextUniform() : null, Chance(0.3) ? _stream.NextUniform() : null);
        }
    }

    private void AddYield()
    {
        if (Chance(0.6))
        {
            string[] options = _issues[0].Options;
            _maker.Yield("yield", 10 + _stream.NextBelow(100), Party(), _issues[0].Id, [options[1]], options[0], Chance(0.5), _stream.NextUniform());
        }
    }

    private bool Chance(double chance) => _stream.NextUniform() < chance;

    private double Points(double low, double high) => low + (high - low) * _stream.NextUniform();

    private string Party() => Names[_stream.NextBelow(_parties)];

    private T Any<T>(T[] items) => items[_stream.NextBelow(items.Length)];
}
