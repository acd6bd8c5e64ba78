using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using OpenTelemetry;
using Plr.Domain.Catalogue;
using Plr.Domain.Records;
using Plr.GraphQL.AspNetCore.Sockets;
using Plr.Host.Configuration;
using Plr.Host.Database;
using Plr.Host.Observation;
using Plr.Host.Observation.Export;
using Plr.Host.Observation.Exposition;
using Plr.Host.Pages;
using Plr.Host.SignIn;
using Plr.Storage.Catalogue;
using Plr.Storage.Records;
using Plr.Subgraphs.Catalogue.Rules;

namespace Plr.Host.Serving;

/// <summary>The running graph, and what was started for it. Disposing it stops both, in the right order.</summary>
public sealed class PlrServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly OpenedDatabase opened;
    private readonly CatalogueSource catalogue;
    private readonly OpenTelemetrySdk? telemetry;

    private PlrServer(WebApplication app, OpenedDatabase opened, CatalogueSource catalogue, OpenTelemetrySdk? telemetry)
    {
        this.app = app;
        this.opened = opened;
        this.catalogue = catalogue;
        this.telemetry = telemetry;
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException("the server does not listen");

    /// <summary>Its services, for tests.</summary>
    internal IServiceProvider Services => app.Services;

    /// <summary>Starts the database if none is named, prepares it, and listens.</summary>
    /// <exception cref="RefusedException">The configuration or the database does not allow it, with the remedy.</exception>
    public static async Task<PlrServer> StartAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        var files = ProgramFiles.Find();
        var builder = CreateBuilder(options);
        var configuration = PlrConfiguration.Read(builder.Configuration, builder.Environment, files);
        var tokenKeys = TokenKeysFactory.Create(configuration);
        var opened = await OpenedDatabase.OpenAsync(configuration, cancellationToken);
        CatalogueSource? catalogue = null;
        WebApplication? app = null;
        OpenTelemetrySdk? telemetry = null;
        try
        {
            var rules = new RuleEngines();
            catalogue = new CatalogueSource(opened.Database, rules.Prepare);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var loading = LoadAsync(opened, configuration, options.Output, catalogue, stopping.Token);
            try
            {
                var ide = await Ide.EnsureAsync(configuration, files, cancellationToken);
                AddServices(builder.Services, configuration, tokenKeys, opened, catalogue);
                builder.Services.AddSingleton(rules);
                app = builder.Build();
                TellOfRefusals(app.Services.GetRequiredService<ILogger<CatalogueSource>>(), catalogue);
                telemetry = TelemetryExport.Start(app.Configuration);
                Map(app, configuration, files, ide);
            }
            catch
            {
                await stopping.CancelAsync();
                await loading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }

            await loading; // Nobody is let in before there is something to answer from.
            await app.StartAsync(cancellationToken);
            return new PlrServer(app, opened, catalogue, telemetry);
        }
        catch
        {
            await StopAsync(app, catalogue, opened, telemetry);
            throw;
        }
    }

    /// <summary>Serves until the process is told to stop.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => app.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync(app, catalogue, opened, telemetry);

    // The database's part of a start, while this process makes itself ready on another thread: they take about as long.
    private static async Task LoadAsync(
        OpenedDatabase opened, PlrConfiguration configuration, TextWriter progress, CatalogueSource catalogue, CancellationToken cancellationToken)
    {
        await Task.Yield();
        await Preparation.PrepareAsync(opened, configuration, progress, cancellationToken);
        await catalogue.BeginAsync(cancellationToken);
    }

    private static async Task StopAsync(WebApplication? app, CatalogueSource? catalogue, OpenedDatabase opened, OpenTelemetrySdk? telemetry)
    {
        if (app is not null)
        {
            await app.StopAsync();
        }

        telemetry?.Dispose(); // After the last request, before the meters are gone.
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        if (catalogue is not null)
        {
            await catalogue.DisposeAsync();
        }

        await opened.DisposeAsync();
    }

    private static WebApplicationBuilder CreateBuilder(ServeOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "plr",
            EnvironmentName = options.EnvironmentName,
            ContentRootPath = AppContext.BaseDirectory,
        });
        if (builder.Environment.IsDevelopment() && builder.Configuration["AllowedHosts"] is null)
        {
            // A page elsewhere that resolves its own name to this machine must not speak to a program that hands out tokens.
            builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        }

        builder.Configuration.AddInMemoryCollection(options.Settings);
        builder.WebHost.UseUrls(options.Urls ?? builder.Configuration["urls"] ?? ServeOptions.DefaultUrls);
        builder.WebHost.ConfigureKestrel(ConnectionLimits.Set);

        // Request lines hold query strings, and those can hold what is personal.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning); // `serve` prints the address itself.
        return builder;
    }

    private static void AddServices(
        IServiceCollection services, PlrConfiguration configuration, ITokenKeys tokenKeys, OpenedDatabase opened, CatalogueSource catalogue)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(opened.Database);
        services.AddSingleton<IRecordStore>(opened.Database.Records);
        services.AddSingleton<IRecordChanges>(_ => new RecordChangeSource(opened.Database)); // Disposed with the application.
        services.AddSingleton<ICatalogueSource>(catalogue);
        services.AddSingleton(tokenKeys);
        services.AddSingleton<TokenReader>();
        services.AddScoped<IConnectionAuthenticator, SocketSignIn>();
        services.AddSingleton<RequestMetrics>();
        services.AddSingleton<ProcessMetrics>();
        services.AddSingleton<MetricsPage>();
        Graphs.Add(services, configuration);
    }

    private static void TellOfRefusals(ILogger logger, CatalogueSource catalogue) => catalogue.Refused = failure =>
        logger.LogError(failure, "a publication of the catalogue can not be taken; {Version} stays in force", catalogue.Current.Version);

    private static void Map(WebApplication app, PlrConfiguration configuration, ProgramFiles files, Ide ide)
    {
        app.Services.GetRequiredService<ProcessMetrics>();
        app.Services.GetRequiredService<MetricsPage>(); // Listens from the first request on.
        app.Use(app.Services.GetRequiredService<RequestMetrics>().InvokeAsync);
        app.Use(SecurityHeaders.AddAsync);
        app.UseMiddleware<FailureMiddleware>();
        app.UseMiddleware<SignInMiddleware>();
        app.MapAssets();
        app.MapStartPage(configuration, files, ide.Notice);
        app.MapErrorPages(files);
        app.MapHealth();
        app.MapGet("/metrics", (MetricsPage metrics) => Results.Text(metrics.Print(), MetricsPage.ContentType));
        Graphs.Map(app, configuration, ide.Pages);
    }
}
