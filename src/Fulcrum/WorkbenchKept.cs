using System.Collections.Concurrent;
using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Compiled;
using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;
using Fulcrum.Commitments;

namespace Fulcrum;

/// <summary>
/// Whether one deal would be kept, for many draws: <see cref="WorkbenchKeeping"/> with everything looked up once, to the last bit. Safe to call from many threads.
/// </summary>
internal sealed class WorkbenchKept
{
    private static readonly Standing[] Held = [Standing.Reserve, Standing.Announced, Standing.InForce];

    private readonly CompiledCase _compiled;
    private readonly CaseLayout _layout;
    private readonly DrawnBreaches _breaches;
    private readonly int[] _options;
    private readonly HashSet<int> _agreed;
    private readonly int[] _believedAfter;
    private readonly ConcurrentBag<Draw> _free = [];

    private WorkbenchKept(CompiledCase compiled, WorkbenchKeeping keeping)
    {
        (_compiled, _layout) = (compiled, compiled.Layout);
        _breaches = new DrawnBreaches(_layout.Case, keeping.Options);
        _options = new int[keeping.Options.Length];
        Put(keeping.Options, _options);
        _agreed = [.. keeping.Levers.Select(lever => _layout.LeverOf[lever])];
        _believedAfter = [.. _layout.Case.Levers.SelectMany(lever => _layout.Case.Parties.Select(party =>
            lever.Credibility.Breach is { } breach && !lever.Credibility.SeenBy.ContainsKey(party.Id) ? breach.Index : -1))];
    }

    /// <summary>Null where some issues hang together in more ways than are listed.</summary>
    public static WorkbenchKept? Of(CasePlan plan, WorkbenchKeeping keeping) =>
        plan.Workspaces.Compiled(plan) is var compiled && DrawnDeal.CanValue(compiled) ? new WorkbenchKept(compiled, keeping) : null;

    /// <summary>Parties that could break the deal, in the order of <see cref="Choices"/>.</summary>
    public IReadOnlyList<Party> Breakers => [.. Enumerable.Range(0, _breaches.Count).Select(b => _layout.Case.Parties[_breaches.PartyOf(b)])];

    public bool Kept(CaseNumbers numbers)
    {
        Draw draw = Begun(numbers);
        bool kept = _breaches.Kept(numbers, draw.Worths);
        _free.Add(draw);
        return kept;
    }

    /// <summary>The choice of each party that could break the deal, in the order of the case.</summary>
    public IReadOnlyList<BreachChoice> Choices(CaseNumbers numbers)
    {
        Draw draw = Begun(numbers);
        BreachChoice[] choices = [.. Enumerable.Range(0, _breaches.Count).Select(b => _breaches.Choice(b, numbers, draw.Worths))];
        _free.Add(draw);
        return choices;
    }

    private Draw Begun(CaseNumbers numbers)
    {
        Draw draw = _free.TryTake(out Draw? free) ? free : new Draw(this);
        draw.Deal.Begin(numbers);
        return draw;
    }

    private void Put(int[] options, int[] inLayout)
    {
        for (int k = 0; k < options.Length; k++)
        {
            inLayout[_layout.IssuePlaces[k]] = options[k];
        }
    }

    /// <summary>One thread's own: the deal in the draw at hand, asked in the case's order.</summary>
    private sealed class Draw
    {
        private readonly WorkbenchKept _kept;
        private readonly CaseLayout _layout;
        private readonly int[] _facts;

        public Draw(WorkbenchKept kept)
        {
            (_kept, _layout) = (kept, kept._layout);
            Deal = new DrawnDeal(kept._compiled, kept._options, kept._agreed);
            _facts = new int[kept._options.Length];
            Worths = new OwnWorths(
                party => Deal.Rewards[_layout.PartyPlaces[party]], OfFacts, (course, party) => Deal.OfCourse(course, _layout.PartyPlaces[party]), Believed,
                lever => Deal.Includes(_layout.LeverPlaces[lever]), lever => Deal.Share(_layout.LeverPlaces[lever], Standing.GivenAway));
        }

        public DrawnDeal Deal { get; }

        public OwnWorths Worths { get; }

        private double OfFacts(int[] options, int party)
        {
            _kept.Put(options, _facts);
            return Deal.OfFacts(_facts, _layout.PartyPlaces[party]);
        }

        // As the lever now stands, or as stated for a breach: what is gone reacts to nothing.
        private double Believed(int lever, int party)
        {
            int l = _layout.LeverPlaces[lever], stated = _kept._believedAfter[lever * _layout.Case.Parties.Count + party];
            if (stated >= 0)
            {
                return (1 - Deal.Share(l, Standing.Gone)) * Deal.Numbers.Values[stated];
            }
            double believed = Deal.Share(l, Standing.GivenAway);
            foreach (Standing standing in Held)
            {
                double share = Deal.Share(l, standing);
                believed += share > 0 ? share * Deal.Credibility(l, standing, _layout.PartyPlaces[party]) : 0;
            }
            return believed;
        }
    }
}
