using System.Reflection;
using System.Runtime.CompilerServices;
using Shouldly;

namespace Fulcrum.Tests.Rules;

/// <summary>Promises about the library's types: closed unless explicitly open, no shared mutable state, findable names.</summary>
public sealed class ShapeTests
{
    private static readonly Assembly Library = typeof(Fulcrum.Cases.Case).Assembly;

    private static IEnumerable<Type> Written => Library.GetTypes()
        .Where(t => t.Namespace?.StartsWith("Fulcrum", StringComparison.Ordinal) == true && !t.IsDefined(typeof(CompilerGeneratedAttribute)) && !t.Name.Contains('<', StringComparison.Ordinal));

    [Fact]
    public void Classes_are_sealed_static_or_abstract() =>
        Written.Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract).Select(t => t.FullName).ShouldBeEmpty();

    [Fact]
    public void No_static_field_can_change()
    {
        var open = Written
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => !f.IsInitOnly && !f.IsLiteral && !f.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(f => $"{f.DeclaringType}.{f.Name}");
        open.ShouldBeEmpty();
    }

    [Fact]
    public void No_type_is_named_like_a_room()
    {
        string[] rooms = ["Cases", "Numerics", "Bargaining", "Commitments", "Stability", "Forecasting", "Studies", "Interchange", "Findings"];
        Written.Select(t => t.Name).Intersect(rooms).ShouldBeEmpty();
    }

    [Fact]
    public void No_room_is_a_lumber_room()
    {
        string[] lumber = ["Common", "Helpers", "Managers", "Services", "Models", "Utils", "Utilities", "Misc"];
        Directory.EnumerateDirectories(Repository.At("src"), "*", SearchOption.AllDirectories)
            .Where(d => !d.Contains("node_modules", StringComparison.Ordinal))
            .Select(d => Path.GetFileName(d)).Intersect(lumber).ShouldBeEmpty();
    }
}
