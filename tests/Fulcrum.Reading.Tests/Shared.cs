namespace Fulcrum.Reading.Tests;

/// <summary>Material that lies beside the repository and may be absent: then the test is skipped with the reason.</summary>
internal static class Shared
{
    public static string Folder(string name)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "shared", name);
            if (Directory.Exists(folder) && File.Exists(Path.Combine(at.FullName, "shared", "DESIGN.md")))
            {
                return folder;
            }
        }
        Assert.Skip($"the folder shared/{name} is not beside the repository");
        return "";
    }
}
