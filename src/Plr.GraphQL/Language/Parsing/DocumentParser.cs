using System.Collections.Immutable;
using System.Text;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Language.Parsing;

/// <summary>Recursive descent over one document: the tokens, the limits and the document itself. The grammar of each part is
/// in a file of its own.</summary>
internal sealed partial class DocumentParser
{
    private const int MaxEcho = 40;
    private readonly Source source;
    private readonly ParserLimits limits;
    private readonly NameTable names;
    private Lexer lexer;
    private int tokenCount;
    private int nodeCount;
    private int depth;
    private int fieldCount;
    private int directiveCount;
    private ImmutableArray<SyntaxError>.Builder? warnings;

    public DocumentParser(Source source, ParserLimits limits)
    {
        this.source = source;
        this.limits = limits;
        names = new NameTable(source.Bytes);
        lexer = new Lexer(source, SoftLimit.Ceiling(limits.MaxTokenBytes, limits.EnforceLimits));
        Advance();
    }

    /// <summary>The limits that were passed and only warn.</summary>
    public ImmutableArray<SyntaxError> Warnings => warnings?.ToImmutable() ?? [];

    /// <summary>Document : Definition+.</summary>
    public DocumentNode ParseDocument()
    {
        var definitions = default(NodeList<DefinitionNode>);
        var operations = 0;
        var fragments = 0;
        do
        {
            var definition = ParseDefinition();
            definitions.Add(definition);
            operations += definition.Kind == SyntaxKind.OperationDefinition ? 1 : 0;
            fragments += definition.Kind == SyntaxKind.FragmentDefinition ? 1 : 0;
            CheckLimit(operations, limits.MaxOperations, "operations", ErrorCodes.LimitOperations);
            CheckLimit(fragments, limits.MaxFragments, "fragments", ErrorCodes.LimitFragments);
        }
        while (lexer.Kind != TokenKind.EndOfFile);

        return new DocumentNode(new Location(source, 0, lexer.End), definitions.ToImmutable(), nodeCount);
    }

    /// <summary>One constant value and nothing after it.</summary>
    public ValueNode ParseWholeValue()
    {
        var value = ParseValue(isConstant: true);
        return lexer.Kind == TokenKind.EndOfFile ? value : throw Unexpected("the end of the value");
    }

    /// <summary>One type reference and nothing after it.</summary>
    public TypeNode ParseWholeType()
    {
        var type = ParseType();
        return lexer.Kind == TokenKind.EndOfFile ? type : throw Unexpected("the end of the type");
    }

    private DefinitionNode ParseDefinition()
    {
        var start = lexer.Start;
        var description = ParseDescription();
        if (lexer.Kind == TokenKind.BraceLeft && description is null)
        {
            return ParseAnonymousQuery();
        }

        if (TryParseOperationType(out var operation))
        {
            return ParseOperationDefinition(start, description, operation);
        }

        if (lexer.Is("fragment"u8))
        {
            return ParseFragmentDefinition(start, description);
        }

        return limits.AllowTypeSystem
            ? ParseTypeSystemDefinition(start, description)
            : throw Unexpected("an operation or a fragment");
    }

    private StringValueNode? ParseDescription() =>
        lexer.Kind is TokenKind.String or TokenKind.BlockString ? ParseStringValue() : null;

    private void Advance()
    {
        tokenCount++;
        lexer.Next();
        if (tokenCount > limits.MaxTokens && lexer.Kind != TokenKind.EndOfFile)
        {
            PassLimit(tokenCount, limits.MaxTokens, "tokens", ErrorCodes.LimitTokens);
        }

        if (!limits.EnforceLimits && lexer.Kind is TokenKind.Name or TokenKind.Int or TokenKind.Float)
        {
            CheckLimit(lexer.End - lexer.Start, limits.MaxTokenBytes, "characters in one name or number", ErrorCodes.LimitTokenBytes);
        }
    }

    private bool TryTake(TokenKind kind)
    {
        if (lexer.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Take(TokenKind kind, string expected)
    {
        if (!TryTake(kind))
        {
            throw Unexpected(expected);
        }
    }

    private bool TryTakeKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!lexer.Is(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    private string TakeName()
    {
        if (lexer.Kind != TokenKind.Name)
        {
            throw Unexpected("a name");
        }

        var name = names.Get(lexer.Start, lexer.End - lexer.Start);
        Advance();
        return name;
    }

    private string TakeName(out Location location)
    {
        location = new Location(source, lexer.Start, lexer.End);
        return TakeName();
    }

    /// <summary>The span from a start to the end of the last token taken; counts the node that gets it.</summary>
    private Location Span(int start)
    {
        nodeCount++;
        if (nodeCount > limits.MaxNodes)
        {
            PassLimit(nodeCount, limits.MaxNodes, "syntax nodes", ErrorCodes.LimitNodes);
        }

        return new Location(source, start, lexer.PreviousEnd);
    }

    // Invariant: every recursion of this parser passes here first and Leave afterwards.
    private void Enter()
    {
        depth++;
        CheckLimit(depth, Math.Min(limits.MaxDepth, ParserLimits.HardMaxDepth), "levels of braces and brackets", ErrorCodes.LimitParserDepth, ParserLimits.HardMaxDepth);
    }

    private void Leave() => depth--;

    private void CheckLimit(int count, int limit, string what, string code, int most = int.MaxValue)
    {
        if (count > limit)
        {
            PassLimit(count, limit, what, code, most);
        }
    }

    // Refuses, or warns once for each code.
    private void PassLimit(int count, int limit, string what, string code, int most = int.MaxValue)
    {
        if (limits.EnforceLimits || count > Math.Min(SoftLimit.Ceiling(limit, isEnforced: false), most))
        {
            throw Limit(what, limit, code);
        }

        warnings ??= ImmutableArray.CreateBuilder<SyntaxError>();
        foreach (var warning in warnings)
        {
            if (warning.Code == code)
            {
                return;
            }
        }

        warnings.Add(Limit(what, limit, code).Error);
    }

    private GraphQLSyntaxException Limit(string what, int limit, string code) =>
        new(new SyntaxError($"the document has more than {limit} {what}", code, CurrentLocation));

    private GraphQLSyntaxException Unexpected(string expected) =>
        new(new SyntaxError($"expected {expected}, found {DescribeToken()}", ErrorCodes.GraphQLParseFailed, CurrentLocation));

    private Location CurrentLocation => new(source, lexer.Start, lexer.End);

    private string DescribeToken() => lexer.Kind switch
    {
        TokenKind.EndOfFile => "the end of the document",
        TokenKind.String or TokenKind.BlockString => "a string",
        TokenKind.Int or TokenKind.Float => "a number",
        _ when lexer.End - lexer.Start > MaxEcho => "a long name",
        _ => $"`{Encoding.ASCII.GetString(source.Bytes, lexer.Start, lexer.End - lexer.Start)}`",
    };
}
