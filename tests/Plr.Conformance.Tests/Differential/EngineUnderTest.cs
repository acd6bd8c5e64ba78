using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Plr.GraphQL.Binding;
using Plr.GraphQL.DataLoading;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Types;
using Plr.GraphQL.Validation;

namespace Plr.Conformance.Tests.Differential;

/// <summary>Our engine, without the limits that the reference does not have.</summary>
internal static class EngineUnderTest
{
    /// <summary>All responses to a case, in their order.</summary>
    public static async Task<IReadOnlyList<JsonObject>> AnswerAsync(DifferentialCase asked)
    {
        var schema = Schema.Build(asked.Sdl);
        var options = Unlimited();
        var executor = new RequestExecutor(BoundSchema.Bind(schema, CaseBindings.Make(schema, asked.Faults), options.Guards), options, NullLogger.Instance);
        var request = new GraphQLRequest
        {
            Document = Encoding.UTF8.GetBytes(asked.Document),
            OperationName = asked.OperationName,
            Variables = Encoding.UTF8.GetBytes(asked.Variables),
        };
        await using var services = new ServiceCollection().AddScoped<BatchScheduler>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var responses = new List<JsonObject>();
        await foreach (var result in executor.ExecuteStreamAsync(request, scope.ServiceProvider, CancellationToken.None))
        {
            using (result)
            {
                responses.Add(JsonNode.Parse(result.Body.Span)!.AsObject()); // A response is an object.
            }
        }

        return responses;
    }

    private static GraphQLServerOptions Unlimited()
    {
        var options = new GraphQLServerOptions
        {
            Validation = new ValidationOptions
            {
                Limits = new ValidationLimits
                {
                    MaxAliases = int.MaxValue,
                    MaxDepth = 100,
                    MaxErrors = 1_000,
                    MaxExpandedFields = int.MaxValue,
                    MaxFragmentVisits = int.MaxValue,
                    MaxIncrementalParts = int.MaxValue,
                    MaxOverlappingFieldSteps = int.MaxValue,
                },
            },
        };
        options.Execution.MaxErrors = int.MaxValue;
        options.Execution.MaxPendingResults = int.MaxValue;
        options.Cost.EnforceLimits = false;
        options.Parser.MaxFields = int.MaxValue;
        options.Parser.MaxNodes = int.MaxValue;
        options.Parser.MaxTokens = int.MaxValue;
        options.Parser.MaxDirectives = int.MaxValue;
        return options;
    }
}
