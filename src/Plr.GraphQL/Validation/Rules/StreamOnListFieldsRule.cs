using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>Only a list has items to stream.</summary>
/// <remarks>Incremental delivery draft, Stream Directives Are Used On List Fields.</remarks>
internal sealed class StreamOnListFieldsRule() : ValidationRule("draft", "Stream Directives Are Used On List Fields", Draft), IFieldRule
{
    public void Validate(FieldNode field, CompositeType parentType, FieldDefinition? definition, ValidationContext context)
    {
        if (definition is { Type.IsList: false } && IncrementalDirectives.Find(field.Directives, IncrementalDirectives.Stream) is { } directive)
        {
            context.Report(this, $"`{definition.Coordinate}` is no list, so it can not have `@stream`", directive.Location);
        }
    }
}
