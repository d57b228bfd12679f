namespace Fulcrum.Web.Desk;

/// <summary>
/// One answer a page: a newer question of the same page ends the older one. Questions may come in in another order than they were asked in, so the page numbers them.
/// </summary>
internal sealed class PageTurns
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long Turn, CancellationTokenSource Ends)> _underWay = new(StringComparer.Ordinal);

    /// <summary>Answers a question unless a newer one of the same page is under way, and as long as none begins.</summary>
    /// <param name="page">Null: the question is nobody's successor and has none.</param>
    /// <param name="turn">Of two questions the one with the greater number is the newer; of two with the same number the one that came in later.</param>
    /// <exception cref="OperationCanceledException">A newer question took its place, or the page gave it up.</exception>
    public T Answer<T>(string? page, long turn, Func<CancellationToken, T> answer, CancellationToken givenUp)
    {
        if (page is null)
        {
            return answer(givenUp);
        }
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(givenUp);
        Begin(page, turn, ends);
        try
        {
            return answer(ends.Token);
        }
        finally
        {
            End(page, ends);
        }
    }

    private void Begin(string page, long turn, CancellationTokenSource ends)
    {
        lock (_lock)
        {
            bool busy = _underWay.TryGetValue(page, out (long Turn, CancellationTokenSource Ends) other);
            if (busy && other.Turn > turn)
            {
                throw new OperationCanceledException();
            }
            if (busy)
            {
                other.Ends.Cancel();
            }
            _underWay[page] = (turn, ends);
        }
    }

    private void End(string page, CancellationTokenSource ends)
    {
        lock (_lock)
        {
            if (_underWay.TryGetValue(page, out (long Turn, CancellationTokenSource Ends) last) && last.Ends == ends)
            {
                _underWay.Remove(page);
            }
        }
    }
}
