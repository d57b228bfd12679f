using System.Globalization;
using System.Text;
using Fulcrum.Cases.Binding;
using Fulcrum.Cases.Editing;

namespace Fulcrum.Interchange;

/// <summary>Small pieces of a case's YAML: numbers, quoted words, ids made from names.</summary>
internal static class CaseText
{
    private const int Decimals = 10;

    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "yes", "no", "on", "off", "true", "false", "null", "y", "n", "all", "base", "cost", "note", "rest", "is", "set", "who", "when", "adds", "status-quo", "quoted", "judged-from", "times", "remove", "name", "key", "also",
        "asks", "options", "range", "needs", "only", "role", "claim", "chance", "as", "if-refused-by", "per-month", "after-breach",
    };

    /// <summary>A number as a case writes it, rounded to 10 decimals so that what is written and read again is the same.</summary>
    public static string Number(double value)
    {
        double rounded = Math.Round(value, Decimals);
        return (rounded == 0 ? 0 : rounded).ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>A text as it may stand as a value in YAML, also inside braces.</summary>
    public static string Word(string text) => YamlWriter.Inline(EditValue.Of(text));

    /// <summary>A text on one line of a comment.</summary>
    public static string Comment(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);

    /// <summary>The name as a reader sees it when the file gives none.</summary>
    public static string DefaultName(string id) => Naming.FromId(id);

    /// <summary>One id per name, all different, none that the case format keeps for itself.</summary>
    public static string[] Ids(IEnumerable<string> names, string kind)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        var ids = new List<string>();
        foreach (string name in names)
        {
            string wanted = Wanted(name, kind);
            string id = wanted;
            // Thousands of names may want the same id: each goes on where the one before stopped.
            int n = last.GetValueOrDefault(wanted, 1);
            while (!used.Add(id))
            {
                id = $"{wanted}-{(++n).ToString(CultureInfo.InvariantCulture)}";
            }
            last[wanted] = n;
            ids.Add(id);
        }
        return [.. ids];
    }

    /// <summary>A visible name: control characters become spaces, nothing becomes 'unnamed'.</summary>
    public static string Visible(string name)
    {
        var kept = new StringBuilder();
        foreach (char c in name)
        {
            kept.Append(char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' ? ' ' : c);
        }
        string shown = kept.ToString().Trim();
        return shown.Length > 0 ? shown : "unnamed";
    }

    private static string Wanted(string name, string kind)
    {
        const int longest = 60;
        string id = Slug.Of(name.Length > longest ? name[..longest] : name);
        return Taken.Contains(id) || id == "text" ? $"{kind}-{id}" : id;
    }
}
