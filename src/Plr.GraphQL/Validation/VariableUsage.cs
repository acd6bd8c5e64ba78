using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>A variable where a value is expected.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="LocationType">The type expected there; null when it is not known.</param>
/// <param name="HasLocationDefault">Whether the argument or input field there has a default value.</param>
/// <param name="IsOneOfField">Whether it is a field of a OneOf input object, where null is excluded.</param>
internal readonly record struct VariableUsage(
    VariableNode Variable, GraphQLType? LocationType, bool HasLocationDefault, bool IsOneOfField);
