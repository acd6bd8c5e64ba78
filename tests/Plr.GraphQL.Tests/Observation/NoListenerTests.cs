using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.Binding;
using Plr.GraphQL.DataLoading;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Execution.Documents;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Observation;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Tests.Observation;

// Where nobody listens, being observable costs nothing; where somebody counts, a measurement makes no garbage.
[Collection(ObservedCollection.Name)]
public sealed class NoListenerTests
{
    private const int Times = 1_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_engine_s_own_measurements_allocate_nothing(bool isCounted)
    {
        using var meter = new Meter("test");
        using var listener = new MeterListener();
        var heard = 0L;
        if (isCounted)
        {
            listener.InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter, meter))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((_, _, _, _) => heard++);
            listener.SetMeasurementEventCallback<double>((_, _, _, _) => heard++);
        }

        listener.Start();
        var metrics = new EngineMetrics(meter);
        var request = new GraphQLRequest { Document = Encoding.UTF8.GetBytes("query Greet { hello }") };
        var bound = BoundSchema.Bind(Schema.Build("type Query { hello: String }"), new SchemaBindings().Leaf<RootValue, string>("Query.hello", _ => "world"), new GraphQLServerOptions().Guards);
        var operation = new DocumentPreparation(bound, new GraphQLServerOptions(), new RefusalLog(Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance), metrics).Find(request, span: null, [])!.GetOperation(null, out _)!;
        using var services = new ServiceCollection().AddScoped<BatchScheduler>().BuildServiceProvider();
        using var result = await new RequestExecutor(bound, new GraphQLServerOptions(), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, metrics)
            .ExecuteAsync(request, services, CancellationToken.None);

        Measure(Times); // Whatever is made once is made now.
        heard = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Measure(Times);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(isCounted ? 10 * Times : 0, heard);

        void Measure(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var observation = RequestObservation.Begin(metrics, request);
                using var span = Spans.Start(Spans.Execute);
                observation.Choose(operation);
                using var batch = Spans.StartBatch("Squares", 2);
                metrics.CountBatch("Squares", 2, TimeSpan.Zero);
                metrics.CountError(ErrorCodes.LimitDepth);
                metrics.CountLookup("other", isHit: true);
                metrics.CountStaticCost(OperationType.Query, new CostTally(1_000, 0));
                metrics.CountActualCost(OperationType.Query, new CostTally(1_000, 0));
                metrics.CountEvent(Tags.Ok, TimeSpan.Zero);
                observation.End(result);
            }
        }
    }
}
