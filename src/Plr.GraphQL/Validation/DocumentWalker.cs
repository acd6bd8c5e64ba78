using System.Collections.Immutable;
using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;
using Plr.GraphQL.Validation.Limits;

namespace Plr.GraphQL.Validation;

/// <summary>The one walk over a document: knows the type at every place and shows each place to the rules that want it.</summary>
/// <remarks>Recursion follows the nesting of the text, which the parser has bounded; fragments are not entered where they are
/// spread, but each once where it is defined.</remarks>
internal sealed class DocumentWalker(ValidationContext context)
{
    private readonly Schema schema = context.Schema;
    private readonly RuleSet rules = RuleSet.Specified;
    private ExecutableScope? scope;

    public void Walk()
    {
        foreach (var operation in context.Operations)
        {
            WalkOperation(operation);
        }

        foreach (var fragment in context.Fragments.All)
        {
            scope = fragment;
            WalkFragment((FragmentDefinitionNode)fragment.Definition, fragment.Type);
        }
    }

    private void WalkOperation(OperationScope operation)
    {
        scope = operation;
        foreach (var rule in rules.OperationRules)
        {
            rule.Validate(operation, context);
        }

        foreach (var variable in operation.Variables)
        {
            WalkVariable(variable);
        }

        WalkDirectives(operation.Definition.Directives, Location(operation.Operation.Operation));
        WalkSelectionSet(operation.Definition.SelectionSet, operation.Type);
    }

    private void WalkVariable(VariableScope variable)
    {
        foreach (var rule in rules.VariableDefinitionRules)
        {
            rule.Validate(variable, context);
        }

        WalkDirectives(variable.Definition.Directives, DirectiveLocation.VariableDefinition);
        if (variable.Definition.DefaultValue is { } defaultValue)
        {
            WalkValue(defaultValue, variable.Type is { IsInputType: true } ? variable.Type : null);
        }
    }

    private void WalkFragment(FragmentDefinitionNode fragment, CompositeType? type)
    {
        WalkTypeCondition(fragment.TypeCondition, null);
        WalkDirectives(fragment.Directives, DirectiveLocation.FragmentDefinition);
        WalkSelectionSet(fragment.SelectionSet, type);
    }

    private void WalkSelectionSet(SelectionSetNode selectionSet, CompositeType? parentType)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (context.IsFull)
            {
                return;
            }

            switch (selection)
            {
                case FieldNode field:
                    WalkField(field, parentType);
                    break;
                case FragmentSpreadNode spread:
                    WalkFragmentSpread(spread, parentType);
                    break;
                case InlineFragmentNode fragment:
                    WalkInlineFragment(fragment, parentType);
                    break;
            }
        }
    }

    private void WalkField(FieldNode field, CompositeType? parentType)
    {
        var definition = parentType?.FindField(field.Name);
        if (parentType is not null)
        {
            foreach (var rule in rules.FieldRules)
            {
                rule.Validate(field, parentType, definition, context);
            }
        }

        if (!context.Options.AllowIntrospection && definition is not null)
        {
            IntrospectionRule.Validate(field, definition, context);
        }

        if (definition is not null)
        {
            WalkArguments(definition.Coordinate, field.Arguments, definition.Arguments, field.Location);
        }
        else
        {
            WalkUnknownArguments(field.Arguments);
        }

        WalkDirectives(field.Directives, DirectiveLocation.Field);
        if (field.SelectionSet is not null)
        {
            WalkSelectionSet(field.SelectionSet, definition?.Type.UnderlyingType as CompositeType);
        }
    }

    private void WalkFragmentSpread(FragmentSpreadNode spread, CompositeType? parentType)
    {
        scope!.Spreads.Add(spread); // Every walk begins with a scope.
        foreach (var rule in rules.FragmentSpreadRules)
        {
            rule.Validate(spread, parentType, context);
        }

        WalkDirectives(spread.Directives, DirectiveLocation.FragmentSpread);
    }

    private void WalkInlineFragment(InlineFragmentNode fragment, CompositeType? parentType)
    {
        var type = parentType;
        if (fragment.TypeCondition is { } typeCondition)
        {
            WalkTypeCondition(typeCondition, parentType);
            type = schema.FindType(typeCondition.Name) as CompositeType;
        }

        WalkDirectives(fragment.Directives, DirectiveLocation.InlineFragment);
        WalkSelectionSet(fragment.SelectionSet, type);
    }

    private void WalkTypeCondition(NamedTypeNode typeCondition, CompositeType? parentType)
    {
        foreach (var rule in rules.TypeConditionRules)
        {
            rule.Validate(typeCondition, parentType, context);
        }
    }

    private void WalkDirectives(ImmutableArray<DirectiveNode> directives, DirectiveLocation location)
    {
        if (directives.IsEmpty)
        {
            return;
        }

        foreach (var rule in rules.DirectivesRules)
        {
            rule.Validate(directives, location, context);
        }

        foreach (var directive in directives)
        {
            if (schema.FindDirective(directive.Name) is { } definition)
            {
                WalkArguments(definition.Coordinate, directive.Arguments, definition.Arguments, directive.Location);
            }
            else
            {
                WalkUnknownArguments(directive.Arguments);
            }
        }
    }

    private void WalkArguments(
        string coordinate, ImmutableArray<ArgumentNode> given, ImmutableArray<InputValueDefinition> defined, Location location)
    {
        if (given.IsEmpty && defined.IsEmpty)
        {
            return;
        }

        var owner = new ArgumentOwner(coordinate, given, defined, location);
        foreach (var rule in rules.ArgumentsRules)
        {
            rule.Validate(owner, context);
        }

        foreach (var argument in given)
        {
            var definition = owner.FindDefined(argument.Name);
            WalkValue(argument.Value, definition?.Type, definition?.DefaultValue is not null);
        }
    }

    // Their values may still use variables, which then count as used.
    private void WalkUnknownArguments(ImmutableArray<ArgumentNode> arguments)
    {
        foreach (var argument in arguments)
        {
            WalkValue(argument.Value, null);
        }
    }

    private void WalkValue(ValueNode value, GraphQLType? expected, bool hasDefault = false, bool isOneOfField = false)
    {
        if (value is VariableNode variable)
        {
            scope!.VariableUsages.Add(new VariableUsage(variable, expected, hasDefault, isOneOfField));
            return;
        }

        if (expected is not null)
        {
            foreach (var rule in rules.ValueRules)
            {
                rule.Validate(value, expected, context);
            }
        }

        switch (value)
        {
            case ListValueNode list:
                WalkItems(list, expected);
                break;
            case ObjectValueNode map:
                WalkEntries(map, expected?.UnderlyingType as InputObjectType);
                break;
        }
    }

    private void WalkItems(ListValueNode list, GraphQLType? expected)
    {
        var itemType = (expected?.NullableType as ListType)?.OfType;
        foreach (var item in list.Items)
        {
            WalkValue(item, itemType);
        }
    }

    private void WalkEntries(ObjectValueNode map, InputObjectType? type)
    {
        foreach (var rule in rules.ObjectValueRules)
        {
            rule.Validate(map, type, context);
        }

        foreach (var entry in map.Fields)
        {
            var field = type?.FindField(entry.Name);
            WalkValue(entry.Value, field?.Type, field?.DefaultValue is not null, type is { IsOneOf: true });
        }
    }

    private static DirectiveLocation Location(OperationType operation) => operation switch
    {
        OperationType.Mutation => DirectiveLocation.Mutation,
        OperationType.Subscription => DirectiveLocation.Subscription,
        _ => DirectiveLocation.Query,
    };
}
