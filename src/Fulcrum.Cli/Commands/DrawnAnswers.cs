using System.CommandLine;
using System.Text.Json.Serialization.Metadata;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Studies;

namespace Fulcrum.Cli.Commands;

/// <summary>What the verbs about commitments share: draws are made with progress shown, and the answer is handed over whole or as partial.</summary>
internal static class DrawnAnswers
{
    /// <param name="units">What the progress counts.</param>
    /// <param name="doing">Beside the progress: 'weighing'.</param>
    public static int Give<T>(
        Terminal terminal, CommonOptions common, ParseResult parsed, string doing, Func<Workbench, AnalyzeOptions, IProgress<StudyProgress>, Answer<T>> ask, JsonTypeInfo<T> document,
        Func<T, int, Page> page, Func<T, bool> partial, string units = "draws")
        where T : class
    {
        Workbench workbench = common.Open(parsed);
        AnalyzeOptions options = common.Options(parsed);
        Answer<T> answer = WorkProgress.Show(terminal, doing, progress => ask(workbench, options, progress), units);
        return Answering.Give(
            terminal, answer, parsed.GetValue(common.Json), said => Document.Text(said, document), said => page(said, terminal.Width), partial);
    }
}
