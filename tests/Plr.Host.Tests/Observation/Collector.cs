using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Plr.Host.Tests.Observation;

/// <summary>Takes what is sent by OTLP over HTTP, and keeps its bytes.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> received = [];

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        application = builder.Build();
        application.MapPost("/v1/{signal}", async (HttpContext context, string signal) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue((signal, body.ToArray()));
        });
    }

    public string Address => application.Urls.Single();

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector.application.StartAsync();
        return collector;
    }

    /// <summary>All of a signal. Protocol buffers keep strings as they are, so a byte a character finds them.</summary>
    public string TextOf(string signal) => string.Concat(received.Where(part => part.Signal == signal).Select(part => Encoding.Latin1.GetString(part.Body)));

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
