namespace Fulcrum.Studies.Cruxes;

/// <summary>One override of a reading.</summary>
/// <param name="Place">Its place among the reading's overrides.</param>
public sealed record PlacedOverride(int Place, string Path, string Text);

/// <summary>Assumptions that are swapped together between two readings.</summary>
/// <param name="Name">The path that they share ('levers.relief', 'issues.land.north'), or the name that the case gives the group.</param>
/// <param name="First">The first reading's overrides in it, in file order; empty where it has none.</param>
public sealed record DifferingGroup(string Name, IReadOnlyList<PlacedOverride> First, IReadOnlyList<PlacedOverride> Second)
{
    public IReadOnlyList<string> Paths => [.. First.Concat(Second).Select(o => o.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public DifferingGroup With(DifferingGroup other) => new(
        $"{Name} + {other.Name}", [.. First.Concat(other.First).OrderBy(o => o.Place)], [.. Second.Concat(other.Second).OrderBy(o => o.Place)]);
}

/// <summary>
/// Sorts the overrides of two readings into groups: a lever, a party's view of an issue, a course, a move, or what the case names as a group. Overrides that touch
/// the same place stay together, and a group in which the readings do not differ is none.
/// </summary>
internal static class AssumptionGroups
{
    private static readonly string[] OfIssue = ["options", "needs", "range", "asks", "name", "status-quo", "key", "also"];
    private static readonly string[] OfNoDeal = ["per-month", "if-refused-by"];

    /// <param name="stated">The case's own groups: name and paths.</param>
    /// <returns>The groups that differ, by name; and the overrides that both readings share, as places in the first.</returns>
    public static (IReadOnlyList<DifferingGroup> Groups, IReadOnlyList<int> Shared) Of(
        IReadOnlyList<(string Path, string Text)> first, IReadOnlyList<(string Path, string Text)> second, IReadOnlyList<(string Name, IReadOnlyList<string> Paths)> stated)
    {
        (bool First, PlacedOverride Override)[] all =
            [.. first.Select((o, i) => (true, new PlacedOverride(i, o.Path, o.Text))), .. second.Select((o, i) => (false, new PlacedOverride(i, o.Path, o.Text)))];
        int[] leader = [.. Enumerable.Range(0, all.Length)];
        string[] names = [.. all.Select(o => NameOf(o.Override.Path, stated))];
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (names[i] == names[j] || Overlap(all[i].Override.Path, all[j].Override.Path))
                {
                    Join(leader, i, j);
                }
            }
        }
        List<DifferingGroup> groups = [];
        List<int> shared = [];
        foreach (IGrouping<int, int> members in Enumerable.Range(0, all.Length).GroupBy(i => Root(leader, i)))
        {
            PlacedOverride[] ofFirst = [.. members.Where(i => all[i].First).Select(i => all[i].Override)];
            PlacedOverride[] ofSecond = [.. members.Where(i => !all[i].First).Select(i => all[i].Override)];
            if (ofFirst.Select(o => (o.Path, o.Text)).SequenceEqual(ofSecond.Select(o => (o.Path, o.Text))))
            {
                shared.AddRange(ofFirst.Select(o => o.Place));
            }
            else
            {
                groups.Add(new DifferingGroup(string.Join(" + ", members.Select(i => names[i]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), ofFirst, ofSecond));
            }
        }
        return ([.. groups.OrderBy(g => g.Name, StringComparer.Ordinal)], [.. shared.Order()]);
    }

    /// <summary>Whether one path leads to or through the place of the other.</summary>
    public static bool Overlap(string one, string other)
    {
        string[] a = one.Split('.'), b = other.Split('.');
        return Enumerable.Range(0, Math.Min(a.Length, b.Length)).All(i => a[i] == b[i] || a[i] == "*" || b[i] == "*");
    }

    /// <summary>The group that a path belongs to by itself.</summary>
    internal static string NameOf(string path, IReadOnlyList<(string Name, IReadOnlyList<string> Paths)> stated)
    {
        if (stated.FirstOrDefault(g => g.Paths.Any(p => Covers(p, path))) is { Name: { } name })
        {
            return name;
        }
        string[] steps = path.Split('.');
        int keep = steps switch
        {
            ["issues", _, var what, ..] => OfIssue.Contains(what) || what == "*" ? 2 : 3,
            ["no-deal", var what, ..] when OfNoDeal.Contains(what) => 3,
            ["together", ..] or ["consent", ..] => 1,
            _ => 2,
        };
        return string.Join('.', steps.Take(keep));
    }

    private static bool Covers(string stated, string path) => stated.Split('.').Length <= path.Split('.').Length && Overlap(stated, path);

    private static int Root(int[] leader, int i) => leader[i] == i ? i : Root(leader, leader[i]);

    private static void Join(int[] leader, int i, int j) => leader[Root(leader, i)] = Root(leader, j);
}
