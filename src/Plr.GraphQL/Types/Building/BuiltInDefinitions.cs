using System.Collections.Frozen;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL.Types.Building;

/// <summary>What the specification itself defines: five scalars, five directives, and the types of introspection.</summary>
/// <remarks>GraphQL September 2025, 4.2 Schema Introspection and Appendix D.</remarks>
internal static class BuiltInDefinitions
{
    private const string Text = """"
        "Text, as a sequence of Unicode characters."
        scalar String
        "A signed 32-bit number without a fraction."
        scalar Int
        "A finite double-precision number."
        scalar Float
        "`true` or `false`."
        scalar Boolean
        "An opaque identifier: text, not meant to be read by people."
        scalar ID

        "Includes the field or fragment only when the argument is true."
        directive @include("Whether it is included." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Leaves the field or fragment out when the argument is true."
        directive @skip("Whether it is left out." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Marks a part of the schema that is no longer to be used."
        directive @deprecated(
          "Why, and what to use instead, in Markdown."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        "Names the specification of a custom scalar."
        directive @specifiedBy("The address of the specification." url: String!) on SCALAR
        "Exactly one field of the input object must be given, and not null."
        directive @oneOf on INPUT_OBJECT

        "The types, directives and root operation types of this service."
        type __Schema {
          description: String
          types: [__Type!]!
          queryType: __Type!
          mutationType: __Type
          subscriptionType: __Type
          directives: [__Directive!]!
        }

        "A type: named, list or non-null. The kind tells which fields are not null."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          specifiedByURL: String
          fields(includeDeprecated: Boolean! = false): [__Field!]
          interfaces: [__Type!]
          possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          ofType: __Type
          isOneOf: Boolean
        }

        "The kinds of type."
        enum __TypeKind { SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL }

        "A field of an object or interface type."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument of a field or directive, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive and where it may stand."
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "Where a directive may stand."
        enum __DirectiveLocation {
          QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION
          SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT
          INPUT_FIELD_DEFINITION
        }
        """";

    /// <summary>The definitions.</summary>
    public static DocumentNode Document { get; } = Parser.ParseSchema(Text, "built-in");

    /// <summary>Names that no schema may define.</summary>
    public static FrozenSet<string> TypeNames { get; } =
        Document.Definitions.OfType<TypeDefinitionNode>().Select(type => type.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Directives that every schema has.</summary>
    public static FrozenSet<string> DirectiveNames { get; } =
        Document.Definitions.OfType<DirectiveDefinitionNode>().Select(directive => directive.Name).ToFrozenSet(StringComparer.Ordinal);
}
