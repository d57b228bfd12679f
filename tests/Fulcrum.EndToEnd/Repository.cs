namespace Fulcrum.EndToEnd;

/// <summary>Where the repository lies, found by walking up from the running test program.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Fulcrum.slnx")))
            {
                return at.FullName;
            }
        }
        throw new InvalidOperationException("The repository's root was not found.");
    }
}
