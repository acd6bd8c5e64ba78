using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation;

/// <summary>A rule that sees each field whose parent type is known.</summary>
internal interface IFieldRule
{
    void Validate(FieldNode field, CompositeType parentType, FieldDefinition? definition, ValidationContext context);
}
