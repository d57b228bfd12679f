using System.Reflection;

namespace Fulcrum.Web;

/// <summary>The built pages inside this assembly.</summary>
public static class FrontEnd
{
    /// <summary>False when the program was built without Node: there are no pages then.</summary>
    public static bool IsBuilt => Text("app.js") is not null;

    /// <summary>What to tell a user who asks for a page that was not built.</summary>
    public const string NotBuilt = "this program was built without its pages; install Node 20 or later with npm and build again. The other commands work without them.";

    /// <returns>Null when there is no such file.</returns>
    public static string? Text(string name)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"app/{name}");
        if (stream is null)
        {
            return null;
        }
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
