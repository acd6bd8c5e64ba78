using System.Text;
using Microsoft.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.EventStreams;
using Plr.GraphQL.AspNetCore.Ide;
using Plr.GraphQL.AspNetCore.Http.Batches;
using Plr.GraphQL.AspNetCore.Http.Requests;
using Plr.GraphQL.AspNetCore.Http.Responses;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.AspNetCore.Http;

/// <summary>One GraphQL server at one path.</summary>
/// <remarks>GraphQL over HTTP, draft: Request and Response.</remarks>
internal sealed class GraphQLEndpoint(
    RequestExecutor executor,
    GraphQLHttpOptions options,
    BananaCakePop? ide,
    DistinctStreams streams,
    SingleConnections singles,
    BatchExecution batches)
{
    private readonly Lazy<byte[]> schema = new(() => Encoding.UTF8.GetBytes(SchemaPrinter.Print(executor.Schema)));

    public Task HandleAsync(HttpContext context)
    {
        var method = context.Request.Method;
        return HttpMethods.IsPost(method) ? PostAsync(context)
            : HttpMethods.IsGet(method) && options.AllowGet ? GetAsync(context)
            : HttpMethods.IsPut(method) && options.EventStreams is { Enabled: true, AllowSingleConnection: true } ? singles.ReserveAsync(context)
            : HttpMethods.IsDelete(method) && singles.TokenOf(context.Request) is { } token ? singles.CompleteAsync(context, token)
            : RefuseAsync(context, WrongMethod);
    }

    private HttpProblem WrongMethod => new(
        StatusCodes.Status405MethodNotAllowed,
        HttpErrorCodes.MethodNotAllowed,
        options.AllowGet ? "send a POST, or a query by GET" : "send a POST")
    { Allow = options.AllowGet ? "GET, POST" : "POST" };

    private async Task PostAsync(HttpContext context)
    {
        var format = Admitted(AcceptHeader.Choose(context.Request.Headers.Accept, hasPage: false));
        if (RefusalByHeaders(context, format) is { } refusal)
        {
            await RefuseAsync(context, refusal, format);
            return;
        }

        var (body, problem) = await RequestBody.ReadAsync(context, options);
        using (body)
        {
            ParsedRequest? request = null;
            if (body is not null)
            {
                if (TakesBatch(format) && BatchReader.IsArray(body.Memory.Span))
                {
                    await batches.ServeAsync(context, body.Memory, format);
                    return;
                }

                problem = JsonRequestReader.Read(body.Memory, options.MaxJsonDepth, out request, TakesBatch(format));
            }

            if (problem is not null)
            {
                await RefuseAsync(context, problem, format);
            }
            else if (request is not null)
            {
                await ExecuteAsync(context, request, isQueryOnly: false, format);
            }
        }
    }

    private bool TakesBatch(ResponseFormat format) => options.MaxBatchEntries > 0 && format is not ResponseFormat.EventStream;

    // A stream that is switched off is a form that this server does not have.
    private ResponseFormat Admitted(ResponseFormat format) =>
        format is ResponseFormat.EventStream && !options.EventStreams.Enabled ? ResponseFormat.None : format;

    private static HttpProblem? RefusalByHeaders(HttpContext context, ResponseFormat format) =>
        format is ResponseFormat.None ? NotAcceptable : RequestHeaders.CheckBody(context.Request);

    private Task GetAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Query.ContainsKey("sdl"))
        {
            return SendSchemaAsync(context);
        }

        var format = Admitted(AcceptHeader.Choose(request.Headers.Accept, hasPage: ide is not null && !IsQuery(request.Query)));
        return format switch
        {
            ResponseFormat.Page => IdeResponses.SendPageAsync(context, ide!), // Only chosen where there is one.
            ResponseFormat.None => RefuseAsync(context, NotAcceptable),
            ResponseFormat.EventStream when singles.TokenOf(request) is { } token => singles.OpenAsync(context, token),
            _ => GetQueryAsync(context, format),
        };
    }

    private static bool IsQuery(IQueryCollection query) =>
        query.ContainsKey("query") || query.ContainsKey("documentId") || query.ContainsKey("extensions");

    private Task GetQueryAsync(HttpContext context, ResponseFormat format)
    {
        var problem = RequestHeaders.CheckSite(context.Request);
        ParsedRequest? parsed = null;
        problem ??= QueryStringReader.Read(context.Request.Query, options.MaxJsonDepth, out parsed);
        return parsed is null ? RefuseAsync(context, problem!, format) : ExecuteAsync(context, parsed, isQueryOnly: true, format);
    }

    private async Task ExecuteAsync(HttpContext context, ParsedRequest parsed, bool isQueryOnly, ResponseFormat format)
    {
        using (parsed)
        {
            if (ReportHeaders.Read(context.Request, options.ReportPlans, out var reports) is { } problem)
            {
                await RefuseAsync(context, problem, format);
                return;
            }

            parsed.Reports = reports;
            parsed.Client = executor.HasBudgets ? options.ClientOf(context) : null;
            if (format is ResponseFormat.EventStream)
            {
                parsed.Transport = RequestTransport.EventStream;
                await streams.ServeAsync(context, parsed, isQueryOnly);
                return;
            }

            if (!isQueryOnly && singles.TokenOf(context.Request) is { } token)
            {
                parsed.Transport = RequestTransport.EventStream;
                await singles.ExecuteAsync(context, token, parsed, format);
                return;
            }

            try
            {
                if (parsed.VariableSets is not null)
                {
                    await batches.ServeAsync(context, parsed, format);
                    return;
                }

                if (executor.IsIncremental && AcceptHeader.TakesParts(context.Request.Headers.Accept))
                {
                    parsed.Transport = RequestTransport.Multipart;
                    await MultipartSender.SendAsync(context, executor, parsed.ToRequest(isQueryOnly, allowsSubscription: false), format, options);
                    return;
                }

                using var result = await executor.ExecuteAsync(
                    parsed.ToRequest(isQueryOnly), context.RequestServices, context.RequestAborted);
                await ResponseSender.SendAsync(context, result, format, options);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The client has gone: there is nobody to tell.
                context.Abort();
            }
        }
    }

    private async Task SendSchemaAsync(HttpContext context)
    {
        if (!options.PublishSchema)
        {
            await RefuseAsync(context, new HttpProblem(
                StatusCodes.Status403Forbidden, HttpErrorCodes.SchemaNotPublished, "the schema is not given out here"));
            return;
        }

        var response = context.Response;
        response.ContentType = "application/graphql; charset=utf-8";
        response.Headers.ContentDisposition = "inline; filename=\"schema.graphql\"";
        response.Headers.XContentTypeOptions = "nosniff";
        response.ContentLength = schema.Value.Length;
        await response.BodyWriter.WriteAsync(schema.Value, context.RequestAborted);
    }

    private Task RefuseAsync(HttpContext context, HttpProblem problem, ResponseFormat format = ResponseFormat.Json) =>
        ResponseSender.RefuseAsync(context, problem, format, options).AsTask();

    private static HttpProblem NotAcceptable { get; } = new(
        StatusCodes.Status406NotAcceptable,
        HttpErrorCodes.NotAcceptable,
        "`Accept` must admit `application/graphql-response+json`, `application/json` or `text/event-stream`");
}
