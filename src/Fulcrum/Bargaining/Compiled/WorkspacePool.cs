using System.Collections.Concurrent;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>Workspaces that are free at the moment: a thread takes one for a draw and gives it back. As many come to be as threads work at once. Thread-safe.</summary>
internal sealed class WorkspacePool
{
    private readonly ConcurrentBag<DrawWorkspace> _free = [];
    private readonly Lock _compiling = new();
    private CompiledCase? _case;
    private SituationStart? _start;
    private DrawResult? _unfilled;

    public DrawWorkspace Take(CasePlan plan)
    {
        if (_free.TryTake(out DrawWorkspace? free))
        {
            return free;
        }
        lock (_compiling)
        {
            _case ??= new CompiledCase(plan);
            _start ??= MidRange(_case);
            return new DrawWorkspace(_case, _start);
        }
    }

    /// <summary>What is the same in every draw of the plan; worked out at the first question.</summary>
    public CompiledCase Compiled(CasePlan plan)
    {
        lock (_compiling)
        {
            return _case ??= new CompiledCase(plan);
        }
    }

    /// <summary>The result of a draw before anything is known, without the plan's dates; made at the first question.</summary>
    public DrawResult Unfilled(CasePlan plan, Func<CasePlan, DrawResult> make) => _unfilled ??= make(plan);

    public void GiveBack(DrawWorkspace workspace) => _free.Add(workspace);

    // The solution at mid-range, from which every draw begins.
    private static SituationStart MidRange(CompiledCase compiled)
    {
        var workspace = new DrawWorkspace(compiled, null);
        workspace.Begin(CaseNumbers.MidRange(compiled.Plan.Case), ignoreRedLines: false);
        return workspace.Solver.First;
    }
}
