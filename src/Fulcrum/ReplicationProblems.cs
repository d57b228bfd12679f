using System.Globalization;
using Fulcrum.Cases;

namespace Fulcrum;

/// <summary>What can be wrong with a replication package.</summary>
internal static class ReplicationProblems
{
    private const string GiveOurs = "give a file that 'export replication' wrote";

    public static CaseProblem NoPackage(string why) => new(
        Severity.Error, "replication/no-package", TextPlace.None, null, 1, $"this is no replication package: {why}", GiveOurs);

    public static CaseProblem NoFile(string file) => new(
        Severity.Error, "replication/no-file", new TextPlace(file, 1, 1), null, 1, $"there is no file {file}", GiveOurs);

    public static CaseProblem Unreadable(string file, string why) => new(
        Severity.Error, "replication/unreadable", new TextPlace(file, 1, 1), null, 1, $"{file} cannot be read: {why}", "make the file readable, and run the same command again");

    /// <param name="name">The file in the package; empty for the package itself.</param>
    public static CaseProblem TooLarge(string name, long most) => new(
        Severity.Error, "replication/too-large", name.Length > 0 ? new TextPlace(name, 1, 1) : TextPlace.None, null, 1,
        string.Create(CultureInfo.InvariantCulture, $"{(name.Length > 0 ? $"unpacked, {name} is" : "it is")} larger than {most} bytes, which no package needs"),
        $"{GiveOurs}; with fewer draws or measures it is smaller");

    public static CaseProblem TooManyFiles(int most) => new(
        Severity.Error, "replication/too-large", TextPlace.None, null, 1, string.Create(CultureInfo.InvariantCulture, $"it holds more than {most} files"), GiveOurs);

    public static CaseProblem FileName(string name, bool twice) => new(
        Severity.Error, "replication/file-name", new TextPlace(name, 1, 1), null, 1, twice ? $"'{name}' stands in the package twice" : $"no package holds a file '{name}'", GiveOurs);

    public static CaseProblem Setting(string name, int line, string text, string what) => new(
        Severity.Error, "replication/setting", new TextPlace(ReplicationPackage.PlanName, line, 1), text, Math.Max(1, text.Length), $"'{name}' {what}",
        "write the line as 'export replication' does, or pack the case again");

    public static CaseProblem OtherDraws(int line, int said, int found) => new(
        Severity.Error, "replication/draws", new TextPlace(ReplicationPackage.PlanName, line, 1), $"draws {said.ToString(CultureInfo.InvariantCulture)}", 1,
        string.Create(CultureInfo.InvariantCulture, $"the settings say {said} draws, and {ReplicationPackage.DrawsName} holds {found}"), "pack the case again: what is missing cannot be compared");

    public static CaseProblem TooManyDraws(int asked) => new(
        Severity.Error, "replication/draws", new TextPlace("--draws", 1, 1), null, 1,
        string.Create(CultureInfo.InvariantCulture, $"a package holds at most {ReplicationLimits.MostDraws} draws, not {asked}"), "ask for fewer; 'fulcrum study' counts any number of draws without keeping them");
}
