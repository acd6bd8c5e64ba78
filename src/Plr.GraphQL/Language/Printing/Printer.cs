using System.Collections.Immutable;
using System.Text;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Language.Printing;

/// <summary>Writes a syntax tree as text that parses to the same tree. Two spaces a level, line feeds, a final line feed
/// only after a document.</summary>
public sealed partial class Printer
{
    private const int MaxLineLength = 100;
    private readonly StringBuilder text = new();
    private int indent;

    private Printer()
    {
    }

    /// <summary>Writes one node and all below it.</summary>
    public static string Print(SyntaxNode node)
    {
        var printer = new Printer();
        printer.Write(node);
        return printer.text.ToString();
    }

    private void Write(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode document:
                WriteDocument(document);
                break;
            case OperationDefinitionNode operation:
                WriteOperation(operation);
                break;
            case FragmentDefinitionNode fragment:
                WriteDescription(fragment.Description);
                text.Append("fragment ").Append(fragment.Name).Append(" on ").Append(fragment.TypeCondition.Name);
                WriteDirectives(fragment.Directives);
                text.Append(' ');
                WriteSelectionSet(fragment.SelectionSet);
                break;
            case DefinitionNode definition:
                WriteTypeSystemDefinition(definition);
                break;
            case SelectionSetNode selectionSet:
                WriteSelectionSet(selectionSet);
                break;
            case SelectionNode selection:
                WriteSelection(selection);
                break;
            case ValueNode value:
                WriteValue(value);
                break;
            case TypeNode type:
                WriteType(type);
                break;
            default:
                WritePart(node);
                break;
        }
    }

    private void WritePart(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDefinitionNode variable:
                WriteVariableDefinition(variable);
                break;
            case ArgumentNode argument:
                text.Append(argument.Name).Append(": ");
                WriteValue(argument.Value);
                break;
            case ObjectFieldNode field:
                text.Append(field.Name).Append(": ");
                WriteValue(field.Value);
                break;
            case DirectiveNode directive:
                WriteDirective(directive);
                break;
            case FieldDefinitionNode field:
                WriteFieldDefinition(field);
                break;
            case InputValueDefinitionNode input:
                WriteInputValueDefinition(input);
                break;
            case EnumValueDefinitionNode value:
                WriteEnumValueDefinition(value);
                break;
            case OperationTypeDefinitionNode operationType:
                WriteOperationTypeDefinition(operationType);
                break;
            default:
                throw new ArgumentException($"no text for {node.Kind}", nameof(node));
        }
    }

    private void WriteDocument(DocumentNode document)
    {
        for (var i = 0; i < document.Definitions.Length; i++)
        {
            if (i > 0)
            {
                text.Append('\n');
            }

            Write(document.Definitions[i]);
            text.Append('\n');
        }
    }

    private void WriteOperation(OperationDefinitionNode operation)
    {
        WriteDescription(operation.Description);
        var isShort = operation is { Operation: OperationType.Query, Name: null, Description: null }
            && operation.VariableDefinitions.IsEmpty && operation.Directives.IsEmpty;
        if (!isShort)
        {
            text.Append(OperationTypeName(operation.Operation));
            if (operation.Name is not null)
            {
                text.Append(' ').Append(operation.Name);
            }

            WriteVariableDefinitions(operation.VariableDefinitions);
            WriteDirectives(operation.Directives);
            text.Append(' ');
        }

        WriteSelectionSet(operation.SelectionSet);
    }

    private void WriteVariableDefinitions(ImmutableArray<VariableDefinitionNode> variables)
    {
        if (variables.IsEmpty)
        {
            return;
        }

        text.Append('(');
        for (var i = 0; i < variables.Length; i++)
        {
            text.Append(i > 0 ? ", " : "");
            WriteVariableDefinition(variables[i]);
        }

        text.Append(')');
    }

    private void WriteVariableDefinition(VariableDefinitionNode variable)
    {
        if (variable.Description is { } description)
        {
            WriteQuoted(description.Value);
            text.Append(' ');
        }

        text.Append('$').Append(variable.Variable.Name).Append(": ");
        WriteType(variable.Type);
        if (variable.DefaultValue is not null)
        {
            text.Append(" = ");
            WriteValue(variable.DefaultValue);
        }

        WriteDirectives(variable.Directives);
    }

    private void WriteSelectionSet(SelectionSetNode selectionSet)
    {
        text.Append('{');
        indent++;
        foreach (var selection in selectionSet.Selections)
        {
            NewLine();
            WriteSelection(selection);
        }

        indent--;
        NewLine();
        text.Append('}');
    }

    private void WriteSelection(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                WriteField(field);
                break;
            case FragmentSpreadNode spread:
                text.Append("...").Append(spread.Name);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                text.Append("...");
                if (fragment.TypeCondition is not null)
                {
                    text.Append(" on ").Append(fragment.TypeCondition.Name);
                }

                WriteDirectives(fragment.Directives);
                text.Append(' ');
                WriteSelectionSet(fragment.SelectionSet);
                break;
        }
    }

    private void WriteField(FieldNode field)
    {
        if (field.Alias is not null)
        {
            text.Append(field.Alias).Append(": ");
        }

        text.Append(field.Name);
        WriteArguments(field.Arguments);
        WriteDirectives(field.Directives);
        if (field.SelectionSet is not null)
        {
            text.Append(' ');
            WriteSelectionSet(field.SelectionSet);
        }
    }

    private void WriteDirectives(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            text.Append(' ');
            WriteDirective(directive);
        }
    }

    private void WriteDirective(DirectiveNode directive)
    {
        text.Append('@').Append(directive.Name);
        WriteArguments(directive.Arguments);
    }

    private void WriteArguments(ImmutableArray<ArgumentNode> arguments)
    {
        if (arguments.IsEmpty)
        {
            return;
        }

        text.Append('(');
        for (var i = 0; i < arguments.Length; i++)
        {
            text.Append(i > 0 ? ", " : "").Append(arguments[i].Name).Append(": ");
            WriteValue(arguments[i].Value);
        }

        text.Append(')');
    }

    private void NewLine() => text.Append('\n').Append(' ', indent * 2);

    private static string OperationTypeName(OperationType operation) => operation switch
    {
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => "query",
    };
}
