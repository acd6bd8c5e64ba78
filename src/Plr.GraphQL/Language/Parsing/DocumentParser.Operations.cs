using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Language.Parsing;

/// <content>Operations, selections, fragments and directives. GraphQL September 2025, 2.4 to 2.9 and 2.13.</content>
internal sealed partial class DocumentParser
{
    private OperationDefinitionNode ParseAnonymousQuery()
    {
        var start = lexer.Start;
        var firstToken = CurrentLocation;
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(Span(start), null, [], selectionSet, OperationType.Query, null, firstToken, []);
    }

    private OperationDefinitionNode ParseOperationDefinition(int start, StringValueNode? description, OperationType operation)
    {
        var nameLocation = CurrentLocation;
        Advance();
        var name = lexer.Kind == TokenKind.Name ? TakeName(out nameLocation) : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(
            Span(start), description, directives, selectionSet, operation, name, nameLocation, variables);
    }

    private bool TryParseOperationType(out OperationType operation)
    {
        operation = lexer.Is("mutation"u8) ? OperationType.Mutation
            : lexer.Is("subscription"u8) ? OperationType.Subscription
            : OperationType.Query;
        return operation != OperationType.Query || lexer.Is("query"u8);
    }

    private ImmutableArray<VariableDefinitionNode> ParseVariableDefinitions()
    {
        if (!TryTake(TokenKind.ParenthesisLeft))
        {
            return [];
        }

        var variables = default(NodeList<VariableDefinitionNode>);
        do
        {
            variables.Add(ParseVariableDefinition());
            CheckLimit(variables.Count, limits.MaxVariables, "variables in one operation", ErrorCodes.LimitVariables);
        }
        while (!TryTake(TokenKind.ParenthesisRight));

        return variables.ToImmutable();
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Take(TokenKind.Colon, "`:`");
        var type = ParseType();
        var defaultValue = TryTake(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null;
        var directives = ParseDirectives(isConstant: true);
        return new VariableDefinitionNode(Span(start), description, variable, type, defaultValue, directives);
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = lexer.Start;
        Take(TokenKind.BraceLeft, "`{`");
        Enter();
        var selections = default(NodeList<SelectionNode>);
        do
        {
            selections.Add(lexer.Kind == TokenKind.Spread ? ParseFragment() : ParseField());
        }
        while (!TryTake(TokenKind.BraceRight));

        Leave();
        return new SelectionSetNode(Span(start), selections.ToImmutable());
    }

    private FieldNode ParseField()
    {
        var start = lexer.Start;
        CheckLimit(++fieldCount, limits.MaxFields, "fields", ErrorCodes.LimitFields);
        var name = TakeName();
        string? alias = null;
        if (TryTake(TokenKind.Colon))
        {
            alias = name;
            name = TakeName();
        }

        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = lexer.Kind == TokenKind.BraceLeft ? ParseSelectionSet() : null;
        return new FieldNode(Span(start), alias, name, arguments, directives, selectionSet);
    }

    private ImmutableArray<ArgumentNode> ParseArguments(bool isConstant)
    {
        if (!TryTake(TokenKind.ParenthesisLeft))
        {
            return [];
        }

        var arguments = default(NodeList<ArgumentNode>);
        do
        {
            var start = lexer.Start;
            var name = TakeName();
            Take(TokenKind.Colon, "`:`");
            var value = ParseValue(isConstant);
            arguments.Add(new ArgumentNode(Span(start), name, value));
        }
        while (!TryTake(TokenKind.ParenthesisRight));

        return arguments.ToImmutable();
    }

    // FragmentSpread or InlineFragment: the name decides.
    private SelectionNode ParseFragment()
    {
        var start = lexer.Start;
        Advance();
        var hasTypeCondition = TryTakeKeyword("on"u8);
        if (!hasTypeCondition && lexer.Kind == TokenKind.Name)
        {
            var name = TakeName();
            var spreadDirectives = ParseDirectives(isConstant: false);
            return new FragmentSpreadNode(Span(start), spreadDirectives, name);
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(Span(start), directives, typeCondition, selectionSet);
    }

    private FragmentDefinitionNode ParseFragmentDefinition(int start, StringValueNode? description)
    {
        Advance();
        if (lexer.Is("on"u8))
        {
            throw Unexpected("a fragment name");
        }

        var name = TakeName(out var nameLocation);
        if (!TryTakeKeyword("on"u8))
        {
            throw Unexpected("`on`");
        }

        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new FragmentDefinitionNode(
            Span(start), description, directives, selectionSet, name, nameLocation, typeCondition);
    }

    private ImmutableArray<DirectiveNode> ParseDirectives(bool isConstant)
    {
        if (lexer.Kind != TokenKind.At)
        {
            return [];
        }

        var directives = default(NodeList<DirectiveNode>);
        do
        {
            var start = lexer.Start;
            CheckLimit(++directiveCount, limits.MaxDirectives, "directives", ErrorCodes.LimitDirectives);
            Advance();
            var name = TakeName();
            var arguments = ParseArguments(isConstant);
            directives.Add(new DirectiveNode(Span(start), name, arguments));
            CheckLimit(
                directives.Count, limits.MaxDirectivesPerLocation, "directives in one place", ErrorCodes.LimitDirectives);
        }
        while (lexer.Kind == TokenKind.At);

        return directives.ToImmutable();
    }
}
