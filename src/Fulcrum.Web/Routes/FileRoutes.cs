using System.Text.Unicode;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Web.Desk;
using Fulcrum.Web.Serving;
using Microsoft.AspNetCore.Http;

namespace Fulcrum.Web.Routes;

/// <summary>The case's files: to read, to check a change of, to save over the version that was read.</summary>
internal static class FileRoutes
{
    // Names hold slashes, so what is asked of a file can only stand behind its name.
    private const string CheckEnd = "/check";

    public static void Map(Api api, Office office)
    {
        api.Get(new ApiRoute("GET", "/api/files", "The case's files with their versions and texts", null, typeof(IReadOnlyList<FileView>)), context => Desk(office, desk => List(desk)));
        api.Get(
            new ApiRoute("GET", "/api/files/{*name}", "One file of the case", null, typeof(FileView)) { Others = [(404, "there is no such file")] },
            context => Desk(office, desk => One(desk, Name(context))));
        api.Send<TextToCheck>(
            new ApiRoute("POST", "/api/files/{*name}", "With '/check' behind the name: what would be wrong with the case if this were the file's text; nothing is written", typeof(TextToCheck), typeof(Problems)),
            (body, context) => Task.FromResult(Desk(office, desk => Name(context).EndsWith(CheckEnd, StringComparison.Ordinal)
                ? Check(desk, Name(context)[..^CheckEnd.Length], body.Text) : Reply.Problem(404, ServeProblems.Unknown("question about a file", Name(context))))), Api.LargeBody);
        api.Send<TextToSave>(
            new ApiRoute("PUT", "/api/files/{*name}", "Saves a file over the version that was read", typeof(TextToSave), typeof(SavedView))
            {
                Others = [(409, "the file changed meanwhile; both versions are in the answer and nothing was written"), (404, "no file of a case has this name"), (422, "the file is not UTF-8; nothing was written")],
            },
            (body, context) => Task.FromResult(Desk(office, desk => Save(desk, Name(context), body))), Api.LargeBody);
    }

    public static Reply Desk(Office office, Func<CaseDesk, Reply> answer) => office.Desk is { } desk ? answer(desk) : Reply.Problem(409, ServeProblems.NoCase());

    // A browser may send the slash of "readings/north.yaml" escaped.
    private static string Name(HttpContext context) => Uri.UnescapeDataString((string?)context.Request.RouteValues["name"] ?? "");

    private static Reply List(CaseDesk desk)
    {
        CaseSnapshot now = desk.Look();
        return Reply.Ok(now.Files.Select(f => new FileView(f.Key, now.VersionOf(f.Key), Utf8.IsValid(f.Value), CaseSnapshot.Text(f.Value))).ToList());
    }

    private static Reply One(CaseDesk desk, string name)
    {
        CaseSnapshot now = desk.Look();
        return now.Files.TryGetValue(name, out byte[]? content)
            ? Reply.Ok(new FileView(name, now.VersionOf(name), Utf8.IsValid(content), CaseSnapshot.Text(content))) : Reply.Problem(404, ServeProblems.Unknown("file", name));
    }

    private static Reply Check(CaseDesk desk, string name, string text)
    {
        if (!CaseFolder.IsCaseFile(name))
        {
            return Reply.Problem(404, ServeProblems.Unknown("file of a case called", name));
        }
        CaseSnapshot changed = desk.Look().With([(name, CaseDesk.Bytes(desk.Now, name, text))]);
        return Reply.Ok(new Problems([.. changed.Problems.Select(ProblemView.Of)]));
    }

    private static Reply Save(CaseDesk desk, string name, TextToSave body)
    {
        if (!CaseFolder.IsCaseFile(name))
        {
            return Reply.Problem(404, ServeProblems.Unknown("file of a case called", name));
        }
        CaseSnapshot now = desk.Look();
        if (now.VersionOf(name) != body.Version)
        {
            return EditReplies.Conflict(desk, name, body.Text, body.Version);
        }
        if (now.Files.TryGetValue(name, out byte[]? standing) && !Utf8.IsValid(standing))
        {
            return Reply.Problem(422, CaseEditor.FromBytes(name, standing).Problems);
        }
        return EditReplies.Of(desk, desk.Edits.Save([new FileChange(name, now.Files.GetValueOrDefault(name), CaseDesk.Bytes(now, name, body.Text))]));
    }

    internal sealed record TextToCheck(string Text);

    internal sealed record TextToSave(string Text, string Version);

    /// <param name="Version">Hash of the file's bytes; a save must name the version that it replaces.</param>
    /// <param name="Editable">False for bytes that are not UTF-8: the text does not show them all, and saving it would lose the rest.</param>
    internal sealed record FileView(string Name, string Version, bool Editable, string Text);
}
