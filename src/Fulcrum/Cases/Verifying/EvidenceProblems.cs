using System.Globalization;

namespace Fulcrum.Cases.Verifying;

/// <summary>Everything that can be wrong between the evidence of a case and the texts it points into, one factory a situation.</summary>
public static class EvidenceProblems
{
    public static CaseProblem FolderMissing(string folder) => OfFile(
        "evidence/no-folder", folder, $"there is no folder '{folder}'", "name the folder that holds the texts");

    public static CaseProblem TooManyFiles(string folder, int most) => OfFile(
        "evidence/too-many-files", folder, Say($"'{folder}' holds more than {most} files; the rest is not looked at"), "name a folder that holds the case's texts only");

    public static CaseProblem TextTooLarge(string file, long most) => OfFile(
        "evidence/text-too-large", file, Say($"'{file}' is larger than {most >> 20} MiB and is left out"), "keep the part that the evidence needs as a text of its own");

    public static CaseProblem TextNotUtf8(string file) => OfFile(
        "evidence/text-not-utf8", file, $"'{file}' is not text in UTF-8 and is left out", "save it as plain text in UTF-8; spans count the characters of that text");

    public static CaseProblem TextIsLink(string name) => OfFile(
        "evidence/text-is-link", name, $"'{name}' is a link and is left out: a case must not lead out of its folder", "copy the text, or name its folder with --sources");

    public static CaseProblem TextUnreadable(string file, string why) => OfFile(
        "evidence/text-unreadable", file, $"'{file}' cannot be read: {why}", "check the file and its permissions");

    public static CaseProblem SpanOutside(Evidence evidence, SourceText text) => At(
        Severity.Error, "evidence/span-outside", evidence.Place, evidence.Id.Value,
        Say($"span {evidence.Span!.Value.Start}..{evidence.Span.Value.End} of '{evidence.Id}' is not inside the text of '{evidence.Source}', which has {text.Length} characters"),
        "find the words again with 'fulcrum cite'");

    /// <param name="movedTo">Where words with the stated hash stand now, if anywhere.</param>
    public static CaseProblem SpanHashDiffers(Evidence evidence, TextSpan? movedTo) => At(
        Severity.Error, "evidence/span-hash", evidence.Place, evidence.Id.Value,
        Say($"the words at {evidence.Span!.Value.Start}..{evidence.Span.Value.End} of '{evidence.Source}' are not those that '{evidence.Id}' was made for"),
        movedTo is { } span ? Say($"the same words stand at {span.Start}..{span.End}: correct the span") : "find the words again with 'fulcrum cite'");

    public static CaseProblem SpanWithoutHash(Evidence evidence) => At(
        Severity.Warning, "evidence/no-hash", evidence.Place, evidence.Id.Value,
        $"'{evidence.Id}' has a span but no hash, so nobody can tell whether the words are still the same",
        "add the evidence with 'fulcrum cite', which writes the hash");

    public static CaseProblem SaysNothingYet(Evidence evidence) => At(
        Severity.Warning, "evidence/says-later", evidence.Place, evidence.Id.Value,
        $"'{evidence.Id}' does not yet say in your own words what its sentence says", "replace what stands under 'says:'; it is what readers see who do not have the text");

    public static CaseProblem ParagraphDiffers(Evidence evidence, int actual) => At(
        Severity.Warning, "evidence/paragraph", evidence.Place, evidence.Id.Value,
        Say($"'{evidence.Id}' says paragraph {evidence.Paragraph}; its span lies in paragraph {actual}"), Say($"write 'paragraph: {actual}'"));

    public static CaseProblem FigureNotInSpan(Evidence evidence, string figure) => At(
        Severity.Error, "evidence/figure-not-in-span", evidence.Place, evidence.Id.Value,
        $"'{figure}' is listed under the figures of '{evidence.Id}' but does not stand in its span", "list only figures and terms that stand there");

    public static CaseProblem QuotedFigureMissing(Quantity quantity, double number) => At(
        Severity.Error, "evidence/quoted-figure", quantity.Place, null,
        Say($"{quantity.Path} is marked as quoted, but {number} stands in none of its evidence ({Listed(quantity)})"),
        "cite the sentence that holds the figure, or write 'judged-from:' when the figure is your own");

    /// <param name="standing">How many of the source's spans still find their words in the changed text.</param>
    public static CaseProblem SourceTextChanged(Source source, SourceText text, int standing, int spans) => At(
        Severity.Error, "evidence/source-text-changed", source.Place, source.Id.Value,
        Say($"'{text.FileName}' looks like the text of '{source.Id}' but has another hash; {standing} of its {spans} spans still find their words"),
        $"put the text back as it was, or write 'hash: {text.Hash}' and cite what has moved again");

    public static CaseProblem SourceWithoutHash(Source source) => At(
        Severity.Warning, "evidence/source-without-hash", source.Place, source.Id.Value,
        $"evidence has spans in '{source.Id}', but the source states no hash, so its text cannot be recognised",
        "cite from the text with 'fulcrum cite', or write its hash under the source");

    private static string Listed(Quantity quantity) => string.Join(", ", quantity.Support.Evidence);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static CaseProblem OfFile(string code, string file, string message, string help) =>
        new(Severity.Warning, code, new TextPlace(file, 0, 0), null, 1, message, help);

    private static CaseProblem At(Severity severity, string code, TextPlace place, string? word, string message, string help) =>
        new(severity, code, place, null, Math.Max(1, word?.Length ?? 1), message, help);
}
