using System.Text.RegularExpressions;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Intake;

/// <summary>
/// What stands in front of a paragraph's first sentence without being part of it: a dateline ('PORT SELIM, 9 June (Coastal Wire) - '), a number or bullet ('3. '), the hour of a live blog ('14:32 GMT').
/// </summary>
internal static partial class Lead
{
    /// <summary>The passage from its first own word on; and the dateline, which may name day and agency, where one stands.</summary>
    public static (Span Own, Span? Dateline) Of(string text, Span passage)
    {
        string head = text.Substring(passage.Start, Math.Min(passage.Length, 120));
        if (Dateline().Match(head) is { Success: true } place)
        {
            return (new Span(passage.Start + place.Length, passage.End), new Span(passage.Start, passage.Start + place.Length));
        }
        Match mark = Mark().Match(head);
        return mark.Success && mark.Length < passage.Length ? (new Span(passage.Start + mark.Length, passage.End), null) : (passage, null);
    }

    /// <summary>Agency of a dateline: what stands in brackets.</summary>
    public static string? Agency(string dateline) => Bracket().Match(dateline) is { Success: true } agency ? agency.Groups[1].Value.Trim() : null;

    // A place in capitals, or a place with a day or an agency; then a dash (or a full stop after a day).
    [GeneratedRegex(@"^(?:\p{Lu}[\p{Lu}.'’/-]+(?:[ ,]+\p{Lu}[\p{Lu}.'’/-]+){0,4}(?:,\s*[\p{Lu}][\p{L}. ]{1,20})?(?:,?\s+(?:\d{1,2}\s+)?\p{Lu}\p{Ll}{2,8}\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?)?\s*(?:\([^)]{2,40}\)\s*)?(?:\s[-–—]+\s|[—–]\s*)|\p{Lu}[\p{L}.'’ ]{1,30}(?:,\s*[\p{Lu}][\p{L}. ]{1,20})?(?:,?\s+(?:\d{1,2}\s+\p{Lu}\p{Ll}{2,8}\.?|\p{Lu}\p{Ll}{2,8}\.?\s+\d{1,2})(?:,?\s+\d{4})?)\s*(?:\([^)]{2,40}\)\s*)?(?:\s[-–—]+\s|[—–]\s*|:\s+|\.\s+)|\p{Lu}[\p{L}.'’ ]{1,30}\s*\([^)]{2,40}\)\s*(?:[-–—]+\s*|:\s+))")]
    private static partial Regex Dateline();

    [GeneratedRegex(@"^(?:\(?\d{1,2}(?:\.\d{1,2})?[.)]\s+|\([a-z]\)\s+|[•·▪●◦*]\s+|[–—-]\s+|\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?|GMT|BST|CET|CEST|EST|EDT|ET|UTC)?\s*(?:[-–—|:]\s*)?(?=\p{Lu}))")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\(([^)]{2,40})\)")]
    private static partial Regex Bracket();
}
