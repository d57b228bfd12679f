using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>'where no-deal.war.cost.north (?) is higher', 'where 'the pledge' binds'.</summary>
internal static class DriverWords
{
    private const string Binding = ".binding", Date = ".date", Ledger = "ledger.";

    public static string Where(Driver driver)
    {
        bool up = driver.Correlation > 0;
        string mark = Wording.MarkSign(driver.Mark);
        string Move(string end) => driver.Label[Ledger.Length..^end.Length];
        return driver.Label.StartsWith(Ledger, StringComparison.Ordinal) && driver.Label.EndsWith(Binding, StringComparison.Ordinal) ? $"where '{Move(Binding)}' ({mark}) {(up ? "binds" : "does not bind")}"
            : driver.Label.StartsWith(Ledger, StringComparison.Ordinal) && driver.Label.EndsWith(Date, StringComparison.Ordinal) ? $"where '{Move(Date)}' ({mark}) came {(up ? "later" : "earlier")}"
            : $"where {driver.Label} ({mark}) is {(up ? "higher" : "lower")}";
    }
}
