using System.Text;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Language.Parsing;

/// <content>Values and type references. GraphQL September 2025, 2.10 to 2.12.</content>
internal sealed partial class DocumentParser
{
    private ValueNode ParseValue(bool isConstant)
    {
        switch (lexer.Kind)
        {
            case TokenKind.Name:
                return ParseNameValue();
            case TokenKind.Int:
                var digits = TakeNumber(out var intStart);
                return new IntValueNode(Span(intStart), digits);
            case TokenKind.Float:
                var number = TakeNumber(out var floatStart);
                return new FloatValueNode(Span(floatStart), number);
            case TokenKind.String or TokenKind.BlockString:
                return ParseStringValue();
            case TokenKind.BracketLeft:
                return ParseListValue(isConstant);
            case TokenKind.BraceLeft:
                return ParseObjectValue(isConstant);
            case TokenKind.Dollar when !isConstant:
                return ParseVariable();
            default:
                throw Unexpected(isConstant ? "a constant value" : "a value");
        }
    }

    private ValueNode ParseNameValue()
    {
        var start = lexer.Start;
        if (TryTakeKeyword("true"u8))
        {
            return new BooleanValueNode(Span(start), true);
        }

        if (TryTakeKeyword("false"u8))
        {
            return new BooleanValueNode(Span(start), false);
        }

        if (TryTakeKeyword("null"u8))
        {
            return new NullValueNode(Span(start));
        }

        var name = TakeName();
        return new EnumValueNode(Span(start), name);
    }

    private VariableNode ParseVariable()
    {
        var start = lexer.Start;
        Take(TokenKind.Dollar, "`$`");
        var name = TakeName();
        return new VariableNode(Span(start), name);
    }

    private string TakeNumber(out int start)
    {
        start = lexer.Start;
        var number = Encoding.ASCII.GetString(source.Bytes, start, lexer.End - start);
        Advance();
        return number;
    }

    private StringValueNode ParseStringValue()
    {
        var start = lexer.Start;
        var isBlock = lexer.Kind == TokenKind.BlockString;
        var value = isBlock
            ? StringLiteral.DecodeBlock(source, start + 3, lexer.End - 3)
            : StringLiteral.DecodeQuoted(source, start + 1, lexer.End - 1);
        Advance();
        return new StringValueNode(Span(start), value, isBlock);
    }

    private ListValueNode ParseListValue(bool isConstant)
    {
        var start = lexer.Start;
        Advance();
        Enter();
        var items = default(NodeList<ValueNode>);
        while (!TryTake(TokenKind.BracketRight))
        {
            items.Add(ParseValue(isConstant));
        }

        Leave();
        return new ListValueNode(Span(start), items.ToImmutable());
    }

    private ObjectValueNode ParseObjectValue(bool isConstant)
    {
        var start = lexer.Start;
        Advance();
        Enter();
        var fields = default(NodeList<ObjectFieldNode>);
        while (!TryTake(TokenKind.BraceRight))
        {
            var fieldStart = lexer.Start;
            var name = TakeName();
            Take(TokenKind.Colon, "`:`");
            var value = ParseValue(isConstant);
            fields.Add(new ObjectFieldNode(Span(fieldStart), name, value));
        }

        Leave();
        return new ObjectValueNode(Span(start), fields.ToImmutable());
    }

    private NamedTypeNode ParseNamedType()
    {
        var start = lexer.Start;
        var name = TakeName();
        return new NamedTypeNode(Span(start), name);
    }

    private TypeNode ParseType()
    {
        var start = lexer.Start;
        TypeNode type;
        if (TryTake(TokenKind.BracketLeft))
        {
            Enter();
            var itemType = ParseType();
            Take(TokenKind.BracketRight, "`]`");
            Leave();
            type = new ListTypeNode(Span(start), itemType);
        }
        else
        {
            type = ParseNamedType();
        }

        return TryTake(TokenKind.Bang) ? new NonNullTypeNode(Span(start), type) : type;
    }
}
