using Fulcrum.Cases;

namespace Fulcrum.Findings;

/// <summary>A number's dotted path in words for readers: the names of the case in place of its ids.</summary>
internal sealed class PathWords
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["cost"] = "cost", ["chance"] = "chance", ["deal"] = "in a deal", ["no-deal"] = "without a deal", ["breach"] = "after a breach", ["credibility"] = "credibility",
        ["costs-holder"] = "cost to its holder when carried out", ["per-month"] = "drift a month", ["claim"] = "share of the bargaining weight", ["binds"] = "chance that it binds",
        ["amount"] = "share that moves", ["adds"] = "points added", ["seen-by"] = "as seen by", ["general"] = "in general", ["reserve"] = "in reserve", ["announced"] = "announced",
        ["in-force"] = "in force", ["months"] = "months", ["cost-left"] = "share of the cost that goes on", ["drift"] = "drift a month while it lasts", ["deal-after"] = "chance of a final deal after it",
        ["deal-without"] = "chance of a final deal without it", ["learns"] = "what it shows is worth", ["gains"] = "gained beside the facts", ["loses"] = "lost beside the facts",
        ["rearms-for"] = "months", ["discount"] = "all parties", ["backing-down"] = "cost of backing down",
    };

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public PathWords(Case @case)
    {
        foreach (Party party in @case.Parties)
        {
            _names[party.Id.Value] = party.Name;
            _names["refused-by-" + party.Id.Value] = $"if {party.Name} refuses";
        }
        foreach (Outcome outcome in @case.NoDeal?.Courses.SelectMany(c => c.Outcomes) ?? [])
        {
            _names.TryAdd(outcome.Id.Value, outcome.Name);
        }
        foreach (IssueOption option in @case.Issues.SelectMany(i => i.Options))
        {
            _names.TryAdd(option.Id.Value, option.Name);
        }
        foreach (Issue issue in @case.Issues)
        {
            _names[issue.Id.Value] = issue.Name;
        }
    }

    /// <summary>What stands after the group's two steps.</summary>
    public string Of(string path)
    {
        string[] steps = path.Split('.');
        string[] rest = steps.Length > 2 ? steps[2..] : steps[^1..];
        return string.Join(", ", rest.Select(s => Keys.GetValueOrDefault(s) ?? _names.GetValueOrDefault(s) ?? s));
    }
}
