using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A field found in a set of selections, with the type it was selected on.</summary>
internal readonly record struct MergedField(FieldNode Node, CompositeType ParentType, FieldDefinition Definition);
