namespace Fulcrum.Cli.Commands;

/// <summary>Every verb, by what it is for, in the order in which a new user meets them.</summary>
internal static class Verbs
{
    public static IEnumerable<Verb> All(Terminal terminal)
    {
        foreach ((string group, Verb[] verbs) in Groups(terminal))
        {
            foreach (Verb verb in verbs)
            {
                verb.Group = group;
                yield return verb;
            }
        }
    }

    private static (string, Verb[])[] Groups(Terminal t) =>
    [
        ("write a case", [NewCommand.Create(t), CheckCommand.Create(t), CiteCommand.Create(t), ReadCommand.Create(t), ReviewCommand.Create(t)]),
        ("ask it", [AnalyzeCommand.Create(t), WhyCommand.Create(t), CompareCommand.Create(t), WhatIfCommand.Create(t), ServeCommand.Create(t), ReportCommand.Create(t)]),
        ("look at its deals, every number at its middle",
        [
            SolveCommand.Create(t), FrontierCommand.Create(t), OpenCommand.Create(t), CoalitionsCommand.Create(t), ProcessCommand.Create(t), DivideCommand.Create(t),
        ]),
        ("ask whether a deal would be kept", [KeepCommand.Create(t), CredibilityCommand.Create(t), RecordCommand.Create(t), TrendCommand.Create(t)]),
        ("ask how sure it is",
        [
            SensitivityCommand.Create(t), ChooseCommand.Create(t), StudyCommand.Create(t), SealCommand.Create(t), ReplicationCommand.CreateVerify(t), AgreementCommand.Create(t),
        ]),
        ("files of other programs", [ImportCommand.Create(t), ExportCommand.Create(t), SchemaCommand.Create(t)]),
    ];
}
