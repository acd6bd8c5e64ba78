namespace Plr.GraphQL.Language.Parsing;

/// <summary>How much of a document the parser reads before it refuses. Every limit is inclusive: exactly so many pass.</summary>
/// <remarks>Where <see cref="EnforceLimits"/> is false a limit only warns, and what is past ten times of it is refused all the same.</remarks>
public sealed class ParserLimits
{
    /// <summary>The deepest nesting that is parsed whatever the limits say: so deep the parser recurses, and all that walks its trees.</summary>
    public const int HardMaxDepth = 256;

    /// <summary>For documents from clients.</summary>
    public static ParserLimits Default { get; } = new();

    /// <summary>For documents of our own, such as a schema: only nesting is bounded, and type system definitions may occur.</summary>
    public static ParserLimits Trusted { get; } = new()
    {
        MaxBytes = int.MaxValue,
        MaxTokens = int.MaxValue,
        MaxTokenBytes = int.MaxValue,
        MaxNodes = int.MaxValue,
        MaxDepth = HardMaxDepth,
        MaxFields = int.MaxValue,
        MaxDirectivesPerLocation = int.MaxValue,
        MaxDirectives = int.MaxValue,
        MaxOperations = int.MaxValue,
        MaxFragments = int.MaxValue,
        MaxVariables = int.MaxValue,
        AllowTypeSystem = true,
    };

    /// <summary>False only warns (<see cref="ParseResult.Warnings"/>), so that limits can be tried before they hold.</summary>
    public bool EnforceLimits { get; set; } = true;

    /// <summary>Whether definitions of types, directives and the schema may occur. Otherwise the first one is a syntax error.</summary>
    public bool AllowTypeSystem { get; set; }

    /// <summary>Bytes of UTF-8 in the document; past it <see cref="ErrorCodes.LimitDocumentBytes"/>.</summary>
    public int MaxBytes { get; set; } = 262_144;

    /// <summary>Tokens in the document; past it <see cref="ErrorCodes.LimitTokens"/>.</summary>
    public int MaxTokens { get; set; } = 10_000;

    /// <summary>Bytes of one name or number; strings are bounded by the document; past it <see cref="ErrorCodes.LimitTokenBytes"/>.</summary>
    public int MaxTokenBytes { get; set; } = 1_000;

    /// <summary>Syntax nodes in the document; past it <see cref="ErrorCodes.LimitNodes"/>.</summary>
    public int MaxNodes { get; set; } = 5_000;

    /// <summary>Open braces and brackets at once: selection sets, lists, objects, list types; past it <see cref="ErrorCodes.LimitParserDepth"/>.
    /// At most <see cref="HardMaxDepth"/>.</summary>
    public int MaxDepth { get; set; } = 64;

    /// <summary>Fields as written, before fragments are expanded; past it <see cref="ErrorCodes.LimitFields"/>.</summary>
    public int MaxFields { get; set; } = 1_000;

    /// <summary>Directives in one place; past it <see cref="ErrorCodes.LimitDirectives"/>.</summary>
    public int MaxDirectivesPerLocation { get; set; } = 4;

    /// <summary>Directives in the document; past it <see cref="ErrorCodes.LimitDirectives"/>.</summary>
    public int MaxDirectives { get; set; } = 50;

    /// <summary>Operations in the document; past it <see cref="ErrorCodes.LimitOperations"/>.</summary>
    public int MaxOperations { get; set; } = 5;

    /// <summary>Fragment definitions in the document; past it <see cref="ErrorCodes.LimitFragments"/>.</summary>
    public int MaxFragments { get; set; } = 100;

    /// <summary>Variables of one operation; past it <see cref="ErrorCodes.LimitVariables"/>.</summary>
    public int MaxVariables { get; set; } = 50;
}
