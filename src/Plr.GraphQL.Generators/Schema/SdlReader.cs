using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL.Generators.Schema;

/// <summary>Reads one schema file with the engine's parser.</summary>
internal static class SdlReader
{
    public static SdlFile Read(string path, SourceText text, EquatableArray<string> policies)
    {
        var source = new Source(text.ToString(), path);
        var lines = new LineTable(path, text, source);
        var result = Parser.Parse(source, ParserLimits.Trusted);
        if (result.Error is { } error)
        {
            var problem = BindingProblem.Of(
                BindingRules.SchemaSyntax, lines.Span(error.Location), System.IO.Path.GetFileName(path), error.Message);
            return new SdlFile(path, policies, default, default, problem);
        }

        var definitions = result.Require().Definitions;
        return new SdlFile(
            path,
            policies,
            definitions.OfType<SchemaDefinitionNode>().SelectMany(static schema => schema.OperationTypes).Select(ReadRoot).ToEquatable(),
            definitions.OfType<TypeDefinitionNode>().Select(type => ReadType(type, lines)).ToEquatable(),
            Problem: null);
    }

    private static SdlRoot ReadRoot(OperationTypeDefinitionNode node) =>
        new(node.Operation.ToString().ToLowerInvariant(), node.Type.Name);

    private static SdlType ReadType(TypeDefinitionNode node, LineTable lines)
    {
        var keys = node.Directives.Where(static directive => directive.Name == "key").ToList();
        var resolvable = keys.Where(static key => !IsFalse(key, "resolvable")).ToList();
        return new SdlType(
            KindOf(node),
            node.Name,
            lines.Span(node.NameLocation),
            MembersOf(node).Select(static member => member.Name).ToEquatable(),
            FieldsOf(node).Select(field => ReadField(field, lines)).ToEquatable(),
            InputsOf(node).Select(input => ReadArgument(input, lines)).ToEquatable(),
            ValuesOf(node).Select(value => new SdlEnumValue(value.Name, lines.Span(value.NameLocation))).ToEquatable(),
            node.Directives.Select(static directive => directive.Name).ToEquatable(),
            IsStub: keys.Count > 0 && resolvable.Count == 0,
            resolvable.Select(static key => Text(key, "fields")).OfType<string>().ToEquatable());
    }

    private static SdlField ReadField(FieldDefinitionNode node, LineTable lines) => new(
        node.Name,
        SdlTypeReference.From(node.Type),
        node.Arguments.Select(argument => ReadArgument(argument, lines)).ToEquatable(),
        node.Directives.Select(static directive => directive.Name).ToEquatable(),
        lines.Span(node.NameLocation));

    private static SdlArgument ReadArgument(InputValueDefinitionNode node, LineTable lines) =>
        new(node.Name, SdlTypeReference.From(node.Type), node.DefaultValue is not null, lines.Span(node.NameLocation));

    private static SdlKind KindOf(TypeDefinitionNode node) => node switch
    {
        ScalarTypeDefinitionNode => SdlKind.Scalar,
        ObjectTypeDefinitionNode => SdlKind.Object,
        InterfaceTypeDefinitionNode => SdlKind.Interface,
        UnionTypeDefinitionNode => SdlKind.Union,
        EnumTypeDefinitionNode => SdlKind.Enum,
        _ => SdlKind.InputObject,
    };

    private static ImmutableArray<NamedTypeNode> MembersOf(TypeDefinitionNode node) => node switch
    {
        ObjectTypeDefinitionNode type => type.Interfaces,
        InterfaceTypeDefinitionNode type => type.Interfaces,
        UnionTypeDefinitionNode type => type.Types,
        _ => [],
    };

    private static ImmutableArray<FieldDefinitionNode> FieldsOf(TypeDefinitionNode node) => node switch
    {
        ObjectTypeDefinitionNode type => type.Fields,
        InterfaceTypeDefinitionNode type => type.Fields,
        _ => [],
    };

    private static ImmutableArray<InputValueDefinitionNode> InputsOf(TypeDefinitionNode node) =>
        node is InputObjectTypeDefinitionNode input ? input.Fields : [];

    private static ImmutableArray<EnumValueDefinitionNode> ValuesOf(TypeDefinitionNode node) =>
        node is EnumTypeDefinitionNode type ? type.Values : [];

    private static bool IsFalse(DirectiveNode directive, string argument) =>
        directive.Arguments.FirstOrDefault(a => a.Name == argument)?.Value is BooleanValueNode { Value: false };

    private static string? Text(DirectiveNode directive, string argument) =>
        (directive.Arguments.FirstOrDefault(a => a.Name == argument)?.Value as StringValueNode)?.Value;
}
