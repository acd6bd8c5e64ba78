using Plr.GraphQL.Types.Building;

namespace Plr.GraphQL.Types.Validation;

/// <summary>A type is a super-set of every interface it implements.</summary>
/// <remarks>GraphQL September 2025, 3.6 Objects, Type Validation 4, IsValidImplementation(); 3.7 Interfaces likewise.</remarks>
internal static class ImplementationRules
{
    public static void Validate(ComplexType type, SchemaErrorList errors)
    {
        foreach (var implemented in type.Interfaces)
        {
            if (ReferenceEquals(implemented, type))
            {
                errors.Add(type.Name, "must not implement itself", type.Location);
                continue;
            }

            foreach (var inherited in implemented.Interfaces.Where(inherited => !type.Implements(inherited)))
            {
                errors.Add(type.Name, $"must implement `{inherited.Name}`, because `{implemented.Name}` does", type.Location);
            }

            foreach (var implementedField in implemented.Fields)
            {
                ValidateField(type, implementedField, errors);
            }
        }
    }

    private static void ValidateField(ComplexType type, FieldDefinition implementedField, SchemaErrorList errors)
    {
        if (type.FindField(implementedField.Name) is not { } field)
        {
            errors.Add(type.Name, $"must have the field `{implementedField.Coordinate}`", type.Location);
            return;
        }

        if (!IsValidImplementationFieldType(field.Type, implementedField.Type))
        {
            errors.Add(
                field.Coordinate,
                $"has type `{field.Type}`, which is not a sub-type of `{implementedField.Type}` of `{implementedField.Coordinate}`",
                field.Location);
        }

        if (field.IsDeprecated && !implementedField.IsDeprecated)
        {
            errors.Add(field.Coordinate, $"is deprecated, but `{implementedField.Coordinate}` is not", field.Location);
        }

        ValidateArguments(field, implementedField, errors);
    }

    private static void ValidateArguments(FieldDefinition field, FieldDefinition implementedField, SchemaErrorList errors)
    {
        foreach (var implementedArgument in implementedField.Arguments)
        {
            var argument = field.FindArgument(implementedArgument.Name);
            if (argument is null)
            {
                errors.Add(field.Coordinate, $"must have the argument `{implementedArgument.Coordinate}`", field.Location);
            }
            else if (!argument.Type.IsSameAs(implementedArgument.Type))
            {
                errors.Add(
                    argument.Coordinate,
                    $"must have the type `{implementedArgument.Type}` of `{implementedArgument.Coordinate}`",
                    argument.Location);
            }
        }

        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired && implementedField.FindArgument(argument.Name) is null)
            {
                errors.Add(
                    argument.Coordinate,
                    $"must not be required, because `{implementedField.Coordinate}` does not have it",
                    argument.Location);
            }
        }
    }

    private static bool IsValidImplementationFieldType(GraphQLType fieldType, GraphQLType implementedFieldType) =>
        (fieldType, implementedFieldType) switch
        {
            (NonNullType nonNull, _) => IsValidImplementationFieldType(nonNull.OfType, implementedFieldType.NullableType),
            (ListType list, ListType implemented) => IsValidImplementationFieldType(list.OfType, implemented.OfType),
            (NamedType named, NamedType implemented) => Schema.IsSubType(named, implemented),
            _ => false,
        };
}
