using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Fulcrum.Cases.Verifying;

/// <summary>
/// How texts and spans are recognised: by SHA-256 over the UTF-8 bytes of the text without its byte-order mark and with CRLF turned into LF, so
/// that a text keeps its hash when it is copied between systems or renamed.
/// </summary>
public static class TextHash
{
    private const string Prefix = "sha256:";
    private const int SpanDigits = 16;

    /// <summary>The text as evidence counts in it, or null when the bytes are not UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal) : null;
    }

    /// <summary>Hash of a whole text, as sources.yaml states it: 'sha256:' and 64 hex digits.</summary>
    public static string OfText(string text) => Prefix + Hex(text);

    /// <summary>Hash of a span, as evidence.yaml states it: the first 16 hex digits.</summary>
    public static string OfSpan(string span) => Hex(span)[..SpanDigits];

    /// <summary>Whether two hashes name the same content: the prefix and the case of the digits do not matter.</summary>
    public static bool Same(string? left, string? right) =>
        left is not null && right is not null && string.Equals(Bare(left), Bare(right), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string hash) => hash.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? hash[Prefix.Length..] : hash;

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
