using Plr.Host.Commands;
using Plr.Host.Configuration;
using Plr.Host.SignIn;

namespace Plr.Host.Pages;

/// <summary><c>/</c>, and in Development <c>POST /development/tokens</c>.</summary>
internal static class StartEndpoints
{
    private static readonly string[] Begin = ["LearnerProgress", "LearnerRecord", "GrantPermission", "LearnerDisclosures", "Qualification"];

    public static void MapStartPage(this IEndpointRouteBuilder app, PlrConfiguration configuration, ProgramFiles files, string? ideNotice)
    {
        var makesTokens = configuration is { IsDevelopment: true, Authority: null };
        var personas = makesTokens ? Persona.Read(files["clients", "personas.json"]) : [];
        var operations = Begin.Select(name => ExampleOperation.Read(files["clients", "operations"], name)).ToList();
        app.MapGet("/", (HttpContext context) => Layout.Page(
            context,
            "Plr.Graph",
            new StartPage($"{context.Request.Scheme}://{context.Request.Host}/graphql", ideNotice, makesTokens, personas, operations).Body()));
        if (makesTokens)
        {
            app.MapPost("/development/tokens", (Delegate)((HttpContext context) => MakeTokenAsync(context, personas, configuration)));
        }
    }

    // The answer can be read by this origin alone, and hosts other than this machine's names are refused: no other page can take a token.
    private static async Task<IResult> MakeTokenAsync(HttpContext context, IReadOnlyList<Persona> personas, PlrConfiguration configuration)
    {
        if (!context.Request.HasFormContentType
            || !int.TryParse((await context.Request.ReadFormAsync(context.RequestAborted))["persona"], out var index)
            || index < 0 || index >= personas.Count)
        {
            return Layout.Page(context, "No such persona", Html.Of($"""<h1>No such persona</h1><p><a href="/">Choose one</a></p>"""), StatusCodes.Status400BadRequest);
        }

        var persona = personas[index];
        var issuer = new TokenIssuer(DevelopmentKey.Ensure(configuration.DataDirectory), TimeProvider.System);
        var token = issuer.Issue(TokenCommand.HolderOf(persona.Token));
        return context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal)
            ? Results.Text($"{{\"token\":\"{token}\"}}", "application/json")
            : Layout.Page(context, $"A token for {persona.Name}", TokenPage(persona, token));
    }

    private static Html TokenPage(Persona persona, string token) => Html.Of(
        $$"""
        <h1>A token for {{persona.Name}}</h1>
        <p class="lead">It holds for eight hours, on this machine alone.</p>
        <h2>As a header</h2>
        <p>In Banana Cake Pop: <strong>HTTP Headers</strong>, name <code>Authorization</code>, and this value.</p>
        <div class="copyable"><pre class="wrap" aria-label="the header's value" id="header-value">Bearer {{token}}</pre></div>
        <p class="actions"><a class="button" href="/graphql/">Open Banana Cake Pop</a> <a href="/">Back</a></p>
        """);
}
