using Fulcrum.Cases;

namespace Fulcrum.Findings.Kept;

/// <summary>What a path of the case stands for, said within a sentence.</summary>
internal static class PathPhrase
{
    public static string Of(Case @case, string path)
    {
        string[] steps = path.Split('.');
        string Party(int at) => steps.Length > at ? @case.Parties.FirstOrDefault(p => p.Id.Value == steps[at])?.Name ?? steps[at] : "all";
        Course? course = steps.Length > 1 ? @case.NoDeal?.Courses.FirstOrDefault(c => c.Id.Value == steps[1]) : null;
        Outcome? outcome = steps.Length > 2 ? course?.Outcomes.FirstOrDefault(o => o.Id.Value == steps[2]) : null;
        return (steps[0], steps.ElementAtOrDefault(1)) switch
        {
            ("no-deal", "per-month") => $"how {Party(2)}'s prospects without a deal drift a month",
            ("no-deal", _) when course is not null && outcome is not null && steps[^1] == "chance" => $"the chance of '{outcome.Name}' in '{course.Name}'",
            ("no-deal", _) when course is not null && steps.Length == 4 && steps[2] == "cost" => $"what '{course.Name}' costs {Party(3)}",
            ("keeping", "rearms") when steps.Length == 4 => $"what a month of quiet adds to what {Party(3)} has after a breach by {Party(2)}",
            ("keeping", "response") when steps.Length == 3 => $"the months until a breach by {Party(2)} is answered",
            ("weights", _) when steps.Length == 2 => $"what counts for {Party(1)}",
            _ => General(@case, path, steps),
        };
    }

    private static string General(Case @case, string path, string[] steps)
    {
        string group = AssumptionComposer.NameOf(@case, string.Join('.', steps.Take(2)));
        return steps.Length > 2 ? $"'{group}, {new PathWords(@case).Of(path)}'" : $"'{group}'";
    }
}
