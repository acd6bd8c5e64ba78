using Plr.GraphQL.Types.Building;
using Plr.GraphQL.Types.Costs;

namespace Plr.GraphQL.Types.Validation;

/// <summary>Holds a schema that is whole against the rules of section 3.</summary>
/// <remarks>Duplicates, unknown references and wrong kinds were found while building; introspection types are the
/// specification's own and are not judged.</remarks>
internal static class SchemaValidator
{
    public static void Validate(Schema schema, SchemaErrorList errors)
    {
        foreach (var type in schema.Types.Where(type => !IsSpecified(type)))
        {
            NameRules.ValidateName(type.Name, type.Name, type.Location, errors);
            switch (type)
            {
                case ComplexType complex:
                    ComplexTypeRules.Validate(complex, errors);
                    ImplementationRules.Validate(complex, errors);
                    break;
                case UnionType { Types.IsEmpty: true }:
                    errors.Add(type.Name, "must have at least one member type", type.Location);
                    break;
                case EnumType { Values.IsEmpty: true }:
                    errors.Add(type.Name, "must have at least one value", type.Location);
                    break;
                case InputObjectType input:
                    InputObjectRules.Validate(input, errors);
                    break;
                case ScalarType { IsBuiltIn: true, SpecifiedByUrl: not null }:
                    errors.Add(type.Name, "is a built-in scalar and must not have `@specifiedBy`", type.Location);
                    break;
            }
        }

        foreach (var directive in schema.Directives)
        {
            DirectiveRules.Validate(directive, errors);
        }

        new CostModelReader(schema, errors).Read();
    }

    private static bool IsSpecified(NamedType type) => type.IsIntrospection && BuiltInDefinitions.TypeNames.Contains(type.Name);
}
