using Fulcrum.Tests.Cases;
using Fulcrum.Web.Desk;
using Shouldly;

namespace Fulcrum.Tests.Web;

/// <summary>A step of several files is written whole or not at all, whatever the disk says on the way.</summary>
public sealed class EditLogTests
{
    [Fact]
    public void Step_of_which_one_file_cannot_be_written_leaves_the_others_as_they_were()
    {
        using var folder = new TemporaryFolder();
        string first = folder.Write("case.yaml", "a");
        folder.Write("readings", "a plain file where a folder should be");
        var log = new EditLog(folder.Path);

        EditOutcome outcome = log.Save([new FileChange("case.yaml", "a"u8.ToArray(), "b"u8.ToArray()), new FileChange("readings/north.yaml", null, "c"u8.ToArray())]);

        outcome.Refused.ShouldNotBeNullOrEmpty();
        File.ReadAllText(first).ShouldBe("a");
        log.CanUndo.ShouldBeFalse();
    }

    [Fact]
    public void Memory_of_steps_is_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there a folder says otherwise who may read it");
        using var folder = new TemporaryFolder();
        folder.Write("case.yaml", "a");

        new EditLog(folder.Path).Save([new FileChange("case.yaml", "a"u8.ToArray(), "b"u8.ToArray())]).Ok.ShouldBeTrue();

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder.File(".fulcrum/undo")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData("""{"done": [[null]], "undone": []}""")]
    [InlineData("""{"done": [null], "undone": []}""")]
    [InlineData("""{"done": [], "undone": [[{"name": "case.yaml", "before": null, "after": null}, null]]}""")]
    [InlineData("""{"done": [[{"name": null, "before": null, "after": null}]], "undone": []}""")]
    public void Memory_of_steps_with_nothing_where_something_should_stand_is_forgotten(string index)
    {
        using var folder = new TemporaryFolder();
        folder.Write("case.yaml", "a");
        folder.Write(".fulcrum/undo/steps.json", index);

        var log = new EditLog(folder.Path);

        (log.CanUndo, log.CanRedo).ShouldBe((false, false));
    }
}
