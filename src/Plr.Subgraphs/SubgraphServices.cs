using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Plr.Domain.Records;
using Plr.GraphQL;
using Plr.GraphQL.Execution;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Catalogue.Rules;
using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Records;
using Plr.Subgraphs.Records.Access;
using Plr.Subgraphs.Records.Progress;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs;

/// <summary>What a host needs to serve the subgraphs, alone or together.</summary>
public static class SubgraphServices
{
    /// <summary>Registers resolvers, the guards' services and the disclosure log, one of each a request.</summary>
    /// <remarks>The host brings <c>ICatalogueSource</c>, <c>IRecordStore</c>, <c>IRecordChanges</c> and a <see cref="TimeProvider"/>, and fills <see cref="RequestViewer"/>.</remarks>
    public static IServiceCollection AddSubgraphs(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RuleEngines>();
        services.TryAddSingleton<SubgraphMetrics>();
        services.TryAddScoped<RequestCatalogue>();
        services.TryAddScoped<RequestViewer>();
        services.TryAddScoped<RecordSession>();
        services.TryAddScoped<RecordAccess>();
        services.TryAddScoped<EvidenceReader>();
        services.TryAddScoped<RecordNodes>();
        services.TryAddScoped<DisclosureRecorder>();
        services.AddScoped<IRequestContext>(provider => provider.GetRequiredService<RequestViewer>());
        services.AddScoped<IRequestCompletion>(provider => provider.GetRequiredService<DisclosureRecorder>());
        SubgraphsBindings.AddResolvers(services);
        return services;
    }

    /// <summary>Binds the resolvers and the guards to a server, whichever of the subgraphs it serves.</summary>
    public static GraphQLServerBuilder AddSubgraphBindings(this GraphQLServerBuilder server) => server
        .AddBindings(SubgraphsBindings.Bind)
        .AddGuard("consent", new ConsentGuard())
        .AddGuard("allow", new AllowGuard())
        .ModifyOptions(options => options.DescribeFailure = DescribeFailure);

    /// <summary>A database that does not answer ends the request: half a record could be taken for the whole.</summary>
    public static GraphQLError? DescribeFailure(Exception exception) => exception is RecordStoreUnavailableException
        ? new GraphQLError("the database does not answer: try again later", ErrorCodes.DatabaseUnavailable)
        : null;
}
