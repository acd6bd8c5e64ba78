using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Language.Parsing;

/// <content>Schema, types, directives and their extensions. GraphQL September 2025, 3 Type System.</content>
internal sealed partial class DocumentParser
{
    private DefinitionNode ParseTypeSystemDefinition(int start, StringValueNode? description)
    {
        var isExtension = description is null && TryTakeKeyword("extend"u8);
        if (!isExtension && TryTakeKeyword("directive"u8))
        {
            return ParseDirectiveDefinition(start, description);
        }

        if (TryTakeKeyword("schema"u8))
        {
            return ParseSchemaDefinition(start, description, isExtension);
        }

        var header = new TypeHeader(start, description, isExtension);
        return TryTakeKeyword("scalar"u8) ? ParseScalarType(header)
            : TryTakeKeyword("type"u8) ? ParseObjectType(header)
            : TryTakeKeyword("interface"u8) ? ParseInterfaceType(header)
            : TryTakeKeyword("union"u8) ? ParseUnionType(header)
            : TryTakeKeyword("enum"u8) ? ParseEnumType(header)
            : TryTakeKeyword("input"u8) ? ParseInputObjectType(header)
            : throw Unexpected("a definition");
    }

    private SchemaDefinitionNode ParseSchemaDefinition(int start, StringValueNode? description, bool isExtension)
    {
        var directives = ParseDirectives(isConstant: true);
        var operationTypes = default(NodeList<OperationTypeDefinitionNode>);
        var mayEndHere = isExtension && directives.Length > 0;
        if (!mayEndHere || lexer.Kind == TokenKind.BraceLeft)
        {
            Take(TokenKind.BraceLeft, "`{`");
            do
            {
                operationTypes.Add(ParseOperationTypeDefinition());
            }
            while (!TryTake(TokenKind.BraceRight));
        }

        return new SchemaDefinitionNode(Span(start), description, directives, isExtension, operationTypes.ToImmutable());
    }

    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = lexer.Start;
        if (!TryParseOperationType(out var operation))
        {
            throw Unexpected("`query`, `mutation` or `subscription`");
        }

        Advance();
        Take(TokenKind.Colon, "`:`");
        var type = ParseNamedType();
        return new OperationTypeDefinitionNode(Span(start), operation, type);
    }

    private ScalarTypeDefinitionNode ParseScalarType(TypeHeader header)
    {
        var name = TakeName(out var nameLocation);
        var directives = ParseDirectives(isConstant: true);
        RequireContent(header, directives.Length > 0);
        return new ScalarTypeDefinitionNode(
            Span(header.Start), header.Description, directives, header.IsExtension, name, nameLocation);
    }

    private ObjectTypeDefinitionNode ParseObjectType(TypeHeader header)
    {
        var name = TakeName(out var nameLocation);
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RequireContent(header, interfaces.Length + directives.Length + fields.Length > 0);
        return new ObjectTypeDefinitionNode(
            Span(header.Start), header.Description, directives, header.IsExtension, name, nameLocation, interfaces, fields);
    }

    private InterfaceTypeDefinitionNode ParseInterfaceType(TypeHeader header)
    {
        var name = TakeName(out var nameLocation);
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RequireContent(header, interfaces.Length + directives.Length + fields.Length > 0);
        return new InterfaceTypeDefinitionNode(
            Span(header.Start), header.Description, directives, header.IsExtension, name, nameLocation, interfaces, fields);
    }

    private UnionTypeDefinitionNode ParseUnionType(TypeHeader header)
    {
        var name = TakeName(out var nameLocation);
        var directives = ParseDirectives(isConstant: true);
        var types = TryTake(TokenKind.EqualsSign) ? ParseDelimitedTypes(TokenKind.Pipe) : [];
        RequireContent(header, directives.Length + types.Length > 0);
        return new UnionTypeDefinitionNode(
            Span(header.Start), header.Description, directives, header.IsExtension, name, nameLocation, types);
    }

    private EnumTypeDefinitionNode ParseEnumType(TypeHeader header)
    {
        var name = TakeName(out var nameLocation);
        var directives = ParseDirectives(isConstant: true);
        var values = default(NodeList<EnumValueDefinitionNode>);
        if (TryTake(TokenKind.BraceLeft))
        {
            do
            {
                values.Add(ParseEnumValueDefinition());
            }
            while (!TryTake(TokenKind.BraceRight));
        }

        RequireContent(header, directives.Length + values.Count > 0);
        return new EnumTypeDefinitionNode(
            Span(header.Start), header.Description, directives, header.IsExtension, name, nameLocation, values.ToImmutable());
    }

    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        if (lexer.Is("true"u8) || lexer.Is("false"u8) || lexer.Is("null"u8))
        {
            throw Unexpected("an enum value");
        }

        var name = TakeName(out var nameLocation);
        var directives = ParseDirectives(isConstant: true);
        return new EnumValueDefinitionNode(Span(start), description, name, nameLocation, directives);
    }

    private InputObjectTypeDefinitionNode ParseInputObjectType(TypeHeader header)
    {
        var name = TakeName(out var nameLocation);
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseInputValueDefinitions(TokenKind.BraceLeft, TokenKind.BraceRight);
        RequireContent(header, directives.Length + fields.Length > 0);
        return new InputObjectTypeDefinitionNode(
            Span(header.Start), header.Description, directives, header.IsExtension, name, nameLocation, fields);
    }

    // An extension that extends nothing is not grammar.
    private void RequireContent(TypeHeader header, bool hasContent)
    {
        if (header.IsExtension && !hasContent)
        {
            throw Unexpected("something that the extension adds");
        }
    }

    private readonly struct TypeHeader(int start, StringValueNode? description, bool isExtension)
    {
        public int Start { get; } = start;

        public StringValueNode? Description { get; } = description;

        public bool IsExtension { get; } = isExtension;
    }
}
