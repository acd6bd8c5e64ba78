using Plr.GraphQL.AspNetCore.Ide;
using Plr.Host.Configuration;
using Plr.Host.Pages;
using Plr.Storage.Embedded;

namespace Plr.Host.Serving;

/// <summary>Banana Cake Pop, or the reason why it is not here.</summary>
/// <param name="Pages">The IDE; null when it is not served.</param>
/// <param name="Notice">Why not, and how to get it; null when it is served.</param>
internal sealed record Ide(BananaCakePop? Pages, string? Notice)
{
    private const string Package = "@chillicream/bananacakepop-graphql-ide";
    private const string Version = "18.0.0";

    /// <summary>Fetches the package once. The graph serves without it.</summary>
    public static async Task<Ide> EnsureAsync(PlrConfiguration configuration, ProgramFiles files, CancellationToken cancellationToken)
    {
        if (!configuration.ServesIde)
        {
            return new Ide(null, "it is served in Development, and elsewhere when Plr__Ide is true");
        }

        try
        {
            var example = ExampleOperation.Read(files["clients", "operations"], "LearnerProgress");
            return new Ide(
                new BananaCakePop(new BananaCakePopOptions
                {
                    Directory = await NpmPackage.EnsureAsync(Package, Version, configuration.PackageDirectory, cancellationToken),
                    Document = example.Document,
                    Variables = example.Variables,
                }),
                null);
        }
        catch (EmbeddedDatabaseException missing)
        {
            return new Ide(null, $"{missing.Message}; then start again");
        }
    }
}
