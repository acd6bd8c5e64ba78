namespace Plr.GraphQL;

/// <summary>What a client wrote where a scalar stands.</summary>
public enum ScalarInputKind
{
    /// <summary>A string, as a literal or in JSON.</summary>
    String,

    /// <summary>A number without fraction and exponent.</summary>
    Integer,

    /// <summary>A number with a fraction or an exponent.</summary>
    Float,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A name that is none of the above; literals only.</summary>
    Enum,

    /// <summary>A list; only scalars without a fixed form accept it.</summary>
    List,

    /// <summary>An object; only scalars without a fixed form accept it.</summary>
    Object,
}
