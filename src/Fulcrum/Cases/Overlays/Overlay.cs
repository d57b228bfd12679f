using Fulcrum.Cases.Binding;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Overlays;

/// <summary>One override: where, and what. The path's node is where problems point.</summary>
internal sealed record OverlayEntry(ScalarNode Path, SyntaxNode Value);

/// <summary>
/// Puts overrides into a case's trees before they are bound, so that an override is checked like the file itself. Later entries see what earlier
/// ones did.
/// </summary>
internal static class Overlay
{
    private const string Ledger = "ledger";

    /// <returns>The trees with the overrides in them. Those into a ledger that could not be read are passed over.</returns>
    public static CaseTrees Apply(CaseTrees trees, IEnumerable<OverlayEntry> entries, List<CaseProblem> problems)
    {
        (MapNode @case, MapNode? ledger) = (trees.Case, trees.Ledger);
        foreach (OverlayEntry entry in entries)
        {
            string path = entry.Path.Value;
            string[] steps = Steps(path);
            if (steps.Any(s => s.Length == 0) || steps is [Ledger])
            {
                problems.Add(SourceProblems.PathMalformed(entry.Path, path));
            }
            else if (steps[0] == Ledger && !trees.LedgerReadable)
            {
                continue;
            }
            else if (steps[0] == Ledger)
            {
                MapNode root = ledger ?? new MapNode(entry.Path.Source, entry.Path.Start, entry.Path.End, [], isFlow: false);
                ledger = new OverlayEdit(entry, ["moves", .. steps[1..]], problems).Apply(root);
            }
            else
            {
                @case = new OverlayEdit(entry, steps, problems).Apply(@case);
            }
        }
        return trees with { Case = @case, Ledger = ledger };
    }

    // The dot in an option such as 0.5 belongs to the number: no step is all digits beside another that is.
    private static string[] Steps(string path)
    {
        List<string> steps = [];
        foreach (string step in path.Split('.'))
        {
            if (steps.Count > 0 && IsDigits(step) && IsDigits(steps[^1]))
            {
                steps[^1] += "." + step;
            }
            else
            {
                steps.Add(step);
            }
        }
        return [.. steps];
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
