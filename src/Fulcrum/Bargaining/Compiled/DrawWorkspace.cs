using Fulcrum.Bargaining.Solutions;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// All that one thread needs to answer draws of a case, one after the other: filled anew for every draw, its arrays kept. What it answers depends on the draw
/// alone, never on the draws before.
/// </summary>
internal sealed class DrawWorkspace
{
    private readonly LeverSlots _slots;
    private readonly YieldSets _sets;
    private readonly DrawnFacts _facts;
    private readonly DrawnBlocks _blocks;

    private readonly Lender _lent = new(takesBack: true);
    private readonly SituationStart? _start;

    /// <param name="start">Where the solving of every draw begins, the same for all workspaces of a plan; null for nowhere.</param>
    public DrawWorkspace(CompiledCase compiled, SituationStart? start)
    {
        (Case, _start) = (compiled, start);
        var model = new DrawnModel(compiled);
        _slots = new LeverSlots(compiled, model);
        _sets = new YieldSets(compiled);
        Moves = new DrawnMoves(compiled, _slots, _sets);
        _facts = new DrawnFacts(compiled, model, _slots, _sets);
        _blocks = new DrawnBlocks(compiled, model, _slots, _sets);
        Model = model;
        Lottery = new LotterySolver(_lent);
        Solver = new SituationSolver(compiled, model, _slots, _facts, _blocks, Lottery);
        Today = new Situation(compiled);
        Other = new Situation(compiled);
        Costs = new DrawCosts(this);
        TodayInFull = new DrawToday(this);
        Leverages = new DrawLeverages(this);
    }

    public CompiledCase Case { get; }

    public DrawnModel Model { get; }

    public LeverSlots Slots => _slots;

    public DrawnMoves Moves { get; }

    public LotterySolver Lottery { get; }

    public SituationSolver Solver { get; }

    /// <summary>With every move of the plan.</summary>
    public Situation Today { get; }

    /// <summary>The number under which today's solution is kept.</summary>
    public int Now { get; private set; }

    /// <summary>For any other situation; filled anew by every question.</summary>
    public Situation Other { get; }

    public DrawCosts Costs { get; }

    public DrawToday TodayInFull { get; }

    public DrawLeverages Leverages { get; }

    public void Begin(CaseNumbers numbers, bool ignoreRedLines)
    {
        _lent.TakeBack();
        Model.Fill(numbers);
        _slots.Begin();
        _sets.Begin(Moves);
        Moves.Fill(numbers);
        _facts.Begin();
        _blocks.Begin(ignoreRedLines);
        Solver.Begin(_start);
        Costs.Begin();
        Today.Months = Other.Months = MonthsAt(Case.Plan.AsOf);
        Moves.With(Moves.All, Today);
        Now = Solver.SolveFirst(Today);
    }

    /// <summary>Months of drift at a date: negative before the case's as-of date.</summary>
    public double MonthsAt(DateOnly date) => Situations.DrawModel.MonthsBetween(Case.Plan.Case.AsOf, date);

    /// <summary>Back from the order of keys to the order of the file.</summary>
    public void InFileOrder(ReadOnlySpan<double> byParty, Span<double> inFile)
    {
        for (int p = 0; p < inFile.Length; p++)
            inFile[p] = byParty[Case.Layout.PartyPlaces[p]];
    }
}
