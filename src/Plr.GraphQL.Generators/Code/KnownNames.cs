namespace Plr.GraphQL.Generators.Code;

/// <summary>Names of the engine and the framework that the generator looks for or writes.</summary>
internal static class KnownNames
{
    public const string QueryType = "Plr.GraphQL.QueryTypeAttribute";
    public const string MutationType = "Plr.GraphQL.MutationTypeAttribute";
    public const string SubscriptionType = "Plr.GraphQL.SubscriptionTypeAttribute";
    public const string ObjectType = "Plr.GraphQL.ObjectTypeAttribute`1";
    public const string BindType = "Plr.GraphQL.BindTypeAttribute`1";
    public const string BindEnum = "Plr.GraphQL.BindEnumAttribute`1";
    public const string BindInput = "Plr.GraphQL.BindInputAttribute`1";
    public const string ScalarType = "Plr.GraphQL.ScalarTypeAttribute`1";
    public const string BatchResolver = "BatchResolverAttribute";
    public const string EntityResolver = "EntityResolverAttribute";
    public const string FieldContext = "FieldContext";
    public const string FieldResult = "FieldResult";
    public const string Optional = "Optional";
    public const string EngineNamespace = "Plr.GraphQL";
}
