using System.Security.Cryptography;

namespace Fulcrum.Cases.Editing;

/// <summary>
/// Which content of a file somebody has seen, so that a save can refuse to overwrite what somebody else wrote since. <see cref="Absent"/> says that
/// there was no file. Equal when the contents are equal byte for byte.
/// </summary>
public readonly record struct FileVersion
{
    private FileVersion(string hash) => Hash = hash;

    /// <summary>No file stood there.</summary>
    public static FileVersion Absent => new("");

    /// <summary>SHA-256 of the bytes in hex; empty for a file that was not there.</summary>
    public string Hash { get; }

    public static FileVersion Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>The version that stands at the path now.</summary>
    /// <exception cref="IOException">The file is there but cannot be read.</exception>
    public static FileVersion At(string path) => File.Exists(path) ? Of(File.ReadAllBytes(path)) : Absent;
}
