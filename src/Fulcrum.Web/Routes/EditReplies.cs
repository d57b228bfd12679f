using Fulcrum.Web.Desk;
using Fulcrum.Web.Serving;

namespace Fulcrum.Web.Routes;

/// <summary>How the outcome of an edit is told.</summary>
internal static class EditReplies
{
    public static Reply Of(CaseDesk desk, EditOutcome outcome)
    {
        if (outcome.Conflict is { } file)
        {
            return new Reply(409, new ConflictView(file.Name, CaseSnapshot.Text(file.Wanted ?? []), file.Standing is { } there ? CaseSnapshot.Text(there) : null, file.Base is { } before ? CaseSnapshot.Text(before) : null, file.Version, desk.Now.Version)
            {
                Problems = [ProblemView.Of(ServeProblems.Changed(file.Name))],
            });
        }
        if (outcome.Refused is { } why)
        {
            return Reply.Problem(500, ServeProblems.NotSaved(why));
        }
        CaseSnapshot now = desk.Look();
        return Reply.Ok(new SavedView(now.Version, [.. outcome.Files.Select(f => new SavedFile(f, now.VersionOf(f)))], [.. now.Problems.Select(ProblemView.Of)]));
    }

    /// <param name="known">The version of the file that the page knew.</param>
    /// <param name="places">Of an edit of single places: those that somebody else changed.</param>
    public static Reply Conflict(CaseDesk desk, string name, string yours, string known, IReadOnlyList<MetPlace>? places = null)
    {
        CaseSnapshot now = desk.Now;
        return new Reply(409, new ConflictView(name, yours, now.TextOf(name), desk.Remember(name, known), now.VersionOf(name), now.Version)
        {
            Problems = [ProblemView.Of(ServeProblems.Changed(name))], Places = places ?? [],
        });
    }
}

/// <param name="Version">Of the whole case.</param>
/// <param name="Problems">Of the whole case as it stands now.</param>
internal sealed record SavedView(string Version, IReadOnlyList<SavedFile> Files, IReadOnlyList<ProblemView> Problems);

internal sealed record SavedFile(string Name, string Version);

/// <summary>A save that was refused because the file changed meanwhile; nothing was written.</summary>
/// <param name="Theirs">What stands there; null when the file is gone.</param>
/// <param name="Base">What both started from, where it is still known.</param>
/// <param name="Version">The file's version now; to save over it, send this.</param>
internal sealed record ConflictView(string File, string Yours, string? Theirs, string? Base, string Version, string CaseVersion)
{
    public IReadOnlyList<ProblemView> Problems { get; init; } = [];

    /// <summary>Of an edit of single places: those that were changed meanwhile, with both values.</summary>
    public IReadOnlyList<MetPlace> Places { get; init; } = [];
}
