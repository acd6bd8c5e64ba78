using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plr.GraphQL.AspNetCore.Ide;

namespace Plr.GraphQL.AspNetCore;

/// <summary>Serves the files of the IDE.</summary>
public static class BananaCakePopEndpointRouteBuilderExtensions
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Serves the IDE's files below a path: <c>{path}/static/…</c>, <c>{path}/bcp-config.json</c>, <c>{path}/LICENSE</c>.</summary>
    /// <remarks>The page itself is given by the GraphQL endpoint at that path, to who accepts <c>text/html</c>: pass the same
    /// <paramref name="ide"/> to it. Other endpoints below the path, such as those of subgraphs, keep their own requests.</remarks>
    /// <param name="path">Where the GraphQL endpoint is, such as <c>/graphql</c>.</param>
    /// <param name="ide">The files.</param>
    public static IEndpointConventionBuilder MapBananaCakePop(this IEndpointRouteBuilder endpoints, string path, BananaCakePop ide) =>
        endpoints.MapMethods(
            $"{path.TrimEnd('/')}/{{**file}}",
            Methods,
            context =>
            {
                if (context.Request.RouteValues["file"] is string name && ide.Find(name) is { } file)
                {
                    return IdeResponses.SendAsync(context, file);
                }

                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
}
