using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Files;

/// <summary>Turns a file's bytes into text, or says why they are not text.</summary>
internal static class Utf8
{
    public static FileText? Decode(string path, byte[] content, List<CaseProblem> problems)
    {
        if (content.Length > CaseFiles.LargestBytes)
        {
            problems.Add(FileProblems.TooLarge(path));
            return null;
        }
        if (Other(content) is { } other)
        {
            problems.Add(FileProblems.NotUtf8(new TextPlace(path, 1, 1), other));
            return null;
        }
        var characters = new char[content.Length];
        var status = System.Text.Unicode.Utf8.ToUtf16(content, characters, out int read, out int written, replaceInvalidSequences: false);
        if (status != System.Buffers.OperationStatus.Done)
        {
            var sound = new FileText(path, new string(characters, 0, written));
            problems.Add(FileProblems.NotUtf8(sound.PlaceOf(sound.Text.Length), $": the byte here, {content[read]:X2} in hexadecimal, fits no character"));
            return null;
        }
        return new FileText(path, new string(characters, 0, written));
    }

    // Text of a case holds no zero characters; UTF-16 and UTF-32 are full of zero bytes, with a byte-order mark or without.
    private static string? Other(byte[] content)
    {
        bool mark = content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        return mark || content.AsSpan(0, Math.Min(content.Length, 4096)).IndexOf((byte)0) >= 0 ? ": it looks like UTF-16 or binary data" : null;
    }
}
