using System.Collections.Concurrent;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>Workspaces that are free at the moment: a thread takes one for a draw and gives it back. As many come to be as threads work at once. Thread-safe.</summary>
internal sealed class WorkspacePool
{
    private readonly ConcurrentBag<DrawWorkspace> _free = [];
    private readonly Lock _compiling = new();
    private CompiledCase? _case;

    public DrawWorkspace Take(CasePlan plan) => _free.TryTake(out DrawWorkspace? free) ? free : new DrawWorkspace(CaseOf(plan));

    public void GiveBack(DrawWorkspace workspace) => _free.Add(workspace);

    private CompiledCase CaseOf(CasePlan plan)
    {
        lock (_compiling)
        {
            return _case ??= new CompiledCase(plan);
        }
    }
}
