using Plr.GraphQL;
using Plr.GraphQL.AspNetCore;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Ide;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Execution.Documents;
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
        var trusted = TrustedManifest.Read(configuration);
        services.AddSubgraphs();
        var servers = Served(choice).Select(name => services.AddGraphQLServer(name).AddSubgraph(Document(name))).ToList();
        if (choice is SubgraphChoice.All)
        {
            servers.Add(services.AddGraphQLServer(Combined).AddCombined(Document(Catalogue), Document(Records)));
        }

        foreach (var server in servers)
        {
            server.AddSubgraphBindings().ModifyOptions(options => Configure(options, configuration));
        }

        // Routers write the documents that a subgraph gets beside the graph; clients those of the graph.
        servers[^1].ModifyOptions(options => Configure(options.Documents, configuration, trusted));
    }

    /// <summary>Maps them. Building each shows at start whether schema and bindings fit.</summary>
    /// <exception cref="RefusedException">A trusted document does not fit the schema.</exception>
    public static void Map(IEndpointRouteBuilder app, PlrConfiguration configuration, BananaCakePop? ide)
    {
        var choice = configuration.Subgraphs;
        try
        {
            app.MapGraphQL(Path, choice is SubgraphChoice.All ? Combined : Served(choice).Single(), ConfigureHttp, ide);
        }
        catch (TrustedDocumentException unfit)
        {
            throw new RefusedException($"`Plr__TrustedDocuments`: {unfit.Message}", unfit);
        }

        if (choice is SubgraphChoice.All && configuration.OnlyTrustedDocuments)
        {
            return; // What a router could write there, anyone could.
        }

        foreach (var name in Served(choice))
        {
            app.MapGraphQL($"{Path}/{name}", name, ConfigureHttp);
        }

        void ConfigureHttp(GraphQLHttpOptions options) => Configure(options, configuration);
    }

    private static string[] Served(SubgraphChoice choice) => choice switch
    {
        SubgraphChoice.Catalogue => [Catalogue],
        SubgraphChoice.Records => [Records],
        _ => [Catalogue, Records],
    };

    private static Source Document(string name) => new(EmbeddedFile.Read($"schema/{name}.graphql"), $"{name}.graphql");

    private static void Configure(GraphQLServerOptions options, PlrConfiguration configuration)
    {
        options.Execution.ErrorDocumentation = ErrorEndpoints.Path;
        options.Parser.EnforceLimits = configuration.EnforceLimits;
        options.Validation.Limits.EnforceLimits = configuration.EnforceLimits;
        options.Execution.EnforceInputLimits = configuration.EnforceLimits;
        options.Cost.EnforceLimits = configuration.EnforceLimits;
        options.Cost.Budget.Capacity = configuration.CostBudgetCapacity;
        options.Cost.Budget.RestorePerSecond = configuration.CostBudgetPerSecond;
    }

    private static void Configure(DocumentOptions options, PlrConfiguration configuration, TrustedDocuments? trusted)
    {
        options.Trusted = trusted;
        options.OnlyTrusted = configuration.OnlyTrustedDocuments;
        options.AutomaticPersistedQueries = configuration.PersistedQueries;
    }

    private static void Configure(GraphQLHttpOptions options, PlrConfiguration configuration)
    {
        options.ReportPlans = configuration.IsDevelopment;
        options.ErrorDocumentation = ErrorEndpoints.Path;
        options.MaxBatchEntries = configuration.MaxBatchEntries;
        options.ClientOf = ClientOf.Request;
        options.StatusCodes[Domain.ErrorCodes.DatabaseUnavailable] = StatusCodes.Status503ServiceUnavailable;
    }
}
