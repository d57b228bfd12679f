using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Editing;

/// <summary>Why an edit was not made, one factory a situation.</summary>
internal static class EditProblems
{
    public static CaseProblem NoSuchPlace(string file, EditPath path) =>
        OfFile("edit/no-such-place", file, $"nothing stands at '{path}'", "check the path; it follows the keys of the file");

    public static CaseProblem NotABlock(SyntaxNode at, EditPath path) =>
        At("edit/not-a-block", at, $"'{path}' holds no keys to add one to", "give the path of a block of keys");

    public static CaseProblem NotAList(SyntaxNode at, EditPath path) => At("edit/not-a-list", at, $"'{path}' is not a list", "give the path of a list");

    public static CaseProblem Exists(SyntaxNode at, EditPath path) =>
        At("edit/exists", at, $"'{path}' stands there already", "set its value instead, or choose another key");

    public static CaseProblem WholeFile(string file) => OfFile("edit/whole-file", file, "the whole file cannot be set or removed by an edit", "give the path of something in it");

    public static CaseProblem WouldDisturb(string file, EditPath path) =>
        OfFile("edit/would-disturb", file, $"'{path}' is laid out in a way that this edit would disturb", "make the change in a text editor");

    public static CaseProblem OutsideFolder(string file) =>
        OfFile("edit/outside", file, $"'{file}' does not lie in the case folder", "give the file's path relative to the case folder");

    public static CaseProblem Unreadable(string file, string why) => OfFile("edit/unreadable", file, $"'{file}' cannot be read: {why}", "check the file and its permissions");

    public static CaseProblem NotUtf8(string file) => OfFile("edit/not-utf8", file, $"'{file}' is not text in UTF-8", "save it in UTF-8");

    private static CaseProblem OfFile(string code, string file, string message, string help) =>
        new(Severity.Error, code, new TextPlace(file, 1, 1), null, 1, message, help);

    private static CaseProblem At(string code, SyntaxNode node, string message, string help)
    {
        TextPlace place = node.Place;
        return new CaseProblem(Severity.Error, code, place, node.Source.Line(place.Line), 1, message, help);
    }
}
