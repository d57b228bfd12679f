using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads 'after-breach:': one course for everybody's breach, or a course by breaker.</summary>
internal static class AfterBreachBinder
{
    /// <param name="usual">What a refusal leads into where <paramref name="refused"/> names no other course.</param>
    public static (CourseId? All, IReadOnlyDictionary<PartyId, CourseId> By) Bind(
        SyntaxNode? node, CourseId? usual, IReadOnlyDictionary<PartyId, CourseId> refused, BindingState state)
    {
        var by = new Dictionary<PartyId, CourseId>();
        if (node is not MapNode map || map["is"] is not null)
        {
            SyntaxNode? word = node is null ? null : Block.Bare(node, state);
            return (word is null ? null : Course(word, usual, state), by);
        }
        foreach (MapEntry entry in new Block(map, "'after-breach'", state).Others())
        {
            if (state.Parties.Resolve(entry.Key, state.Problems) is { } id && new PartyId(id) is var party
                && Course(Block.Bare(entry.Value, state), refused.TryGetValue(party, out CourseId own) ? own : usual, state) is { } course)
            {
                by[party] = course;
            }
        }
        return (null, by);
    }

    private static CourseId? Course(SyntaxNode word, CourseId? noDeal, BindingState state)
    {
        if (state.Courses.Resolve(word, state.Problems) is not { } course)
        {
            return null;
        }
        if (noDeal?.Value == course)
        {
            state.Report(CourseProblems.AfterBreachIsNoDeal(word, course));
        }
        return new CourseId(course);
    }
}
