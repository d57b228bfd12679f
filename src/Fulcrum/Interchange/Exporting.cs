using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Interchange.Genius;
using Fulcrum.Interchange.GeniusWeb;
using Fulcrum.Interchange.Negmas;
using Fulcrum.Interchange.Points;

namespace Fulcrum.Interchange;

/// <summary>Writes a case in other people's formats, every number at its middle. What a format cannot say is a problem; what it has no place for is a warning.</summary>
public static class Exporting
{
    /// <summary>The files of the case in a format, without touching the disk.</summary>
    public static ExportResult Write(ForeignFormat format, Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        List<CaseProblem> problems = [.. ExportLosses.Of(@case, format)];
        if (problems.Any(p => p.Severity == Severity.Error))
        {
            return new ExportResult([], problems);
        }
        ForeignNegotiation negotiation = CaseAsForeign.Of(@case);
        IReadOnlyList<(string, string)> files = format switch
        {
            ForeignFormat.Genius => GeniusWriter.Write(negotiation, problems),
            ForeignFormat.GeniusWeb => GeniusWebWriter.Write(negotiation, problems),
            ForeignFormat.Negmas => NegmasWriter.Write(negotiation, problems),
            _ => PointsWriter.Write(@case, problems),
        };
        return problems.Any(p => p.Severity == Severity.Error) ? new ExportResult([], problems) : new ExportResult(files, problems);
    }

    /// <summary>Writes files into a folder that does not yet exist or is empty; or, for one file, to that path, where nothing may stand.</summary>
    /// <returns>What was in the way, or null.</returns>
    public static CaseProblem? Save(string path, IReadOnlyList<(string Name, string Text)> files)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            {
                return InterchangeProblems.NotWritten(path, "something stands there already");
            }
            bool single = files.Count == 1 && Path.GetExtension(path).Length > 0;
            foreach ((string name, string text) in files)
            {
                string target = single ? path : Path.Combine(path, name);
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
                if (AtomicFile.Write(target, Encoding.UTF8.GetBytes(text), FileVersion.Absent) is { Ok: false } failed)
                {
                    return InterchangeProblems.NotWritten(path, failed.Why ?? "the file appeared in the meantime");
                }
            }
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return InterchangeProblems.NotWritten(path, e.Message);
        }
    }
}

/// <summary>The files by name (none when a problem is an error), and what was lost.</summary>
public sealed record ExportResult(IReadOnlyList<(string Name, string Text)> Files, IReadOnlyList<CaseProblem> Problems)
{
    public bool Ok => Files.Count > 0;
}
