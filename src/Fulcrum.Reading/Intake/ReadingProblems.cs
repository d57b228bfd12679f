using Fulcrum.Cases;
using Fulcrum.Cases.Editing;

namespace Fulcrum.Reading.Intake;

/// <summary>Everything that may be wrong with the files given to read: one factory a situation.</summary>
public static class ReadingProblems
{
    public static CaseProblem Missing(string file) =>
        Make("reading/no-such-file", file, "There is no such file or folder.", "Check the path; a folder is read with all its articles.");

    public static CaseProblem Empty(string file) =>
        Make("reading/empty", file, "The file holds no text.", "Leave it out, or save the article's text again.");

    public static CaseProblem TooLarge(string file, long bytes, long limit) =>
        Make("reading/too-large", file, $"The file has {bytes / 1_000_000} MB; articles are read up to {limit / 1_000_000} MB.", "Split it, for instance one article a line as JSON Lines.");

    public static CaseProblem LongLine(string file, int characters) =>
        new(Severity.Warning, "reading/long-line", new TextPlace(file, 1, 1), null, 1, $"A line of {characters} characters was left out: no paragraph is that long.", "Save the text again with a line for each paragraph.");

    public static CaseProblem Archive(string file, string kind) =>
        Make("reading/archive", file, $"The file is {kind}; archives are not unpacked.", "Unpack it and read the texts inside, or save the document as text, HTML or PDF.");

    public static CaseProblem Binary(string file) =>
        Make("reading/binary", file, "The file is not text.", "Save the article as plain text, Markdown, HTML, PDF or JSON Lines.");

    public static CaseProblem NoPdfTool(string file) =>
        Make("reading/pdf-tool-missing", file, "PDF files are read through the program pdftotext, which is not installed.", "Install poppler-utils, or save the text of the PDF as a .txt file.");

    public static CaseProblem BadPdf(string file, string why) =>
        Make("reading/bad-pdf", file, $"pdftotext could not read the file: {why}", "Open the PDF and save its text as a .txt file.");

    public static CaseProblem NoArticle(string file) =>
        Make("reading/no-article", file, "No article was found in the page.", "Save the text of the article as a .txt file.");

    public static CaseProblem TooDeep(string file) =>
        Make("reading/too-deep", file, $"The page's elements are nested more than {HtmlDepth.Deepest} deep.", "Save the text of the article as a .txt file.");

    public static CaseProblem NothingToRead(string folder) =>
        Make("reading/nothing-to-read", folder, "The folder holds no file of a kind that is read.", "Name a folder with articles as txt, md, html, pdf or jsonl files.");

    public static CaseProblem BadJsonLine(string file, int line, string why) =>
        new(Severity.Error, "reading/bad-json", new TextPlace(file, line, 1), null, 1, why, "Each line is one JSON object with 'text' and, where known, 'id', 'title', 'outlet', 'author', 'date', 'url'.");

    public static CaseProblem Unreadable(string file, string why) =>
        Make("reading/unreadable", file, $"The file could not be read: {why}", "Check that it exists and that you may read it.");

    public static CaseProblem Unsaved(string file, SaveResult result) =>
        Make("reading/unsaved", file, $"The file could not be saved: {result.Why ?? (result.Outcome == SaveOutcome.Busy ? "another program is saving it" : "it has changed meanwhile")}", "Nothing was decided; try again.");

    public static CaseProblem BadLexicon(string file, int line, string why) =>
        new(Severity.Error, "reading/bad-lexicon", new TextPlace(file, line, 1), null, 1, why, "The form of each line is explained at the top of the shipped word lists and in docs/guide/reading-words.md.");

    public static CaseProblem BadProposals(string file, int line, string why) =>
        new(Severity.Error, "reading/bad-proposals", new TextPlace(file, line, 1), null, 1, why, "Run `fulcrum read` again to write the proposals anew; decisions already taken are in the same folder.");

    public static CaseProblem BadEdit(string file, string what, string help) =>
        Make("reading/bad-edit", file, what, help);

    public static CaseProblem NoSuchNumber(string file, string path) =>
        Make("reading/no-such-number", file, $"No number stands at '{path}' in the file.", "Read the articles again with --case, or edit the proposal and name the number by its path in the case file.");

    public static CaseProblem ModelFailed(string why) =>
        new(Severity.Warning, "reading/model-failed", TextPlace.None, null, 1, $"The language model gave no usable answer: {why}", "The proposals of the built-in reader are complete without it.");

    public static CaseProblem FolderTaken(string folder) =>
        Make("reading/folder-taken", folder, "The folder is not empty.", "Name a folder that does not exist yet.");

    public static CaseProblem TooLittle(string folder) =>
        Make("reading/too-little", folder, "The texts name no two parties that act on each other more than once.", "Give more texts, or start from 'fulcrum new DIR'.");

    private static CaseProblem Make(string code, string file, string message, string help) =>
        new(Severity.Error, code, new TextPlace(file, 1, 1), null, 1, message, help);
}
