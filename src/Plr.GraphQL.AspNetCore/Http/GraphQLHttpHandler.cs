using System.Buffers;
using Microsoft.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Ide;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>One schema over HTTP: bytes in, bytes out.</summary>
/// <remarks>
/// GraphQL over HTTP, draft. A request that fails validation answers 400 rather than the draft's 422, and one with data and errors 200
/// rather than its 294: the audits of deployed clients expect these, and the draft leaves both open (SHOULD).
/// </remarks>
internal sealed class GraphQLHttpHandler(RequestExecutor executor, GraphQLHttpOptions options, BananaCakePop? ide)
{
    private readonly Lazy<string> sdl = new(() => SchemaPrinter.Print(executor.Schema));

    public Task HandleAsync(HttpContext http)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if (isGet && http.Request.Query.ContainsKey("sdl"))
        {
            return SendSdlAsync(http);
        }

        var pageOffered = isGet && ide is not null && !http.Request.Query.ContainsKey("query");
        var mediaType = AcceptHeader.Choose(http.Request.Headers.Accept, pageOffered);
        return mediaType switch
        {
            ResponseMediaType.Html => ShowIde(http),
            ResponseMediaType.None => HttpAnswer.SendAsync(http, NotAcceptable, ResponseMediaType.Legacy, options),
            _ when isGet => GetAsync(http, mediaType),
            _ when HttpMethods.IsPost(http.Request.Method) => PostAsync(http, mediaType),
            _ => HttpAnswer.SendAsync(http, MethodNotAllowed, mediaType, options),
        };
    }

    private static HttpProblem NotAcceptable { get; } = new(406, HttpErrorCodes.NotAcceptable,
        "there is `application/graphql-response+json` and `application/json`, in UTF-8: accept one of them");

    private static HttpProblem MethodNotAllowed { get; } = new(405, HttpErrorCodes.MethodNotAllowed, "use POST, or GET for a query");

    private async Task PostAsync(HttpContext http, ResponseMediaType mediaType)
    {
        if (BodyReader.RefuseContentType(http.Request) is { } refused)
        {
            await HttpAnswer.SendAsync(http, refused, mediaType, options);
            return;
        }

        var (buffer, length, problem) = await BodyReader.ReadAsync(http, options);
        if (buffer is null)
        {
            await HttpAnswer.SendAsync(http, problem!, mediaType, options); // There is a buffer or a problem.
            return;
        }

        try
        {
            problem = RequestParameters.Read(buffer.AsMemory(0, length), options.MaxJsonDepth, out var parameters);
            await (problem is null ? ExecuteAsync(http, parameters, mediaType, isQueryOnly: false) : HttpAnswer.SendAsync(http, problem, mediaType, options));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Task GetAsync(HttpContext http, ResponseMediaType mediaType)
    {
        if (http.Request.QueryString.Value?.Length > options.MaxRequestBytes)
        {
            return HttpAnswer.SendAsync(http, new HttpProblem(414, HttpErrorCodes.LimitRequestBytes, $"a request has at most {options.MaxRequestBytes} bytes"), mediaType, options);
        }

        var problem = RequestParameters.Read(http.Request.Query, options.MaxJsonDepth, out var parameters);
        return problem is null
            ? ExecuteAsync(http, parameters, mediaType, isQueryOnly: true)
            : HttpAnswer.SendAsync(http, problem, mediaType, options);
    }

    private async Task ExecuteAsync(HttpContext http, RequestParameters parameters, ResponseMediaType mediaType, bool isQueryOnly)
    {
        var request = new GraphQLRequest
        {
            Document = parameters.Query,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            IsQueryOnly = isQueryOnly,
        };
        using var result = await executor.ExecuteAsync(request, http.RequestServices, http.RequestAborted);
        await HttpAnswer.SendAsync(http, result, mediaType, options);
    }

    private Task SendSdlAsync(HttpContext http)
    {
        http.Response.ContentType = "application/graphql; charset=utf-8";
        return http.Response.WriteAsync(sdl.Value, http.RequestAborted);
    }

    // The page finds its files relative to its address, so the address ends with a slash.
    private Task ShowIde(HttpContext http)
    {
        var path = http.Request.Path.Value!; // Matched a route, so there is one.
        if (path.EndsWith('/'))
        {
            return ide!.ServeAsync(http, string.Empty); // A page is offered only where there is an IDE.
        }

        http.Response.Redirect(http.Request.PathBase + path + "/");
        return Task.CompletedTask;
    }
}
