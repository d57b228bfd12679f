using System.Globalization;
using System.Text;

namespace Fulcrum.Interchange.GeniusWeb;

/// <summary>Names that GeniusWeb takes for a domain or a profile: letters and digits of ASCII only.</summary>
internal static class SimpleNames
{
    /// <summary>One name each, all different (also where capitals count for nothing): the words of the name joined, or the kind with a number where no letter or digit is left.</summary>
    public static string[] Of(IEnumerable<string> names, string kind)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name => Joined(name) is { Length: > 0 } joined ? joined : kind).Select(wanted => Unused(wanted, used))];
    }

    private static string Unused(string wanted, HashSet<string> used)
    {
        string name = wanted;
        for (int n = 2; !used.Add(name); n++)
        {
            name = wanted + n.ToString(CultureInfo.InvariantCulture);
        }
        return name;
    }

    // A word that follows a gap starts with a capital: 'treaty talks' is 'treatyTalks'.
    private static string Joined(string name)
    {
        var joined = new StringBuilder();
        bool gap = false;
        foreach (char c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                joined.Append(gap && joined.Length > 0 ? char.ToUpperInvariant(c) : c);
            }
            gap = !char.IsAsciiLetterOrDigit(c);
        }
        return joined.ToString();
    }
}
