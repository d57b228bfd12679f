using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Shouldly;

namespace Fulcrum.Tests.Rules;

/// <summary>
/// What the library promises to other programs, as a list under review: a change of it shows in the diff.
/// With FULCRUM_APPROVE=1 in the environment the list is written anew.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly string Approved = Repository.At("tests", "Fulcrum.Tests", "Approved", "PublicApi.txt");

    [Fact]
    public void Public_types_and_members_are_those_approved()
    {
        string now = Listing();
        if (Environment.GetEnvironmentVariable("FULCRUM_APPROVE") == "1")
        {
            File.WriteAllText(Approved, now);
        }
        now.ShouldBe(File.ReadAllText(Approved).ReplaceLineEndings("\n"), "run the tests with FULCRUM_APPROVE=1 when the change is meant");
    }

    private static string Listing()
    {
        var text = new StringBuilder();
        foreach (Type type in typeof(Fulcrum.Cases.Case).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Kind(type)} {Plain(type)}\n");
            foreach (string member in Members(type).Distinct().Order(StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"    {member}\n");
            }
        }
        return text.ToString();
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static",
        { IsAbstract: true } => "abstract",
        _ => "class",
    };

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
        {
            return Enum.GetNames(type);
        }
        var properties = type.GetProperties(Own).Where(p => p.Name != "EqualityContract").Select(p => $"{p.Name}: {Plain(p.PropertyType)}");
        var fields = type.GetFields(Own).Select(f => $"{f.Name}: {Plain(f.FieldType)}");
        var methods = type.GetMethods(Own)
            .Where(m => !m.IsSpecialName && !m.IsDefined(typeof(CompilerGeneratedAttribute)) && m.GetBaseDefinition() == m && m.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct"))
            .Select(m => $"{m.Name}({string.Join(", ", m.GetParameters().Select(p => $"{Plain(p.ParameterType)} {p.Name}"))}): {Plain(m.ReturnType)}");
        return properties.Concat(fields).Concat(methods);
    }

    private static string Plain(Type type)
    {
        if (type.IsArray)
        {
            return Plain(type.GetElementType()!) + "[]";
        }
        string name = (type.FullName ?? type.Name).Split('[')[0];
        string plain = name[(name.LastIndexOf('.') + 1)..].Split('`')[0].Replace('+', '.');
        string room = type.Namespace?.StartsWith("Fulcrum.", StringComparison.Ordinal) == true ? type.Namespace["Fulcrum.".Length..] + "." : "";
        return type.IsGenericType ? $"{room}{plain}<{string.Join(", ", type.GetGenericArguments().Select(Plain))}>" : room + plain;
    }
}
