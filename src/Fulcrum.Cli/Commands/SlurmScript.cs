using System.Globalization;
using System.Text;

namespace Fulcrum.Cli.Commands;

/// <summary>The script of an array job, whatever characters the folders and options have in their names.</summary>
/// <param name="Folder">The study's folder, a full path; the parts' logs go there.</param>
/// <param name="Command">The program and its words, to which the part is added.</param>
/// <param name="Sbatch">Options for sbatch, as they were given.</param>
internal sealed record SlurmScript(string Study, string Folder, IReadOnlyList<string> Command, int Parts, IReadOnlyList<string> Sbatch)
{
    private const string Log = "part-%a.log";

    /// <param name="root">Where .NET is installed, when it is not where the program would look.</param>
    public string Text(string? root)
    {
        var text = new StringBuilder("#!/bin/bash\n");
        text.Append(CultureInfo.InvariantCulture, $"#SBATCH --job-name=fulcrum-{Study}\n#SBATCH --output={(CanBeNamed ? InHeader(Folder) : "/dev/null")}\n#SBATCH --open-mode=append\n#SBATCH --requeue\n");
        foreach (string option in Sbatch)
        {
            text.Append(CultureInfo.InvariantCulture, $"#SBATCH {option.ReplaceLineEndings(" ")}\n");
        }
        text.Append("# A part that is killed goes on where it was: its counts and its place are one file, saved whole or not at all.\n");
        if (!CanBeNamed)
        {
            text.Append(CultureInfo.InvariantCulture, $"exec >>{Quoted($"{Folder}/part-")}\"$SLURM_ARRAY_TASK_ID\".log 2>&1\n");
        }
        if (!string.IsNullOrEmpty(root))
        {
            text.Append(CultureInfo.InvariantCulture, $"export DOTNET_ROOT={Quoted(root)}\n");
        }
        return text.Append(CultureInfo.InvariantCulture, $"exec {string.Join(' ', Command.Select(Quoted))} \"$SLURM_ARRAY_TASK_ID/{Parts}\"\n").ToString();
    }

    /// <summary>As one word of the shell.</summary>
    public static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>As one word of the shell, for readers: without quotes where it needs none.</summary>
    public static string Shown(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "/._-+,:@%=".Contains(c, StringComparison.Ordinal)) ? word : Quoted(word);

    // A header is one line, and a backslash in a name keeps Slurm from putting the part's number in its place.
    private bool CanBeNamed => !Folder.Any(c => c == '\\' || char.IsControl(c));

    private static string InHeader(string folder) =>
        $"\"{folder.Replace("%", "%%", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}/{Log}\"";
}
