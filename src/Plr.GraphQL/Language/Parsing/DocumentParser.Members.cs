using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Language.Parsing;

/// <content>Directive definitions, and the members of types: fields, arguments, interfaces. GraphQL September 2025,
/// 3.6, 3.10 and 3.13.</content>
internal sealed partial class DocumentParser
{
    private DirectiveDefinitionNode ParseDirectiveDefinition(int start, StringValueNode? description)
    {
        Take(TokenKind.At, "`@`");
        var name = TakeName(out var nameLocation);
        var arguments = ParseInputValueDefinitions(TokenKind.ParenthesisLeft, TokenKind.ParenthesisRight);
        var isRepeatable = TryTakeKeyword("repeatable"u8);
        if (!TryTakeKeyword("on"u8))
        {
            throw Unexpected("`on`");
        }

        var locations = ParseDirectiveLocations();
        return new DirectiveDefinitionNode(
            Span(start), description, [], name, nameLocation, arguments, isRepeatable, locations);
    }

    private ImmutableArray<DirectiveLocation> ParseDirectiveLocations()
    {
        var locations = default(NodeList<DirectiveLocation>);
        TryTake(TokenKind.Pipe);
        do
        {
            locations.Add(ParseDirectiveLocation());
        }
        while (TryTake(TokenKind.Pipe));

        return locations.ToImmutable();
    }

    private DirectiveLocation ParseDirectiveLocation()
    {
        var isLocation = DirectiveLocations.TryParse(names.Get(lexer.Start, lexer.End - lexer.Start), out var location);
        if (lexer.Kind != TokenKind.Name || !isLocation)
        {
            throw Unexpected("a directive location");
        }

        Advance();
        return location;
    }

    private ImmutableArray<NamedTypeNode> ParseImplementsInterfaces() =>
        TryTakeKeyword("implements"u8) ? ParseDelimitedTypes(TokenKind.Ampersand) : [];

    private ImmutableArray<NamedTypeNode> ParseDelimitedTypes(TokenKind delimiter)
    {
        var types = default(NodeList<NamedTypeNode>);
        TryTake(delimiter);
        do
        {
            types.Add(ParseNamedType());
        }
        while (TryTake(delimiter));

        return types.ToImmutable();
    }

    private ImmutableArray<FieldDefinitionNode> ParseFieldDefinitions()
    {
        if (!TryTake(TokenKind.BraceLeft))
        {
            return [];
        }

        var fields = default(NodeList<FieldDefinitionNode>);
        do
        {
            fields.Add(ParseFieldDefinition());
        }
        while (!TryTake(TokenKind.BraceRight));

        return fields.ToImmutable();
    }

    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        var name = TakeName(out var nameLocation);
        var arguments = ParseInputValueDefinitions(TokenKind.ParenthesisLeft, TokenKind.ParenthesisRight);
        Take(TokenKind.Colon, "`:`");
        var type = ParseType();
        var directives = ParseDirectives(isConstant: true);
        return new FieldDefinitionNode(Span(start), description, name, nameLocation, arguments, type, directives);
    }

    private ImmutableArray<InputValueDefinitionNode> ParseInputValueDefinitions(TokenKind open, TokenKind close)
    {
        if (!TryTake(open))
        {
            return [];
        }

        var inputs = default(NodeList<InputValueDefinitionNode>);
        do
        {
            inputs.Add(ParseInputValueDefinition());
        }
        while (!TryTake(close));

        return inputs.ToImmutable();
    }

    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        var name = TakeName(out var nameLocation);
        Take(TokenKind.Colon, "`:`");
        var type = ParseType();
        var defaultValue = TryTake(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null;
        var directives = ParseDirectives(isConstant: true);
        return new InputValueDefinitionNode(Span(start), description, name, nameLocation, type, defaultValue, directives);
    }
}
