using System.Runtime.CompilerServices;
using Fulcrum.Cases.Editing;

namespace Fulcrum.Tests.Cases.Editing;

/// <summary>
/// The victim of the killing test: this test program, started with <see cref="Variable"/> set, saves two versions of a file in turn until it is killed.
/// </summary>
internal static class SavingChild
{
    public const string Variable = "FULCRUM_TEST_SAVE_FOREVER";

    public static byte[] Version(byte letter) => [.. Enumerable.Repeat(letter, 400_000 + letter)];

    [ModuleInitializer]
    internal static void SaveForeverWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path)
        {
            return;
        }
        byte[][] versions = [Version((byte)'a'), Version((byte)'b')];
        for (int i = 0; ; i++)
        {
            AtomicFile.Write(path, versions[i % 2]);
        }
    }
}
