using System.Reflection;

namespace Fulcrum.Cli;

internal static class ProgramVersion
{
    /// <summary>The version without the commit that the build appends.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
