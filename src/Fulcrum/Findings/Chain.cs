using Fulcrum.Cases;
using Fulcrum.Findings.Kept;

namespace Fulcrum.Findings;

/// <summary>
/// The chain under an id: finding -> change, move, lever or number -> evidence -> source, with the exact words where the text is at hand.
/// </summary>
/// <param name="quote">The words of an evidence's span, or null when its text is not at hand.</param>
internal sealed class Chain(Case @case, Func<Evidence, string?> quote)
{
    /// <summary>Numbers listed under one path; the rest is counted.</summary>
    private const int MostNumbers = 40;

    private readonly List<WhyStep> _steps = [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Null when nothing has this id.</summary>
    public WhyAnswer? Under(string id, Analysis? analysis)
    {
        bool found = analysis?.Findings.FirstOrDefault(f => string.Equals(f.Id, id, StringComparison.OrdinalIgnoreCase)) is { } finding
            ? Finding(finding, analysis)
            : Thing(0, id, analysis);
        return found ? new WhyAnswer(id, [.. _steps]) : null;
    }

    /// <summary>The chain under what was said about commitments.</summary>
    /// <param name="method">How it was drawn; null where it was counted.</param>
    public WhyAnswer Under(KeptSentence sentence, KeptMethod? method)
    {
        Add(0, "finding", sentence.Id, sentence.Text, string.Concat(sentence.Marks), null);
        if (sentence.Rests.Length > 0)
        {
            Add(1, "note", sentence.Id, sentence.Rests, null, null);
        }
        foreach (string support in sentence.Supports)
        {
            Thing(1, support, null);
        }
        Add(1, "method", "method", method is null
            ? $"counted from the case's commitments; case {@case.Hash}"
            : FormattableString.Invariant($"{method.Done} draws, seed {method.Seed}, case {method.CaseHash}, fulcrum {method.Version}"), "=", null);
        return new WhyAnswer(sentence.Id, [.. _steps]);
    }

    private bool Finding(Finding finding, Analysis analysis)
    {
        Add(0, "finding", finding.Id, finding.Text, string.Concat(finding.Marks), null);
        if (finding.Rests.Length > 0)
        {
            Add(1, "note", finding.Id, finding.Rests, null, null);
        }
        foreach (string support in finding.Supports)
        {
            Thing(1, support, analysis);
        }
        Add(1, "method", "method", MethodText(analysis.Method), "=", null);
        return true;
    }

    private static string MethodText(Method method) => method.Done == 0
        ? $"counted from the ledger; case {method.CaseHash}, fulcrum {method.Version}"
        : FormattableString.Invariant($"{method.Concept}; {method.Done} draws, seed {method.Seed}, case {method.CaseHash}, fulcrum {method.Version}");

    /// <summary>Whatever has this id, once; false when nothing has.</summary>
    private bool Thing(int depth, string id, Analysis? analysis)
    {
        if (!_told.Add(id))
        {
            return true;
        }
        if (analysis?.Changes.FirstOrDefault(c => c.Id == id) is { } change)
        {
            return Change(depth, change, analysis);
        }
        return Move(depth, id) || Lever(depth, id) || Evidence(depth, id) || Source(depth, id) || Reading(depth, id) || Party(depth, id) || Commitment(depth, id) || ReferenceClass(depth, id)
            || Numbers(depth, id);
    }

    private bool Change(int depth, ChangeAnswer change, Analysis analysis)
    {
        Add(depth, "change", change.Id, $"{change.Name} ({change.ByName}, {change.When})", change.Mark, null);
        foreach (string move in change.Moves.Where(m => m == change.Id || _told.Add(m)))
        {
            Move(depth + 1, move);
        }
        if (change.Lever is { } lever)
        {
            Thing(depth + 1, lever, analysis);
        }
        if (change.Issue is { } issue)
        {
            Thing(depth + 1, $"issues.{issue}", analysis);
        }
        return true;
    }

    private bool Move(int depth, string id)
    {
        if (@case.Moves.FirstOrDefault(m => m.Id.Value == id) is not { } move)
        {
            return false;
        }
        string doubtful = move.Factuality is Factuality.Happened or Factuality.Ongoing ? "" : $", {move.Factuality.ToString().ToLowerInvariant()}";
        Add(depth, "move", id, $"{@case.Party(move.By).Name}, {move.Date.Text}: {move.What} ({Wording.KindName(move.Kind)}{doubtful})", null, move.Place);
        if (move.Note is { } note)
        {
            Add(depth + 1, "note", id, note, null, null);
        }
        foreach (Move earlier in move.After.Select(a => @case.Moves.First(m => m.Id == a)))
        {
            Add(depth + 1, "note", id, $"came after '{earlier.Id}' ({earlier.Date.Text}: {earlier.What}), as the case says under 'after:'", null, null);
        }
        Evidences(depth + 1, move.Evidence);
        Numbers(depth + 1, $"ledger.{id}");
        return true;
    }

    private bool Lever(int depth, string id)
    {
        if (@case.Levers.FirstOrDefault(l => l.Id.Value == id) is not { } lever)
        {
            return false;
        }
        Add(depth, "lever", id, $"{lever.Name}, held by {@case.Party(lever.Holder).Name}; {Wording.StandingName(lever.Initial)} at the start", Wording.MarkSign(lever.Support.Mark), lever.Place);
        Evidences(depth + 1, lever.Support.Evidence);
        Numbers(depth + 1, $"levers.{id}");
        return true;
    }

    private bool Party(int depth, string id)
    {
        if (@case.Parties.FirstOrDefault(p => p.Id.Value == id) is not { } party)
        {
            return false;
        }
        Add(depth, "party", id, $"{party.Name}, {party.Role.ToString().ToLowerInvariant()}", null, party.Place);
        Numbers(depth + 1, $"weights.{id}");
        return true;
    }

    private bool Commitment(int depth, string id)
    {
        if (@case.Commitments.FirstOrDefault(c => c.Id.Value == id) is not { } commitment)
        {
            return false;
        }
        string since = commitment.StatusSince is { } when ? $" since {when.Text}" : "";
        Add(depth, "commitment", id, $"{@case.Party(commitment.By).Name}, {commitment.Date.Text}: {commitment.Terms} - {commitment.Status.ToString().ToLowerInvariant()}{since}", null, commitment.Place);
        foreach (DatedStatus earlier in commitment.Earlier)
        {
            Add(depth + 1, "status", id, $"{earlier.Status.ToString().ToLowerInvariant()} since {earlier.Since.Text}", null, null);
            Evidences(depth + 2, earlier.Evidence);
        }
        if (commitment.Note is { } note)
        {
            Add(depth + 1, "note", id, note, null, null);
        }
        Evidences(depth + 1, commitment.Evidence);
        return true;
    }

    private bool ReferenceClass(int depth, string id)
    {
        if (@case.ReferenceClasses.FirstOrDefault(c => c.Id == id) is not { } known)
        {
            return false;
        }
        Add(depth, "class", id, FormattableString.Invariant($"{known.Name}: {(known.ShareKept is { } share ? $"share kept {share} as published, weighed as {known.CountsAs} agreements" : $"kept {known.Kept}, broken {known.Broken}")}{(known.Citation is null ? "" : $" ({known.Citation})")}"), known.CountsAs is null ? null : "?", known.Place);
        Evidences(depth + 1, known.Evidence);
        return true;
    }

    private bool Reading(int depth, string id)
    {
        if (@case.Readings.FirstOrDefault(r => r.Id.Value == id) is not { } reading)
        {
            return false;
        }
        Add(depth, "reading", id, $"{reading.Name}: {reading.Says}", null, reading.Place);
        foreach (Override change in reading.Overrides)
        {
            Add(depth + 1, "number", change.Path, change.Text, Wording.MarkSign(change.Support.Mark), change.Place);
            Supported(depth + 2, change.Path, change.Support);
        }
        if (reading.Of is { } source)
        {
            Thing(depth + 1, source.Value, null);
        }
        return true;
    }

    // A path names one number or everything below it.
    private bool Numbers(int depth, string path)
    {
        var found = @case.Quantities.Where(q => Below(q.Path, path) && q.Place.Line > 0).Select(q => (q.Path, Kind: "number", Text: NumberWords.Of(q.Shape), q.Support, q.Place))
            .Concat(@case.Rankings.Where(r => Below(r.Path, path)).Select(r => (r.Path, Kind: "ranking", Text: NumberWords.Of(r), r.Support, r.Place)))
            .ToArray();
        foreach (var (itsPath, kind, text, support, place) in found.Take(MostNumbers).Where(f => f.Path == path || _told.Add(f.Path)))
        {
            Add(depth, kind, itsPath, text + Named(support), Wording.MarkSign(support.Mark), place);
            Supported(depth + 1, itsPath, support);
        }
        if (found.Length > MostNumbers)
        {
            Add(depth, "note", path, FormattableString.Invariant($"and {found.Length - MostNumbers} more under {path}"), null, null);
        }
        return found.Length > 0;
    }

    private static string Named(Support support) => support.Evidence.Count == 0 ? "" : $" ({string.Join(", ", support.Evidence)})";

    private static bool Below(string path, string prefix) =>
        path == prefix || (path.StartsWith(prefix, StringComparison.Ordinal) && path[prefix.Length] == '.');

    private void Supported(int depth, string path, Support support)
    {
        if (support.Mark == Mark.Assumed)
        {
            Add(depth, "note", path, support.Note is { } why ? $"assumed: {why}" : "assumed: nothing in the sources supports it", "?", null);
            return;
        }
        if (support.Note is { } note)
        {
            Add(depth, "note", path, note, null, null);
        }
        Evidences(depth, support.Evidence);
    }

    private void Evidences(int depth, IReadOnlyList<EvidenceId> ids)
    {
        foreach (EvidenceId id in ids.Where(id => _told.Add(id.Value)))
        {
            Evidence(depth, id.Value);
        }
    }

    private bool Evidence(int depth, string id)
    {
        if (@case.Evidence.FirstOrDefault(e => e.Id.Value == id) is not { } evidence)
        {
            return false;
        }
        string who = evidence.Speaker is { } speaker ? $"{speaker}: " : "";
        Add(depth, "evidence", id, $"{who}{evidence.Summary}", null, evidence.Place);
        if (quote(evidence) is { } words)
        {
            Add(depth + 1, "quote", id, words, "\"", null);
        }
        if (_told.Add(evidence.Source.Value))
        {
            Source(depth + 1, evidence.Source.Value, evidence.Paragraph);
        }
        else
        {
            Add(depth + 1, "source", evidence.Source.Value, Paragraph(evidence.Paragraph).TrimStart(',', ' '), null, null);
        }
        return true;
    }

    private static string Paragraph(int? paragraph) => paragraph is { } number ? FormattableString.Invariant($", par. {number}") : "";

    private bool Source(int depth, string id, int? paragraph = null)
    {
        if (@case.Sources.FirstOrDefault(s => s.Id.Value == id) is not { } source)
        {
            return false;
        }
        string[] parts = new[] { source.Author, source.Title, source.Outlet, source.Date?.Text, source.Url }.OfType<string>().ToArray();
        string citation = parts.Length == 0 ? id : string.Join(", ", parts);
        Add(depth, "source", id, $"{citation} ({source.Kind}){Paragraph(paragraph)}", null, source.Place);
        if (source.DerivedFrom is { } from)
        {
            Add(depth + 1, "note", id, $"rewrites '{from}': counted once", null, null);
        }
        return true;
    }

    private void Add(int depth, string kind, string id, string text, string? mark, TextPlace? place) =>
        _steps.Add(new WhyStep(depth, kind, id, text, mark, place is { Line: > 0 } p ? p.ToString() : null));
}
