using Fulcrum.Bargaining;
using Fulcrum.Findings.Tables;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Sentences;

/// <summary>Which assumptions an answer moves with over the draws, as a sentence, marks and supports.</summary>
internal sealed record RestingOn(string Text, IReadOnlyList<string> Marks, IReadOnlyList<string> Supports)
{
    private const int Named = 2;

    /// <param name="what">The subject: 'the cost', 'the loss'.</param>
    /// <param name="value">NaN in draws that do not count.</param>
    public static RestingOn Of(DrawTable table, string what, Func<DrawResult, double> value)
    {
        IReadOnlyList<Driver> drivers = table.Drivers.Of(table.Draws.Select(value).ToArray(), Named);
        if (drivers.Count == 0)
        {
            return new RestingOn("", [], []);
        }
        string parts = string.Join(" and ", drivers.Select(DriverWords.Where));
        return new RestingOn(
            $"Over the draws {what} is larger {parts}.", drivers.Select(d => Wording.MarkSign(d.Mark)).Distinct().ToArray(), drivers.Select(d => d.Path).Distinct(StringComparer.Ordinal).ToArray());
    }

    public string[] MarksWith(params string[] others) => others.Concat(Marks).Append("=").Distinct().OrderBy(m => Order.IndexOf(m, StringComparison.Ordinal)).ToArray();

    private const string Order = "\"~?=";
}
