using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plr.Architecture.Tests;

/// <summary>The limits that the source declares, and those that tests hold: each as <c>Type.Member</c>.</summary>
internal static partial class NamedLimits
{
    /// <summary>Constants and settable properties named <c>Max…</c> or <c>…Limit</c> that are a number or a time. What may be null is an optional
    /// part of some value, and what is private is how something works.</summary>
    public static IEnumerable<string> DeclaredIn(string source) =>
        from member in Root(source).DescendantNodes().OfType<MemberDeclarationSyntax>()
        where !IsPrivate(member) && member.Parent is TypeDeclarationSyntax
        from name in member switch
        {
            FieldDeclarationSyntax { Declaration: var field } when IsConstant(member) && IsQuantity(field.Type) => field.Variables.Select(variable => variable.Identifier.Text),
            PropertyDeclarationSyntax { AccessorList.Accessors.Count: 2 } property when IsQuantity(property.Type) => [property.Identifier.Text],
            _ => [],
        }
        where LimitName().IsMatch(name)
        select $"{((TypeDeclarationSyntax)member.Parent!).Identifier.Text}.{name}"; // A type: looked at above.

    /// <summary>What <c>[Trait("Limit", "…")]</c> on a test names: a limit, or a type whose table of all its limits the test is run with.</summary>
    public static IEnumerable<string> TestedIn(string source) =>
        from attribute in Root(source).DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() == "Trait" && attribute.Parent?.Parent is MethodDeclarationSyntax
        let arguments = attribute.ArgumentList!.Arguments // A trait has two.
        where arguments[0].ToString() == "\"Limit\""
        select arguments[1].ToString().Trim('"');

    /// <summary>Whether a test that names this much holds the limit.</summary>
    public static bool Holds(string tested, string limit) => tested == limit || limit.StartsWith(tested + ".", StringComparison.Ordinal);

    private static CSharpSyntaxNode Root(string source) =>
        (CSharpSyntaxNode)CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();

    private static bool IsPrivate(MemberDeclarationSyntax member) => !member.Modifiers.Any(modifier => modifier.Text is "public" or "internal");

    private static bool IsConstant(MemberDeclarationSyntax member) => member.Modifiers.Any(modifier => modifier.Text is "const" or "static");

    private static bool IsQuantity(TypeSyntax type) => type.ToString() is "int" or "long" or "TimeSpan";

    [GeneratedRegex("^(Hard)?Max[A-Z]|Limit$")]
    private static partial Regex LimitName();
}
