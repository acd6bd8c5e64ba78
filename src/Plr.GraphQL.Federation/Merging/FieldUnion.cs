using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Printing;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Federation.Merging;

/// <summary>One field over all documents that define it.</summary>
internal sealed class FieldUnion(string typeName, FieldDefinitionNode first, List<SchemaError> problems)
{
    private readonly List<DirectiveNode> directives = [];
    private StringValueNode? description;
    private IDocumentView? firstView;

    public void Add(FieldDefinitionNode field, IDocumentView view)
    {
        firstView ??= view;
        description ??= field.Description;
        TypeUnion.AddDirectives(directives, field.Directives, view);
        if (Signature(field) != Signature(first))
        {
            problems.Add(new SchemaError(
                $"{typeName}.{field.Name}", $"is `{Signature(field)}`, but `{Signature(first)}` at {first.NameLocation}", field.NameLocation));
        }
    }

    public FieldDefinitionNode ToDefinition() => new(
        first.Location,
        description,
        first.Name,
        first.NameLocation,
        [.. first.Arguments.Where(argument => firstView!.Shows(argument.Directives)).Select(argument => View(argument, firstView!))], // Add came first.
        first.Type,
        [.. directives]);

    /// <summary>An argument or input field with the directives that are seen.</summary>
    internal static InputValueDefinitionNode View(InputValueDefinitionNode input, IDocumentView view) => new(
        input.Location, input.Description, input.Name, input.NameLocation, input.Type, input.DefaultValue, [.. input.Directives.Where(view.Shows)]);

    /// <summary>What documents must agree on: name, type and default value.</summary>
    internal static string Signature(InputValueDefinitionNode input) =>
        $"{input.Name}: {Printer.Print(input.Type)}" + (input.DefaultValue is { } value ? $" = {Printer.Print(value)}" : "");

    private static string Signature(FieldDefinitionNode field)
    {
        var arguments = field.Arguments.OrderBy(argument => argument.Name, StringComparer.Ordinal).Select(Signature).ToList();
        return (arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)}): ") + Printer.Print(field.Type);
    }
}
