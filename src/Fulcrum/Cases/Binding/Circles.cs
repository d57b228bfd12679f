namespace Fulcrum.Cases.Binding;

/// <summary>Finds what leads back to itself.</summary>
internal static class Circles
{
    /// <summary>One member of each circle, in the order of the keys. Every key leads to at most one other.</summary>
    public static IReadOnlyList<T> In<T>(IReadOnlyDictionary<T, T> next) where T : notnull
    {
        var done = new HashSet<T>();
        List<T> found = [];
        foreach (T start in next.Keys)
        {
            var path = new HashSet<T>();
            T at = start;
            while (!done.Contains(at) && path.Add(at) && next.TryGetValue(at, out T? following))
            {
                at = following;
            }
            if (path.Contains(at) && !done.Contains(at) && next.ContainsKey(at))
            {
                found.Add(at);
            }
            done.UnionWith(path);
        }
        return found;
    }
}
