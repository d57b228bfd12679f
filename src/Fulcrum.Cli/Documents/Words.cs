using System.Text.RegularExpressions;

namespace Fulcrum.Cli.Documents;

internal static partial class Words
{
    /// <summary>'ChangeCost' as it stands in a document: 'change-cost'.</summary>
    public static string Hyphened(string name) => Inner().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Inner();
}
