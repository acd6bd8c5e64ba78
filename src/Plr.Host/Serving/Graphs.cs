using Plr.GraphQL;
using Plr.GraphQL.AspNetCore;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Ide;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Federation;
using Plr.GraphQL.Language;
using Plr.Host.Configuration;
using Plr.Host.Pages;
using Plr.Host.SignIn;
using Plr.Subgraphs;

namespace Plr.Host.Serving;

/// <summary>Which schemas are served where: both subgraphs as one graph, and each alone.</summary>
internal static class Graphs
{
    private const string Combined = "combined";
    private const string Catalogue = "catalogue";
    private const string Records = "records";
    private const string Path = "/graphql";

    /// <summary>Registers the schemas of the choice, and what their resolvers need.</summary>
    public static void Add(IServiceCollection services, PlrConfiguration configuration)
    {
        var choice = configuration.Subgraphs;
        services.AddSubgraphs();
        foreach (var name in Served(choice))
        {
            services.AddGraphQLServer(name).AddSubgraph(Document(name)).AddSubgraphBindings().ModifyOptions(Configure);
        }

        if (choice is SubgraphChoice.All)
        {
            services.AddGraphQLServer(Combined).AddCombined(Document(Catalogue), Document(Records)).AddSubgraphBindings().ModifyOptions(Configure);
        }

        void Configure(GraphQLServerOptions options)
        {
            options.Execution.ErrorDocumentation = ErrorEndpoints.Path;
            options.Cost.Budget.Capacity = configuration.CostBudgetCapacity;
            options.Cost.Budget.RestorePerSecond = configuration.CostBudgetPerSecond;
        }
    }

    /// <summary>Maps them. Building each shows at start whether schema and bindings fit.</summary>
    public static void Map(IEndpointRouteBuilder app, SubgraphChoice choice, BananaCakePop? ide)
    {
        app.MapGraphQL(Path, choice is SubgraphChoice.All ? Combined : Served(choice).Single(), Configure, ide);
        foreach (var name in Served(choice))
        {
            app.MapGraphQL($"{Path}/{name}", name, Configure);
        }
    }

    private static string[] Served(SubgraphChoice choice) => choice switch
    {
        SubgraphChoice.Catalogue => [Catalogue],
        SubgraphChoice.Records => [Records],
        _ => [Catalogue, Records],
    };

    private static Source Document(string name) => new(EmbeddedFile.Read($"schema/{name}.graphql"), $"{name}.graphql");

    private static void Configure(GraphQLHttpOptions options)
    {
        options.ErrorDocumentation = ErrorEndpoints.Path;
        options.Client = ClientOf.Request;
        options.StatusCodes[Domain.ErrorCodes.DatabaseUnavailable] = StatusCodes.Status503ServiceUnavailable;
    }
}
