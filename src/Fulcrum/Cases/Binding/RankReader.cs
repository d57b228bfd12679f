using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads 'a > b ~ c' and enters it in the list of the case's rankings.</summary>
internal static class RankReader
{
    public static bool LooksLikeRank(string text) => text.AsSpan().IndexOfAny('>', '~') >= 0;

    /// <param name="resolve">The member that a word names, or null with a problem.</param>
    /// <param name="required">Members that must stand in it.</param>
    /// <returns>Null, with problems, when it is not a ranking of these members.</returns>
    public static Ranking? Read(
        ScalarNode node, Trail trail, bool ofWeights, Support support, Func<ScalarNode, string?> resolve, IEnumerable<string> required, BindingState state)
    {
        var groups = new List<IReadOnlyList<string>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        bool sound = true;
        int at = 0;
        foreach (string step in node.Value.Split('>'))
        {
            var group = new List<string>();
            foreach (string word in step.Split('~'))
            {
                ScalarNode? member = Member(node, at, word);
                at += word.Length + 1;
                if (member is null)
                {
                    state.Report(NumberProblems.RankMalformed(node));
                    return null;
                }
                string? id = resolve(member);
                if (id is not null && !seen.Add(id))
                {
                    state.Report(NumberProblems.RankRepeats(member, id));
                    sound = false;
                }
                else if (id is not null)
                {
                    group.Add(id);
                }
                sound &= id is not null;
            }
            groups.Add(group);
        }
        string[] missing = [.. required.Where(m => !seen.Contains(m))];
        if (sound && missing.Length > 0)
        {
            state.Report(NumberProblems.RankMisses(node, missing));
            return null;
        }
        if (!sound)
        {
            return null;
        }
        var ranking = new Ranking(state.Rankings.Count, trail.Path, trail.Key, groups, ofWeights, support, node.Place);
        state.Rankings.Add(ranking);
        return ranking;
    }

    private static ScalarNode? Member(ScalarNode node, int at, string word)
    {
        string trimmed = word.Trim();
        int lead = word.Length - word.TrimStart().Length;
        return trimmed.Length == 0 ? null : node.Part(at + lead, trimmed.Length);
    }
}
