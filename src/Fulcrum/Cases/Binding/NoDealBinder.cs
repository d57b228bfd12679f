using System.Globalization;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads 'no-deal:': the courses of events without agreement.</summary>
internal static class NoDealBinder
{
    private static readonly string[] ReservedCourses = ["if-refused-by", "per-month", "after-breach", "note", "quoted", "judged-from", "times", "remove"];
    private static readonly string[] ReservedOutcomes = ["cost", "then", "name", "key", "also", "note", "quoted", "judged-from", "times", "remove"];

    public static NoDeal? Bind(Block root, IReadOnlyList<Issue> issues, BindingState state)
    {
        if (root.Inner("no-deal") is not { } block)
        {
            return null;
        }
        BlockSupport support = block.Support(BlockSupport.None);
        Block? refused = block.Inner("if-refused-by");
        SyntaxNode? perMonth = block.Take("per-month");
        SyntaxNode? afterBreach = block.Take("after-breach");
        List<Course> courses = [];
        var sequels = new Dictionary<CourseId, Func<CourseSequel?>>();
        foreach (MapEntry entry in block.Others())
        {
            if (BindCourse(entry, issues, support, sequels, state) is { } course)
            {
                courses.Add(course);
            }
        }
        var drift = QuantityReader.PerParty(perMonth, "'per-month'", Trail.At("no-deal").Then("per-month"), NumberScale.PointsAMonth, support, state);
        var after = new Dictionary<PartyId, CourseId>();
        foreach (MapEntry entry in refused?.Others() ?? [])
        {
            if (state.Parties.Resolve(entry.Key, state.Problems) is { } party && state.Courses.Resolve(Block.Bare(entry.Value, state), state.Problems) is { } course)
            {
                after[new PartyId(party)] = new CourseId(course);
            }
        }
        (CourseId? breach, IReadOnlyDictionary<PartyId, CourseId> breachBy) = AfterBreachBinder.Bind(afterBreach, courses.Count > 0 ? courses[0].Id : null, after, state);
        courses = [.. courses.Select(c => c with { Then = sequels.GetValueOrDefault(c.Id)?.Invoke() })];
        SequelBinder.CheckCircles(courses, block, state);
        if (courses.Count == 0)
        {
            state.Report(CourseProblems.NoCourses(root.Map["no-deal"]!.Key));
            return null;
        }
        return new NoDeal(courses, after, drift, breach) { AfterBreachBy = breachBy };
    }

    private static Course? BindCourse(MapEntry entry, IReadOnlyList<Issue> issues, BlockSupport outer, Dictionary<CourseId, Func<CourseSequel?>> sequels, BindingState state)
    {
        string id = entry.Key.Value;
        if (Block.Of(entry.Value, $"course {id}", state) is not { } block)
        {
            state.Courses.AddBroken(entry.Key);
            return null;
        }
        (string key, string name, _) = block.Names(id);
        BlockSupport support = block.Support(outer);
        SyntaxNode? cost = block.Take("cost");
        Block? then = block.Inner("then");
        if (!state.Courses.Add(entry.Key, key, state.Problems, ReservedCourses))
        {
            return null;
        }
        Trail trail = Trail.At("no-deal").Then(id, key);
        if (then is not null)
        {
            sequels[new CourseId(id)] = () => SequelBinder.Bind(then, entry.Key, id, trail.Then("then"), support, state);
        }
        MapEntry[] stated = [.. block.Others()];
        var outcomes = new List<Outcome>();
        var register = new Register("outcome");
        bool chances = true;
        foreach (MapEntry outcome in stated)
        {
            if (BindOutcome(outcome, stated.Length == 1, trail, issues, support, register, state) is var (bound, hasChance))
            {
                outcomes.Add(bound);
                chances &= hasChance;
            }
        }
        if (stated.Length == 0)
        {
            state.Report(CourseProblems.NoOutcomes(entry.Key, id));
        }
        else if (outcomes.Count == stated.Length && chances)
        {
            CheckChances(entry.Key, id, outcomes, state);
        }
        var costs = QuantityReader.PerParty(cost, $"the cost of {id}", trail.Then("cost"), NumberScale.Points, support, state);
        return new Course(new CourseId(id), key, name, outcomes, costs, entry.Key.Place);
    }

    // Also whether its chance could be read: what stands in for one that could not sums to nothing meant.
    private static (Outcome Outcome, bool HasChance)? BindOutcome(
        MapEntry entry, bool alone, Trail course, IReadOnlyList<Issue> issues, BlockSupport outer, Register register, BindingState state)
    {
        string id = entry.Key.Value;
        if (Block.Of(entry.Value, $"outcome {id}", state) is not { } block)
        {
            return null;
        }
        (string key, string name, _) = block.Names(id);
        SyntaxNode? chance = block.Take("chance");
        Block? facts = block.Inner("as");
        BlockSupport support = block.Support(outer);
        block.Close();
        if (!register.Add(entry.Key, key, state.Problems, ReservedOutcomes))
        {
            return null;
        }
        Trail trail = course.Then(id, key).Then("chance");
        int before = state.Problems.Count;
        if (chance is null && !alone && block.Map["chance"] is null)
        {
            state.Report(WordProblems.Missing(entry.Key, $"outcome {id}", "chance", "0.3..0.5"));
        }
        Quantity probability = chance is null ? QuantityReader.Default(1, trail, NumberScale.Chance, entry.Key, state) : QuantityReader.Read(chance, trail, NumberScale.Chance, support, state);
        bool hasChance = !state.Problems.Skip(before).Any(p => p.Severity == Severity.Error);
        if (facts is null && issues.Count > 0 && block.Map["as"] is null)
        {
            state.Report(WordProblems.Missing(entry.Key, $"outcome {id}", "as", "{rest: status-quo}"));
        }
        IReadOnlyList<int> indices = facts is null ? [.. issues.Select(i => i.StatusQuo)] : Facts(facts, id, issues, state);
        return (new Outcome(new OutcomeId(id), key, name, probability, indices, support.For(block.Map), entry.Key.Place), hasChance);
    }

    private static int[] Facts(Block block, string outcome, IReadOnlyList<Issue> issues, BindingState state)
    {
        bool rest = block.Take("rest") is { } word && IsStatusQuo(word, state);
        var stated = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (MapEntry entry in block.Others())
        {
            if (state.IssueIds.Resolve(entry.Key, state.Problems) is { } issue && state.OptionsByIssue.TryGetValue(issue, out IssueOptions? options))
            {
                stated[issue] = options.Resolve(entry.Value, state) ?? 0;
            }
        }
        string[] unstated = [.. issues.Select(i => i.Id.Value).Where(i => !stated.ContainsKey(i))];
        if (!rest && unstated.Length > 0 && block.Map["rest"] is null)
        {
            state.Report(CourseProblems.IssueUnstated(block.Map, outcome, unstated));
        }
        return [.. issues.Select(i => stated.TryGetValue(i.Id.Value, out int option) ? option : i.StatusQuo)];
    }

    private static bool IsStatusQuo(SyntaxNode node, BindingState state)
    {
        if (node is ScalarNode { Value: "status-quo" })
        {
            return true;
        }
        state.Report(CourseProblems.RestOfFacts(node));
        return false;
    }

    private static void CheckChances(ScalarNode key, string course, List<Outcome> outcomes, BindingState state)
    {
        int rests = outcomes.Count(o => o.Chance.Shape is NumberShape.Rest);
        if (rests > 1)
        {
            state.Report(CourseProblems.RestTwice(key, course));
            return;
        }
        IEnumerable<NumberShape> stated = outcomes.Select(o => o.Chance.Shape).Where(s => s is not NumberShape.Rest);
        double least = stated.Sum(s => s.Least);
        double most = stated.Sum(s => s.Most);
        const double tolerance = 1e-9;
        if (least > 1 + tolerance)
        {
            state.Report(CourseProblems.ChancesCannotSum(key, course, $"at least {Shown(least)}"));
        }
        else if (rests == 0 && most < 1 - tolerance)
        {
            state.Report(CourseProblems.ChancesCannotSum(key, course, $"at most {Shown(most)}"));
        }
    }

    private static string Shown(double sum) => sum.ToString("0.###", CultureInfo.InvariantCulture);
}
