using System.Collections.Frozen;
using Plr.GraphQL.Types.Building;

namespace Plr.GraphQL.Types.Costs;

/// <summary>Reads <c>@listSize</c> off a field, and refuses what has no meaning. A field with <c>first</c> needs no directive to be paged.</summary>
/// <remarks>IBM, GraphQL Cost Directives specification, draft, 5 The List Size Directive; Relay cursor connections.</remarks>
internal sealed class ListSizeReader(Schema schema, SchemaErrorList errors)
{
    /// <summary>Null when nothing is known of the field's lists.</summary>
    public ListSize? Read(FieldDefinition field)
    {
        var directives = CostModelReader.Inherited(field, CostDefinitions.ListSize);
        if (directives.Find(CostDefinitions.ListSize) is { } directive)
        {
            return Declared(field, directive, directives);
        }

        foreach (var beside in new[] { CostDefinitions.ListLength, CostDefinitions.ListTotal })
        {
            if (field.Directives.Find(beside) is { } alone)
            {
                Refuse(field, alone, "it needs `@listSize` beside it");
            }
        }

        return Implied(field);
    }

    private static ListSize? Implied(FieldDefinition field)
    {
        if (field.FindArgument("first") is not { } first || !IsInt(first.Type))
        {
            return null;
        }

        var slicing = new[] { first, field.FindArgument("last") }.OfType<InputValueDefinition>()
            .Where(argument => IsInt(argument.Type)).Select(argument => new SlicingArgument(argument.Name, [argument.Index]));
        var paged = field.Type is { IsList: false, UnderlyingType: ComplexType type }
            ? type.Fields.Where(list => list.Name is "edges" or "nodes" && list.Type.IsList).Select(list => list.Name).ToFrozenSet(StringComparer.Ordinal)
            : [];
        return field.Type.IsList || paged.Count > 0 ? new ListSize { Slicing = [.. slicing], SizedFields = paged } : null;
    }

    private ListSize Declared(FieldDefinition field, AppliedDirective directive, AppliedDirectives directives)
    {
        var declared = Declared(field, directive);
        if (directives.Find(CostDefinitions.ListLength) is { } length)
        {
            declared = declared with { Slicing = [.. declared.Slicing, .. Slicing(field, length, CostDefinitions.Arguments)] };
        }

        return directives.Find(CostDefinitions.ListTotal) is { } total ? declared with { Within = Scope(field, declared, total) } : declared;
    }

    private ObjectType? Scope(FieldDefinition field, ListSize size, AppliedDirective total)
    {
        if (size.Most is null)
        {
            Refuse(field, total, "it needs a list with an `assumedSize` alone");
        }

        var name = total.Argument(CostDefinitions.Within) as string ?? "";
        if (schema.FindType(name) is ObjectType type)
        {
            return type;
        }

        Refuse(field, total, $"`{name}` is no object type");
        return null;
    }

    private ListSize Declared(FieldDefinition field, AppliedDirective directive)
    {
        var size = new ListSize
        {
            Assumed = directive.Argument(CostDefinitions.AssumedSize) as int?,
            Slicing = [.. Slicing(field, directive, CostDefinitions.SlicingArguments)],
            SizedFields = Names(directive, CostDefinitions.SizedFields).ToFrozenSet(StringComparer.Ordinal),
            RequiresOne = directive.Argument(CostDefinitions.RequireOneSlicingArgument) is not false,
        };
        CheckSizes(field, size, directive);
        CheckSizedFields(field, size, directive);
        return size with { RequiresOne = size.RequiresOne && size.Slicing.Length > 0 };
    }

    private void CheckSizes(FieldDefinition field, ListSize size, AppliedDirective directive)
    {
        if (size.Assumed < 0)
        {
            Refuse(field, directive, "its `assumedSize` is below 0");
        }

        if (size.Assumed is null && !Names(directive, CostDefinitions.SlicingArguments).Any())
        {
            Refuse(field, directive, "it needs an `assumedSize` or `slicingArguments`");
        }

        if (!field.Type.IsList && size.SizedFields.Count == 0)
        {
            Refuse(field, directive, "the field is no list, so it needs `sizedFields`");
        }
    }

    private void CheckSizedFields(FieldDefinition field, ListSize size, AppliedDirective directive)
    {
        if (field.Type.IsList && size.SizedFields.Count > 0)
        {
            Refuse(field, directive, "the field is a list itself, so it can not have `sizedFields`");
            return;
        }

        foreach (var name in size.SizedFields.Order(StringComparer.Ordinal))
        {
            if ((field.Type.UnderlyingType as ComplexType)?.FindField(name) is not { Type.IsList: true })
            {
                Refuse(field, directive, $"its sized field `{name}` is no list of `{field.Type.UnderlyingType.Name}`");
            }
        }
    }

    private IEnumerable<SlicingArgument> Slicing(FieldDefinition field, AppliedDirective directive, string argument) =>
        Names(directive, argument).Select(name => Slicing(field, name, directive)).OfType<SlicingArgument>();

    private SlicingArgument? Slicing(FieldDefinition field, string name, AppliedDirective directive)
    {
        var parts = name.Split('.');
        var path = new int[parts.Length];
        var input = field.FindArgument(parts[0]);
        for (var i = 0; input is not null; input = (input.Type.NullableType as InputObjectType)?.FindField(parts[i]))
        {
            path[i++] = input.Index;
            if (i == parts.Length)
            {
                if (!IsInt(input.Type) && !input.Type.IsList)
                {
                    Refuse(field, directive, $"its slicing argument `{name}` is neither an `Int` nor a list");
                }

                return new SlicingArgument(name, path);
            }
        }

        Refuse(field, directive, $"its slicing argument `{name}` is no argument of the field");
        return null;
    }

    private void Refuse(FieldDefinition field, AppliedDirective directive, string why) =>
        errors.Add(field.Coordinate, $"applies `@{directive.Name}`, but {why}", directive.Node.Location);

    private static bool IsInt(GraphQLType type) => type.NullableType is ScalarType { Name: "Int" };

    private static IEnumerable<string> Names(AppliedDirective directive, string argument) =>
        directive.Argument(argument) is object?[] names ? names.OfType<string>() : [];
}
