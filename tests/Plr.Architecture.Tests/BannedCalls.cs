using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plr.Architecture.Tests;

/// <summary>What source under src does not do, found in the syntax.</summary>
internal static class BannedCalls
{
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "Task.Run", "Thread.Sleep", "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow",
        "GC.Collect", "Activator.CreateInstance", "Environment.Exit",
    };

    /// <summary><c>line: what</c>, one a violation.</summary>
    /// <param name="source">C# text.</param>
    /// <param name="consoleAllowed">Whether this project talks to a terminal.</param>
    public static IEnumerable<string> In(string source, bool consoleAllowed)
    {
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        return root.DescendantNodes()
            .Select(node => (node, what: Violation(node, consoleAllowed)))
            .Where(found => found.what is not null)
            .Select(found => $"{found.node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {found.what}");
    }

    private static string? Violation(SyntaxNode node, bool consoleAllowed) => node switch
    {
        MemberAccessExpressionSyntax member => Violation(member, consoleAllowed),
        MethodDeclarationSyntax method when IsAsyncVoid(method.Modifiers, method.ReturnType) => "async void",
        LocalFunctionStatementSyntax function when IsAsyncVoid(function.Modifiers, function.ReturnType) => "async void",
        CatchClauseSyntax { Block.Statements.Count: 0 } clause when !HasReason(clause.Block) => "an exception swallowed without a reason",
        UsingDirectiveSyntax { Name: { } name } when name.ToString() == "System.Reflection" => "reflection",
        ObjectCreationExpressionSyntax { Type: var type } when type.ToString() == "NotImplementedException" => "NotImplementedException",
        _ => null,
    };

    private static string? Violation(MemberAccessExpressionSyntax member, bool consoleAllowed)
    {
        var text = $"{member.Expression.ToString().Split('.')[^1]}.{member.Name.Identifier.Text}";
        return text switch
        {
            _ when Members.Contains(text) => text,
            _ when !consoleAllowed && member.Expression.ToString() is "Console" or "System.Console" => text,
            "GetAwaiter().GetResult" => text,
            _ when member.Name.Identifier.Text == "Result" && LooksLikeTask(member.Expression) => "Task.Result",
            _ => null,
        };
    }

    // Syntax alone knows no types: a call whose name ends in Async, or a name with task in it, is taken for a task.
    private static bool LooksLikeTask(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax call => call.Expression.ToString().EndsWith("Async", StringComparison.Ordinal),
        IdentifierNameSyntax name => name.Identifier.Text.Contains("task", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsAsyncVoid(SyntaxTokenList modifiers, TypeSyntax returnType) =>
        modifiers.Any(SyntaxKind.AsyncKeyword) && returnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static bool HasReason(BlockSyntax block) =>
        block.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
}
