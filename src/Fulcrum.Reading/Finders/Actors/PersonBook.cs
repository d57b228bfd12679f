namespace Fulcrum.Reading.Finders.Actors;

/// <summary>The persons that one document has introduced so far: surname to full name and the party they act for.</summary>
internal sealed class PersonBook
{
    private readonly Dictionary<string, (string FullName, string? Party)> people = new(StringComparer.Ordinal);

    public void Introduce(string surname, string fullName, string? party)
    {
        if (!people.TryGetValue(surname, out var known) || (known.Party is null && party is not null))
        {
            people[surname] = (fullName, party);
        }
    }

    public bool Knows(string surname) => people.ContainsKey(surname);

    public string? PartyOf(string surname) => people.TryGetValue(surname, out var known) ? known.Party : null;

    public string FullNameOf(string surname) => people.TryGetValue(surname, out var known) ? known.FullName : surname;
}
