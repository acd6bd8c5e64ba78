using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>The whole body of a request, as one piece of memory: the server's own buffer where it lies there in one piece.</summary>
internal sealed class RequestBody : IDisposable
{
    private readonly PipeReader reader;
    private readonly ReadOnlySequence<byte> sequence;
    private byte[]? rented;

    private RequestBody(PipeReader reader, ReadOnlySequence<byte> sequence)
    {
        this.reader = reader;
        this.sequence = sequence;
        if (sequence.IsSingleSegment)
        {
            Memory = sequence.First;
            return;
        }

        var length = (int)sequence.Length; // At most MaxRequestBytes.
        rented = ArrayPool<byte>.Shared.Rent(length);
        sequence.CopyTo(rented);
        Memory = rented.AsMemory(0, length);
    }

    /// <summary>The bytes, valid until disposed.</summary>
    public ReadOnlyMemory<byte> Memory { get; }

    /// <summary>Reads to the end of the body, or to the first byte too many.</summary>
    /// <returns>The body, or why there is none. Both null: the client has gone.</returns>
    public static async ValueTask<(RequestBody? Body, HttpProblem? Problem)> ReadAsync(HttpContext context, GraphQLHttpOptions options)
    {
        if (context.Request.ContentLength > options.MaxRequestBytes)
        {
            return (null, BodyProblems.TooLong(options.MaxRequestBytes));
        }

        try
        {
            return await ReadToEndAsync(context, options);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return (null, null);
        }
        catch (OperationCanceledException)
        {
            return (null, BodyProblems.TooSlow(options.BodyTimeout));
        }
        catch (BadHttpRequestException exception)
        {
            return (null, BodyProblems.Broken(exception.StatusCode, options));
        }
        catch (Exception exception) when (exception is ConnectionResetException or ConnectionAbortedException)
        {
            return (null, null);
        }
        catch (IOException)
        {
            // Kestrel's word for a chunk whose size is past any number.
            return (null, BodyProblems.Broken(StatusCodes.Status400BadRequest, options));
        }
    }

    private static async ValueTask<(RequestBody? Body, HttpProblem? Problem)> ReadToEndAsync(HttpContext context, GraphQLHttpOptions options)
    {
        // Most bodies are here already: they cost neither a timer nor a wait.
        var reader = context.Request.BodyReader;
        if (reader.TryRead(out var ready))
        {
            if (ready.IsCompleted && ready.Buffer.Length <= options.MaxRequestBytes)
            {
                return (new RequestBody(reader, ready.Buffer), null);
            }

            reader.AdvanceTo(ready.Buffer.Start);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(options.BodyTimeout);
        while (true)
        {
            var read = await reader.ReadAsync(patience.Token);
            if (read.Buffer.Length > options.MaxRequestBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return (null, BodyProblems.TooLong(options.MaxRequestBytes));
            }

            if (read.IsCompleted)
            {
                return (new RequestBody(reader, read.Buffer), null);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public void Dispose()
    {
        if (rented is { } buffer)
        {
            rented = null;
            ArrayPool<byte>.Shared.Return(buffer);
        }

        reader.AdvanceTo(sequence.End);
    }
}
