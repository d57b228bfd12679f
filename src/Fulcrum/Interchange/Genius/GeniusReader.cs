using Fulcrum.Cases;
using Fulcrum.Cases.Syntax;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange.Genius;

/// <summary>A GENIUS domain with its profiles, from the files that lie together; parties in file-name order (ordinal).</summary>
internal static class GeniusReader
{
    public static ForeignNegotiation? Read(IReadOnlyList<FileText> files, string folder, List<CaseProblem> problems)
    {
        var roots = new List<(FileText File, XmlNode Root)>();
        foreach (FileText file in files)
        {
            // Folders of domains often hold lists of results under the same ending.
            if (files.Count > 1 && !file.Text.AsSpan().TrimStart().StartsWith("<"))
            {
                problems.Add(InterchangeProblems.NotXml(file.Path));
                continue;
            }
            if (XmlFile.Read(file, problems) is not { } root)
            {
                continue;
            }
            if (GeniusDomain.Is(root) || GeniusProfile.Is(root))
            {
                roots.Add((file, root));
            }
            else if (files.Count == 1)
            {
                problems.Add(InterchangeProblems.WrongRoot(root, "'negotiation_template' (a domain) or 'utility_space' (a profile)"));
            }
        }
        if (problems.Any(p => p.Severity == Severity.Error))
        {
            return null;
        }
        (FileText File, XmlNode Root)[] domains = [.. roots.Where(r => GeniusDomain.Is(r.Root))];
        (FileText File, XmlNode Root)[] profiles = [.. roots.Where(r => GeniusProfile.Is(r.Root))];
        if (domains.Length > 1)
        {
            problems.Add(InterchangeProblems.TwoDomains(domains[1].File.Path, domains[0].File.Path));
            return null;
        }
        if (profiles.Length == 0)
        {
            problems.Add(InterchangeProblems.NoProfiles(folder));
            return null;
        }
        // A profile repeats the issues of its domain, so that one without a domain can be read too.
        XmlNode described = domains.Length == 1 ? domains[0].Root : profiles[0].Root;
        if (GeniusDomain.Read(described, problems) is not { } domain || ForeignSize.Refused(profiles[^1].Root, domain.Issues, profiles.Length, problems))
        {
            return null;
        }
        ForeignParty?[] parties = [.. profiles.Select(p => GeniusProfile.Read(p.Root, Path.GetFileNameWithoutExtension(p.File.Path), domain, problems))];
        if (parties.Any(p => p is null))
        {
            return null;
        }
        string title = domain.Title.Length > 0 ? domain.Title : folder;
        return new ForeignNegotiation(title, $"From GENIUS: {string.Join(", ", roots.Select(r => r.File.Path))}", domain.Issues, [.. parties.Select(p => p!)]);
    }
}
