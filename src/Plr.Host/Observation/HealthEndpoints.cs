using Plr.Domain.Catalogue;
using Plr.Domain.Records;
using Plr.Storage;

namespace Plr.Host.Observation;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can also serve.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live\n"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(PlrDatabase database, ICatalogueSource catalogue, CancellationToken cancellationToken)
    {
        if (catalogue.Current.Organisations.IsEmpty)
        {
            return NotReady("the catalogue is empty; import one with `plr catalogue import`");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await database.PingAsync(patience.Token);
            return Results.Text("ready\n");
        }
        catch (Exception failure) when (failure is RecordStoreUnavailableException or OperationCanceledException)
        {
            return NotReady("the database does not answer");
        }
    }

    private static IResult NotReady(string reason) => Results.Text($"not ready: {reason}\n", statusCode: StatusCodes.Status503ServiceUnavailable);
}
