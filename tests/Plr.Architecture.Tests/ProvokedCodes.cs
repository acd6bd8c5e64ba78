using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plr.Architecture.Tests;

/// <summary>The error codes that tests expect: named in an assertion, in a row of data that a test is run with, or in an expected answer.
/// A code that a test only mentions, as in a setting, is not expected.</summary>
internal static partial class ProvokedCodes
{
    /// <summary>Constants' names and codes that one C# file expects.</summary>
    public static IEnumerable<string> InSource(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        var asserting = root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.DescendantNodes().Any(IsAssertion))
            .Select(method => method.Identifier.Text)
            .ToHashSet(StringComparer.Ordinal);
        return root.DescendantNodes().Where(node => NamesOf(node).Any() && IsExpected(node, asserting)).SelectMany(NamesOf);
    }

    /// <summary>Codes that an expected answer holds.</summary>
    public static IEnumerable<string> InAnswer(string text) => Code().Matches(text).Select(match => match.Value);

    private static IEnumerable<string> NamesOf(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax member when member.Expression.ToString().EndsWith("ErrorCodes", StringComparison.Ordinal) => [member.Name.Identifier.Text],
        LiteralExpressionSyntax literal => InAnswer(literal.Token.Text),
        InterpolatedStringTextSyntax text => InAnswer(text.TextToken.Text),
        _ => [],
    };

    private static bool IsExpected(SyntaxNode node, HashSet<string> asserting) => node.Ancestors().Any(ancestor =>
        IsAssertion(ancestor)
        || ancestor is AttributeSyntax { Name: var attribute } && attribute.ToString() == "InlineData"
        || ancestor is PropertyDeclarationSyntax { Type: var property } && property.ToString().StartsWith("TheoryData", StringComparison.Ordinal)
        || ancestor is InvocationExpressionSyntax { Expression: IdentifierNameSyntax helper } && asserting.Contains(helper.Identifier.Text));

    private static bool IsAssertion(SyntaxNode node) =>
        node is InvocationExpressionSyntax call && call.Expression.ToString().StartsWith("Assert.", StringComparison.Ordinal);

    [GeneratedRegex(@"\b[A-Z][A-Z0-9]*(_[A-Z0-9]+)+\b")]
    private static partial Regex Code();
}
