using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Plr.Domain;
using Plr.Domain.Catalogue;
using Plr.GraphQL.AspNetCore;
using Plr.Host.Pages;
using Plr.Subgraphs.Records.Access;

namespace Plr.Host.SignIn;

/// <summary>Reads the request's token, if it brings one, and says who asks. A bad token is refused; none is nobody in particular.</summary>
/// <remarks>Source: RFC 6750, sections 2.1 and 3.</remarks>
public sealed class SignInMiddleware(RequestDelegate next, TokenReader reader, ICatalogueSource catalogue, ILogger<SignInMiddleware> logger)
{
    private const string Scheme = "Bearer ";
    private const string GraphQLResponse = "application/graphql-response+json";

    // Plain characters stay plain, so that a message reads the same in a terminal.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs once a request.</summary>
    public async Task InvokeAsync(HttpContext context, RequestViewer current)
    {
        var header = context.Request.Headers.Authorization;
        if (header.Count == 0)
        {
            await next(context);
            return;
        }

        try
        {
            var signedIn = await ReadAsync(header.ToString(), context.RequestAborted);
            if (!signedIn.Succeeded)
            {
                await RefuseAsync(context, StatusCodes.Status401Unauthorized, signedIn.Problem);
                return;
            }

            current.Viewer = ViewerOf.Holder(signedIn.Value.Holder, catalogue.Current);
            context.Features.Set(new SignInExpiry(signedIn.Value.Until)); // A socket or a stream ends with it.
        }
        catch (SignInUnavailableException unavailable)
        {
            logger.LogError(unavailable, "the issuer's keys cannot be fetched");
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, new Problem(
                ErrorCodes.SignInUnavailable, "tokens cannot be judged now, since the issuer's keys cannot be fetched; try again later"));
            return;
        }

        await next(context);
    }

    private async ValueTask<Result<SignedIn>> ReadAsync(string header, CancellationToken cancellationToken) =>
        header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await reader.ReadAsync(header[Scheme.Length..].Trim(), cancellationToken)
            : new Problem(ErrorCodes.TokenInvalid, "the `Authorization` header is not `Bearer` followed by a token");

    private static async Task RefuseAsync(HttpContext context, int status, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = Accepts(context, GraphQLResponse) ? GraphQLResponse : "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate =
                $"Bearer realm=\"plr\", error=\"invalid_token\", error_description=\"{problem.Code}: {problem.Message.Replace('"', '\'')}\"";
        }

        await using var writer = new Utf8JsonWriter(response.BodyWriter, Json);
        writer.WriteStartObject();
        writer.WriteStartArray("errors");
        writer.WriteStartObject();
        writer.WriteString("message", problem.Message);
        writer.WriteStartObject("extensions");
        writer.WriteString("code", problem.Code);
        writer.WriteString("documentation", ErrorEndpoints.Path + problem.Code);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static bool Accepts(HttpContext context, string mediaType) =>
        context.Request.Headers[HeaderNames.Accept].ToString().Contains(mediaType, StringComparison.OrdinalIgnoreCase);
}
