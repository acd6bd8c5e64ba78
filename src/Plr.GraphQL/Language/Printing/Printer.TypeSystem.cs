using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Language.Printing;

/// <content>Schema, types, directives and their extensions.</content>
public sealed partial class Printer
{
    private void WriteTypeSystemDefinition(DefinitionNode definition)
    {
        WriteDescription(definition.Description);
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                text.Append(schema.IsExtension ? "extend schema" : "schema");
                WriteDirectives(schema.Directives);
                WriteBlockOf(schema.OperationTypes);
                break;
            case DirectiveDefinitionNode directive:
                WriteDirectiveDefinition(directive);
                break;
            case ScalarTypeDefinitionNode scalar:
                WriteTypeHeader("scalar ", scalar, []);
                break;
            case ObjectTypeDefinitionNode type:
                WriteTypeHeader("type ", type, type.Interfaces);
                WriteBlockOf(type.Fields);
                break;
            case InterfaceTypeDefinitionNode type:
                WriteTypeHeader("interface ", type, type.Interfaces);
                WriteBlockOf(type.Fields);
                break;
            case UnionTypeDefinitionNode union:
                WriteTypeHeader("union ", union, []);
                WriteNames(union.Types, " = ", " | ");
                break;
            case EnumTypeDefinitionNode type:
                WriteTypeHeader("enum ", type, []);
                WriteBlockOf(type.Values);
                break;
            case InputObjectTypeDefinitionNode input:
                WriteTypeHeader("input ", input, []);
                WriteBlockOf(input.Fields);
                break;
        }
    }

    private void WriteTypeHeader(string keyword, TypeDefinitionNode type, ImmutableArray<NamedTypeNode> interfaces)
    {
        text.Append(type.IsExtension ? "extend " : "").Append(keyword).Append(type.Name);
        WriteNames(interfaces, " implements ", " & ");
        WriteDirectives(type.Directives);
    }

    private void WriteNames(ImmutableArray<NamedTypeNode> types, string first, string separator)
    {
        for (var i = 0; i < types.Length; i++)
        {
            text.Append(i == 0 ? first : separator).Append(types[i].Name);
        }
    }

    private void WriteBlockOf<T>(ImmutableArray<T> members)
        where T : SyntaxNode
    {
        if (members.IsEmpty)
        {
            return;
        }

        text.Append(" {");
        indent++;
        foreach (var member in members)
        {
            NewLine();
            Write(member);
        }

        indent--;
        NewLine();
        text.Append('}');
    }

    private void WriteFieldDefinition(FieldDefinitionNode field)
    {
        WriteDescription(field.Description);
        text.Append(field.Name);
        WriteArgumentDefinitions(field.Arguments);
        text.Append(": ");
        WriteType(field.Type);
        WriteDirectives(field.Directives);
    }

    private void WriteArgumentDefinitions(ImmutableArray<InputValueDefinitionNode> arguments)
    {
        if (arguments.IsEmpty)
        {
            return;
        }

        var isOneLine = true;
        foreach (var argument in arguments)
        {
            isOneLine &= argument.Description is null;
        }

        text.Append('(');
        indent++;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!isOneLine)
            {
                NewLine();
            }
            else if (i > 0)
            {
                text.Append(", ");
            }

            WriteInputValueDefinition(arguments[i]);
        }

        indent--;
        if (!isOneLine)
        {
            NewLine();
        }

        text.Append(')');
    }

    private void WriteInputValueDefinition(InputValueDefinitionNode input)
    {
        WriteDescription(input.Description);
        text.Append(input.Name).Append(": ");
        WriteType(input.Type);
        if (input.DefaultValue is not null)
        {
            text.Append(" = ");
            WriteValue(input.DefaultValue);
        }

        WriteDirectives(input.Directives);
    }

    private void WriteEnumValueDefinition(EnumValueDefinitionNode value)
    {
        WriteDescription(value.Description);
        text.Append(value.Name);
        WriteDirectives(value.Directives);
    }

    private void WriteOperationTypeDefinition(OperationTypeDefinitionNode operationType) =>
        text.Append(OperationTypeName(operationType.Operation)).Append(": ").Append(operationType.Type.Name);

    private void WriteDirectiveDefinition(DirectiveDefinitionNode directive)
    {
        text.Append("directive @").Append(directive.Name);
        WriteArgumentDefinitions(directive.Arguments);
        text.Append(directive.IsRepeatable ? " repeatable on " : " on ");
        for (var i = 0; i < directive.Locations.Length; i++)
        {
            text.Append(i > 0 ? " | " : "").Append(DirectiveLocations.Name(directive.Locations[i]));
        }
    }
}
