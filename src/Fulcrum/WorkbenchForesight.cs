using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Numerics;

namespace Fulcrum;

/// <summary>
/// Zone and settlement when parties foresee a breach. That a party keeps a deal is a linear condition on the deal's choices, so it enters the bargaining
/// problem as one more consenting party that claims nothing; a deal that is broken in a given month is worth a sum over its choices as well.
/// </summary>
internal sealed class WorkbenchForesight
{
    /// <summary>Months between which a breach may come, and the month at which its value is taken while searching; the deal found is then valued exactly.</summary>
    private static readonly (double From, double To, double At)[] Stretches = [(0, 0, 0), (0, 12, 6), (12, 60, 30)];

    private readonly DealValues _values;
    private readonly BreachDeriving _deriving;
    private readonly Case _case;
    private readonly int[] _caseOf;
    private readonly Dictionary<int, ChoicePoints[]> _points = [];

    public WorkbenchForesight(Case @case, DealValues values, BreachDeriving deriving)
    {
        (_case, _values, _deriving) = (@case, values, deriving);
        _caseOf = new int[@case.Parties.Count];
        for (int p = 0; p < _caseOf.Length; p++)
        {
            _caseOf[values.PlaceOf[p]] = p;
        }
        foreach (int breaker in deriving.Breakers)
        {
            _points[breaker] = [.. values.Problem.Space.Blocks.Select(b => PointsOf(b, breaker))];
        }
    }

    public ForeseenZone Find()
    {
        Candidate? word = Best(_values.Problem, (_, _) => true);
        Candidate? kept = Best(Keeping(_values.Problem, _deriving.Breakers.Select(b => (b, double.PositiveInfinity, 1.0))), (deal, _) => Foreseen(deal).Kept);
        List<Candidate> all = kept is null ? [] : [kept];
        foreach (int breaker in _deriving.Breakers)
        {
            double growth = _deriving.Of(Hand([.. _values.Problem.Space.Blocks.Select(_ => 0)]), breaker).Choice.Growth;
            foreach ((double from, double to, double at) in Stretches.Where(s => s.To == 0 || (growth > 0 && s.From < _deriving.RearmsFor)))
            {
                if (Broken(breaker, from, to, at) is { } found)
                {
                    all.Add(found);
                }
            }
        }
        Candidate? best = all.MaxBy(c => c.Score);
        return new ForeseenZone(
            word is not null, kept is not null, best is not null, kept?.Values, kept is null ? null : Options(kept.Deal), best?.Values, best is not null && ReferenceEquals(best, kept), word?.Values);
    }

    public DealAtHand Hand(IReadOnlyList<int> choices)
    {
        int[] options = [.. _case.Issues.Select(i => i.StatusQuo)];
        var levers = new HashSet<LeverId>();
        for (int b = 0; b < choices.Count; b++)
        {
            DealTerms terms = _values.Problem.Space.Blocks[b].Choices[choices[b]].Terms;
            _values.SetFacts(terms, options);
            levers.UnionWith(terms.DeliveredBy);
            if (terms is { Lever: { } lever, LeverIncluded: true })
            {
                levers.Add(lever);
            }
        }
        return new DealAtHand(options, levers, _values.OfDeal(new Deal(choices)));
    }

    private sealed record Candidate(Deal Deal, double[] Values, double Score);

    // Facts, beyond the points of a choice, per party in the problem's order: what the breaker takes there, what the guarantees in it do.
    private sealed record ChoicePoints(double[][] Taken, double[][] Guarantee);

    private ForeseenDeal Foreseen(Deal deal)
    {
        DealAtHand hand = Hand(deal.Choices);
        return Foresight.Of(hand.Rewards, _deriving.Of(hand), _deriving.Discounts);
    }

    private int[] Options(Deal deal) => [.. Hand(deal.Choices).Options];

    // The best deal that this breaker breaks in that stretch, valued exactly; null when the search finds none.
    private Candidate? Broken(int breaker, double from, double to, double at)
    {
        BargainingProblem valued = Valued(breaker, at);
        IEnumerable<(int, double, double)> rules = _deriving.Breakers.Where(b => b != breaker).Select(b => (b, to, 1.0)).Append((breaker, to, -1.0));
        BargainingProblem problem = Keeping(valued, from == to ? rules : rules.Append((breaker, from, 1.0)));
        return Best(problem, (deal, values) => true, exact: true);
    }

    private Candidate? Best(BargainingProblem problem, Func<Deal, double[], bool> counts, bool exact = false)
    {
        if (problem.Space.Blocks.Any(b => b.Choices.Count == 0))
        {
            return null;
        }
        Candidate? best = null;
        foreach (Settlement settlement in Solving.Solve(problem, new SettlementOptions { Single = true }).Where(s => s.IsOpen))
        {
            Deal deal = settlement.Mixture[0].Deal;
            double[] values = exact ? [.. Foreseen(deal).Values] : _values.OfDeal(deal);
            if (counts(deal, values) && Acceptable(values, settlement.Coalition) && Score(values) is var score && (best is null || score > best.Score))
            {
                best = new Candidate(deal, values, score);
            }
        }
        return best;
    }

    private bool Acceptable(double[] values, ulong coalition)
    {
        for (int p = 0; p < values.Length; p++)
        {
            if ((coalition >> _values.PlaceOf[p] & 1) != 0 && !Rounding.NotBelow(values[p], _values.NoDeal[p]))
            {
                return false;
            }
        }
        return true;
    }

    // The Nash objective of those who bargain.
    private double Score(double[] values)
    {
        double score = 0;
        for (int p = 0; p < values.Length; p++)
        {
            double claim = _values.Problem.Claims[_values.PlaceOf[p]];
            score += claim > 0 ? claim * Math.Log(Math.Max(values[p] - _values.NoDeal[p], 1e-12)) : 0;
        }
        return score;
    }

    private ChoicePoints PointsOf(DealBlock block, int breaker)
    {
        int[] none = [.. _case.Issues.Select(i => i.StatusQuo)];
        var takes = _deriving.FactsTaken(breaker).ToDictionary(t => t.Issue, t => t.Option);
        var taken = new List<double[]>();
        var guarantee = new List<double[]>();
        foreach (DealChoice choice in block.Choices)
        {
            int[] options = [.. none];
            _values.SetFacts(choice.Terms, options);
            int[] then = [.. options];
            foreach ((IssueId issue, _) in choice.Terms.Options)
            {
                int k = Enumerable.Range(0, options.Length).First(i => _case.Issues[i].Id == issue);
                then[k] = takes.GetValueOrDefault(k, options[k]);
            }
            taken.Add(InProblemOrder(Minus(_values.OfFacts(then), _values.OfFacts(options))));
            var reaction = new double[_case.Parties.Count];
            foreach (LeverId lever in choice.Terms.DeliveredBy)
            {
                reaction = Plus(reaction, _deriving.Reaction(_case.Lever(lever), _case.Parties[breaker].Id));
            }
            guarantee.Add(InProblemOrder(reaction));
        }
        return new ChoicePoints([.. taken], [.. guarantee]);
    }

    // Each rule is a party of its own, whose points are the slack of a breaker at a month, with a sign: +1 it has not broken by then, -1 it has.
    private BargainingProblem Keeping(BargainingProblem problem, IEnumerable<(int Breaker, double Month, double Sign)> rules)
    {
        var all = rules.ToArray();
        int parties = problem.Space.Parties.Count;
        var slack = all.Select(r => SlackOf(r.Breaker, r.Month)).ToArray();
        ulong bits = ((1UL << all.Length) - 1) << parties;
        DealBlock[] blocks = [.. problem.Space.Blocks.Select((block, b) => block with
        {
            Choices = [.. block.Choices.Select((choice, c) => choice with
            {
                Points = [.. choice.Points, .. all.Select((r, i) => r.Sign * slack[i].Choices[b][c])],
            })],
        })];
        PartyId[] names = [.. problem.Space.Parties, .. all.Select((r, i) => new PartyId(FormattableString.Invariant($"~rule-{i}")))];
        double[] constants = [.. problem.Space.Constants, .. all.Select((r, i) => r.Sign * slack[i].Constant)];
        return new BargainingProblem(
            new DealSpace(names, blocks, constants), [.. problem.NoDeal, .. all.Select(_ => 0.0)], [.. problem.Claims, .. all.Select(_ => 0.0)],
            [.. problem.Coalitions.Select(c => c | bits)]);
    }

    private (double Constant, double[][] Choices) SlackOf(int breaker, double month)
    {
        int place = _values.PlaceOf[breaker];
        BreachValues blank = _deriving.Of(new DealAtHand([.. _case.Issues.Select(i => i.StatusQuo)], new HashSet<LeverId>(), new double[_case.Parties.Count]), breaker);
        double later = blank.Choice.Later;
        double grown = blank.Choice.Growth * Math.Min(month, blank.Choice.GrowthMonths);
        double after = blank.Choice.After + (double.IsPositiveInfinity(month) ? Math.Max(0, grown) : grown);
        double constant = later * _values.Problem.Space.Constants[place] - (1 - later) * _deriving.TakenBeside(breaker)[breaker] - later * after;
        IReadOnlyList<DealBlock> space = _values.Problem.Space.Blocks;
        double[][] choices = [.. space.Select((block, b) => block.Choices.Select((choice, c) =>
            later * choice.Points[place] - (1 - later) * _points[breaker][b].Taken[c][place] - later * _points[breaker][b].Guarantee[c][place]).ToArray())];
        return (constant, choices);
    }

    // The problem as it looks to parties who know that the breaker breaks any deal at that month.
    private BargainingProblem Valued(int breaker, double month)
    {
        BargainingProblem problem = _values.Problem;
        BreachValues blank = _deriving.Of(new DealAtHand([.. _case.Issues.Select(i => i.StatusQuo)], new HashSet<LeverId>(), new double[_case.Parties.Count]), breaker);
        double[] beside = _deriving.TakenBeside(breaker);
        double[] until = new double[_caseOf.Length], later = new double[_caseOf.Length], constants = new double[_caseOf.Length];
        for (int place = 0; place < constants.Length; place++)
        {
            int p = _caseOf[place];
            until[place] = Math.Pow(_deriving.Discounts[p], month);
            later[place] = Math.Pow(_deriving.Discounts[p], blank.Choice.Months);
            double after = blank.After[p] + blank.Growth[p] * Math.Min(month, blank.Choice.GrowthMonths);
            constants[place] = (1 - until[place] * later[place]) * problem.Space.Constants[place]
                + until[place] * (1 - later[place]) * beside[p] + until[place] * later[place] * after;
        }
        DealBlock[] blocks = [.. problem.Space.Blocks.Select((block, b) => block with
        {
            Choices = [.. block.Choices.Select((choice, c) => choice with
            {
                Points = [.. choice.Points.Select((points, i) => (1 - until[i] * later[i]) * points
                    + until[i] * (1 - later[i]) * _points[breaker][b].Taken[c][i] + until[i] * later[i] * _points[breaker][b].Guarantee[c][i])],
            })],
        })];
        return problem with { Space = problem.Space with { Blocks = blocks, Constants = constants } };
    }

    private double[] InProblemOrder(double[] byCase)
    {
        var result = new double[byCase.Length];
        for (int place = 0; place < result.Length; place++)
        {
            result[place] = byCase[_caseOf[place]];
        }
        return result;
    }

    private static double[] Minus(double[] a, double[] b) => a.Zip(b, (x, y) => x - y).ToArray();

    private static double[] Plus(double[] a, double[] b) => a.Zip(b, (x, y) => x + y).ToArray();
}
