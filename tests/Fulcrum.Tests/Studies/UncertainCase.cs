using Fulcrum.Cases;

namespace Fulcrum.Tests.Studies;

/// <summary>
/// A small case full of ranges, ranks and vague dates. <paramref name="Names"/> gives the ids of the parties whose keys are 'a', 'b' and 'c', so that
/// a test can rename them; <paramref name="Reversed"/> turns the order of everything in the file around.
/// </summary>
internal sealed record UncertainCase(string[] Names, bool Reversed = false)
{
    public static UncertainCase Plain => new(["a", "b", "c"]);

    private readonly List<Quantity> _quantities = [];
    private readonly List<Ranking> _rankings = [];

    public static PartyId P(string name) => new(name);

    /// <summary>Once per object.</summary>
    public Case Build()
    {
        Party[] parties = Order(Ranked(0, "land", "arms", "aid"), Ranked(1, "aid", "land", "arms"), Broker(2));
        Issue[] issues = Order(Land(), Arms(), Aid());
        return new Case
        {
            Title = "uncertain",
            Starts = new DateOnly(2025, 1, 1),
            AsOf = new DateOnly(2025, 3, 31),
            Parties = parties,
            Consent = new Consent([P(Names[0]), P(Names[1])], 0, []),
            Focus = [P(Names[0]), P(Names[1])],
            Issues = issues,
            Together = [],
            RedLines = [],
            NoDeal = NoDeal(issues),
            Levers = Order(Lever("carrot", 2, deal: (1, 4, 12), noDeal: null), Lever("stick", 2, deal: null, noDeal: (1, -15, -5))),
            Commitments = [],
            Moves = Order(Give("gift", "carrot"), Impose("ban", "stick"), Concede()),
            Sources = [],
            Evidence = [],
            Readings = [],
            Beliefs = new Dictionary<PartyId, ReadingId>(),
            Quantities = _quantities,
            Rankings = _rankings,
            Hash = "uncertain",
        };
    }

    private T[] Order<T>(params T[] items) => Reversed ? [.. items.Reverse()] : items;

    private Quantity Number(string key, NumberShape shape)
    {
        var quantity = new Quantity(_quantities.Count, key, key, shape, Support.None, new TextPlace("case.yaml", 1 + _quantities.Count, 1));
        _quantities.Add(quantity);
        return quantity;
    }

    private Ranking Rank(string key, bool ofWeights, params string[][] groups)
    {
        var ranking = new Ranking(_rankings.Count, key, key, groups, ofWeights, Support.None, TextPlace.None);
        _rankings.Add(ranking);
        return ranking;
    }

    private Party Ranked(int who, params string[] issues) => new(
        P(Names[who]), "abc"[who].ToString(), Names[who], PartyRole.Principal, [], Number($"parties.{"abc"[who]}.claim", new NumberShape.Fixed(1)),
        new IssueWeights(Rank($"weights.{"abc"[who]}", true, [issues[0]], [issues[1], issues[2]]), null), TextPlace.None);

    private Party Broker(int who) => new(
        P(Names[who]), "c", Names[who], PartyRole.Mediator, [], Number("parties.c.claim", new NumberShape.Fixed(0)), null, TextPlace.None);

    private Issue Make(string id, string[] options, Dictionary<PartyId, Preference> preferences, bool ends = false) => new(
        new IssueId(id), id, id, null, options.Select(o => new IssueOption(new OptionId(o), o, o, false, [], null, null, [], TextPlace.None)).ToArray(), 0, null, false, ends,
        preferences, TextPlace.None);

    private Issue Land() => Make("land", ["as-is", "split", "all"], new Dictionary<PartyId, Preference>
    {
        [P(Names[0])] = new Preference.Ranked(Rank("issues.land.a", false, ["as-is"], ["split"], ["all"])),
        [P(Names[1])] = new Preference.Ranked(Rank("issues.land.b", false, ["all"], ["split"], ["as-is"])),
    });

    private Issue Arms() => Make("arms", ["free", "capped"], new Dictionary<PartyId, Preference>
    {
        [P(Names[0])] = new Preference.Valued([Number("issues.arms.a.free", new NumberShape.Fixed(100)), Number("issues.arms.a.capped", new NumberShape.Uniform(0, 40))]),
        [P(Names[1])] = new Preference.Valued([Number("issues.arms.b.free", new NumberShape.Unknown(0, 100)), Number("issues.arms.b.capped", new NumberShape.Fixed(100))]),
    });

    private Issue Aid() => Make("aid", ["none", "much"], new Dictionary<PartyId, Preference>
    {
        [P(Names[0])] = new Preference.Ranked(Rank("issues.aid.a", false, ["much"], ["none"])),
        [P(Names[1])] = new Preference.Ranked(Rank("issues.aid.b", false, ["none"], ["much"])),
    });

    private NoDeal NoDeal(Issue[] issues)
    {
        int[] Facts(string land) => issues.Select(i => Math.Max(0, i.IndexOf(new OptionId(land)))).ToArray();
        Outcome Outcome(string id, NumberShape chance, string land) => new(
            new OutcomeId(id), id, id, Number($"no-deal.war.{id}.chance", chance), Facts(land), Support.None, TextPlace.None);
        Outcome[] outcomes = Order(Outcome("stalemate", new NumberShape.Uniform(0.4, 0.8), "as-is"), Outcome("loss", new NumberShape.Rest(), "all"));
        var cost = new Dictionary<PartyId, Quantity>
        {
            [P(Names[0])] = Number("no-deal.war.cost.a", new NumberShape.Triangular(10, 25, 40)),
            [P(Names[1])] = Number("no-deal.war.cost.b", new NumberShape.Uniform(5, 30)),
        };
        return new NoDeal([new Course(new CourseId("war"), "war", "war", outcomes, cost, TextPlace.None)], new Dictionary<PartyId, CourseId>(), new Dictionary<PartyId, Quantity>(), null);
    }

    private Lever Lever(string id, int holder, (int Who, double Low, double High)? deal, (int Who, double Low, double High)? noDeal)
    {
        Dictionary<PartyId, Quantity> Points(string branch, (int Who, double Low, double High)? points) => points is not { } p
            ? []
            : new Dictionary<PartyId, Quantity> { [P(Names[p.Who])] = Number($"levers.{id}.{branch}.{"abc"[p.Who]}", new NumberShape.Uniform(p.Low, p.High)) };
        return new Lever(
            new LeverId(id), id, id, P(Names[holder]), Standing.Reserve, Points("deal", deal), Points("no-deal", noDeal),
            new Dictionary<PartyId, IReadOnlyDictionary<PartyId, Quantity>>(), new Dictionary<PartyId, Quantity>(), null, new Dictionary<IssueId, OptionId>(), [],
            new Credibility(null, new Dictionary<Standing, Quantity>(), new Dictionary<PartyId, Quantity>()), null, null, [], Support.None, TextPlace.None);
    }

    private Move Blank(string id, VagueDate date, int by, MoveKind kind) => new(
        new MoveId(id), id, date, P(Names[by]), [], kind, id, Factuality.Happened, null, null, null, null, null, null, null, null, null, null, false, [], [], null, [], true,
        [], null, TextPlace.None);

    private Move Give(string id, string lever) =>
        Blank(id, new VagueDate(new DateOnly(2025, 2, 1), new DateOnly(2025, 2, 28), "February 2025"), 2, MoveKind.Give) with { Lever = new LeverId(lever), LeverStanding = Standing.GivenAway };

    private Move Impose(string id, string lever) =>
        Blank(id, new VagueDate(new DateOnly(2025, 2, 10), new DateOnly(2025, 2, 10), "2025-02-10"), 2, MoveKind.Impose) with { Lever = new LeverId(lever), LeverStanding = Standing.InForce };

    private Move Concede() =>
        Blank("yield", new VagueDate(new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 31), "undated", true), 0, MoveKind.Concede) with
        {
            Issue = new IssueId("arms"),
            Yields = new IssueYield(new IssueId("arms"), [0], 1, false),
            Binds = Number("ledger.yield.binds", new NumberShape.Uniform(0.3, 0.9)),
        };
}
