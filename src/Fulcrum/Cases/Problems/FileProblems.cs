namespace Fulcrum.Cases.Problems;

/// <summary>What can be wrong with files before their text is read, and with what was asked for.</summary>
internal static class FileProblems
{
    public static CaseProblem TooMany(int more) => new(Severity.Warning, "file/too-many-problems", TextPlace.None, null, 1,
        $"{more} more problems are not shown", "Mend the first ones and check again.");

    public static CaseProblem NoFolder(string folder) => ProblemAt.File(folder, "file/no-folder",
        $"there is no folder '{folder}'", "A case is a folder with a file case.yaml; 'fulcrum new DIR' makes one.");

    public static CaseProblem NoCaseFile(string? instead) => ProblemAt.File("case.yaml", "file/no-case-file",
        "the folder has no case.yaml", instead is null ? "Point at the folder of a case; 'fulcrum new DIR' makes one." : $"Rename '{instead}' to 'case.yaml'.");

    public static CaseProblem Misnamed(string path, string meant) => new(Severity.Warning, "file/misnamed", new TextPlace(path, 1, 1), null, 1,
        $"'{path}' is not read", $"Did you mean '{meant}'?");

    public static CaseProblem TooLarge(string path) => ProblemAt.File(path, "file/too-large",
        "the file is larger than 16 MiB", "The texts of sources belong in the folder 'sources', not into the case's files.");

    public static CaseProblem Unreadable(string path, string reason) => ProblemAt.File(path, "file/unreadable",
        $"the file cannot be read: {reason}", "Check the permissions, and that it is a plain file.");

    public static CaseProblem FolderInPlace(string path) => ProblemAt.File(path, "file/unreadable",
        "this is a folder, where a file should be", "Rename it, or move the file that is meant into the case folder under this name.");

    public static CaseProblem NoPlainFile(string path) => ProblemAt.File(path, "file/unreadable",
        "this is a pipe, a device or a socket, where a file should be", "Put a plain file in its place: what comes out of a program can be written to one first.");

    public static CaseProblem FileInPlace(string path) => ProblemAt.File(path, "file/unreadable",
        "this is a file, where a folder should be", "Make it a folder with one file for each reading, or remove it.");

    public static CaseProblem OutsideFolder(string path) => ProblemAt.File(path, "file/outside-folder",
        "this is a link that leads out of the case folder", "Copy the file into the folder: nothing outside is ever opened.");

    public static CaseProblem NotUtf8(TextPlace place, string kind) => new(Severity.Error, "file/not-utf8", place, null, 1,
        $"the file is not UTF-8 text{kind}", "Save it as UTF-8 in the editor.");

    public static CaseProblem UnknownReading(string reading, IEnumerable<string> known) => ProblemAt.File("readings", "case/unknown-reading",
        $"unknown reading '{reading}'", Nearest.Help(reading, known));

    public static CaseProblem ReadingName(string path) => ProblemAt.File(path, "file/reading-name",
        "the name of a reading's file is its id", "Name it with lower-case letters, digits and hyphens: readings/national-interest.yaml.");
}
