using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Web.Desk;
using Fulcrum.Web.Serving;

namespace Fulcrum.Web.Routes;

/// <summary>Edits of single places, all of one request or none; undo and redo; a what-if saved as a reading.</summary>
internal static class EditRoutes
{
    public static void Map(Api api, Office office)
    {
        (int, string) changed = (409, "a file changed meanwhile; both versions are in the answer and nothing was written");
        api.Send<Edits>(
            new ApiRoute("POST", "/api/edits", "Sets, adds or removes single places of the case's files; comments and layout stay", typeof(Edits), typeof(SavedView))
            {
                Others = [changed, (422, "the edit would bring a new error into the case, or cannot be made; nothing was written")],
            },
            (body, _) => Task.FromResult(FileRoutes.Desk(office, desk => Edit(desk, body))));
        api.Act(
            new ApiRoute("POST", "/api/undo", "Takes the last edit back", null, typeof(SavedView)) { Others = [changed, (404, "there is nothing to undo"), (422, "what was made since rests on it; nothing was written")] },
            _ => Task.FromResult(FileRoutes.Desk(office, desk => LeanedOn(desk) ?? Step(desk, desk.Edits.Undo(), "undo"))));
        api.Act(
            new ApiRoute("POST", "/api/redo", "Makes the edit again that was taken back last", null, typeof(SavedView)) { Others = [changed, (404, "there is nothing to do again")] },
            _ => Task.FromResult(FileRoutes.Desk(office, desk => Step(desk, desk.Edits.Redo(), "redo"))));
        api.Send<NewReading>(
            new ApiRoute("POST", "/api/readings", "Saves changes as a reading of its own", typeof(NewReading), typeof(SavedView))
            {
                Others = [(201, "written"), (409, "a reading has this name already"), (422, "the reading would have errors; nothing was written")],
            },
            (body, _) => Task.FromResult(FileRoutes.Desk(office, desk => Save(desk, body))));
    }

    private static Reply Step(CaseDesk desk, EditOutcome? outcome, string what) =>
        outcome is null ? Reply.Problem(404, ServeProblems.NothingTo(what)) : EditReplies.Of(desk, outcome);

    /// <summary>Why a file that an edit made cannot be taken away again: something else in the case has come to rest on it.</summary>
    private static Reply? LeanedOn(CaseDesk desk)
    {
        if (desk.Edits.NextUndo is not { } step || step.All(c => c.Before is not null))
        {
            return null;
        }
        CaseSnapshot now = desk.Look();
        var before = now.Problems.Select(p => (p.Code, p.Message)).ToHashSet();
        CaseProblem[] brought = [.. now.With(step.Where(c => CaseFolder.IsCaseFile(c.Name)).Select(c => (c.Name, c.Before)))
            .Problems.Where(p => p.Severity == Severity.Error && !before.Contains((p.Code, p.Message)))];
        return brought.Length == 0 ? null : Reply.Problem(422, [ServeProblems.LeanedOn(step.First(c => c.Before is null).Name), .. brought]);
    }

    private static Reply Edit(CaseDesk desk, Edits asked)
    {
        CaseSnapshot now = desk.Look();
        if (asked.List.Select(e => e.File).FirstOrDefault(f => !CaseFolder.IsCaseFile(f)) is { } stranger)
        {
            return Reply.Problem(404, ServeProblems.Unknown("file of a case called", stranger));
        }
        string[] files = [.. asked.List.Select(e => e.File).Distinct(StringComparer.Ordinal)];
        CaseSnapshot? seen = desk.Seen(asked.Version);
        MetPlace[] met = asked.Version == now.Version ? [] : [.. asked.List.Select(e => MetPlace.Of(seen, now, e)).OfType<MetPlace>()];
        if (met.Length > 0)
        {
            string other = met[0].File;
            string? yours = seen is null ? null : Edited(seen, other, asked.List).Editor?.Text;
            return EditReplies.Conflict(desk, other, yours ?? "", seen?.VersionOf(other) ?? "-", met);
        }
        var changes = new List<FileChange>();
        foreach (string file in files)
        {
            EditResult result = Edited(now, file, asked.List);
            if (result.Editor is not { } editor)
            {
                return Reply.Problem(422, result.Problems);
            }
            changes.Add(new FileChange(file, now.Files.GetValueOrDefault(file), editor.ToBytes()));
        }
        return Write(desk, now, changes, asked.Force);
    }

    private static EditResult Edited(CaseSnapshot state, string file, IReadOnlyList<FieldEdit> edits)
    {
        EditResult start = state.Files.TryGetValue(file, out byte[]? content) ? CaseEditor.FromBytes(file, content) : CaseEditor.FromText(file, "");
        return edits.Where(e => e.File == file).Aggregate(start, (result, edit) => result.Then(edit.ApplyTo));
    }

    /// <summary>Saves unless the case would get an error that it does not have.</summary>
    private static Reply Write(CaseDesk desk, CaseSnapshot now, IReadOnlyList<FileChange> changes, bool force)
    {
        CaseSnapshot after = now.With(changes.Select(c => (c.Name, c.After)));
        var before = now.Problems.Select(p => (p.Code, p.Message)).ToHashSet();
        CaseProblem[] brought = [.. after.Problems.Where(p => p.Severity == Severity.Error && !before.Contains((p.Code, p.Message)))];
        return brought.Length > 0 && !force ? Reply.Problem(422, brought) : EditReplies.Of(desk, desk.Edits.Save(changes));
    }

    private static Reply Save(CaseDesk desk, NewReading asked)
    {
        string file = $"readings/{asked.Id}.yaml";
        if (!CaseFolder.IsCaseFile(file))
        {
            return Reply.Problem(422, ServeProblems.Of("serve/reading-name", $"'{asked.Id}' cannot be a reading's name", "use letters, digits and hyphens"));
        }
        CaseSnapshot now = desk.Look();
        if (now.Files.ContainsKey(file) || File.Exists(Path.Combine(desk.Folder, file)))
        {
            return Reply.Problem(409, ServeProblems.Of("serve/reading-exists", $"a reading '{asked.Id}' exists already", "choose another name"));
        }
        if (asked.Set.Count == 0)
        {
            return Reply.Problem(422, ServeProblems.Of("serve/nothing-changed", "a reading that changes nothing says nothing", "change an assumption first"));
        }
        EditResult written = Written(file, asked);
        if (written.Editor is not { } editor)
        {
            return Reply.Problem(422, written.Problems);
        }
        Reply reply = Write(desk, now, [new FileChange(file, null, editor.ToBytes())], force: false);
        return reply with { Status = reply.Status == 200 ? 201 : reply.Status };
    }

    private static EditResult Written(string file, NewReading asked)
    {
        var set = new List<(string, EditValue)>();
        foreach (WhatIfRoutes.Setting setting in asked.Set)
        {
            (EditValue? value, IReadOnlyList<CaseProblem> problems) = EditValue.Parse(setting.Text);
            if (value is null)
            {
                return new EditResult(null, problems);
            }
            bool plain = value is EditValue.Text && !string.IsNullOrWhiteSpace(asked.Note);
            set.Add((setting.Path, plain ? new EditValue.Map([("is", value), ("note", EditValue.Of(asked.Note!.Trim()))]) : value));
        }
        return CaseEditor.FromText(file, "")
            .Then(e => e.Add(EditPath.Root, "reading", EditValue.Of(asked.Name)))
            .Then(e => e.Add(EditPath.Root, "says", EditValue.Of(string.IsNullOrWhiteSpace(asked.Says) ? asked.Name : asked.Says)))
            .Then(e => e.Add(EditPath.Root, "set", new EditValue.Map(set, InLines: true)));
    }

    /// <param name="Version">Of the whole case, as the page knows it.</param>
    /// <param name="Force">Save although the case gets a new error.</param>
    internal sealed record Edits(
        string Version, [property: System.Text.Json.Serialization.JsonPropertyName("edits")] IReadOnlyList<FieldEdit> List, bool Force = false);

    /// <param name="Id">The reading's file name without its ending.</param>
    /// <param name="Note">Why; stands with every number that it changes.</param>
    internal sealed record NewReading(string Id, string Name, IReadOnlyList<WhatIfRoutes.Setting> Set, string? Says = null, string? Note = null);
}
