using Microsoft.Extensions.FileProviders;
using Plr.Host.Configuration;

namespace Plr.Host.Commands;

/// <summary>What every command works with: where it prints, and what it was told.</summary>
public sealed class CommandContext
{
    private readonly string? environmentName;

    /// <summary>Takes the places to print to and the environment named on the command line, if one was.</summary>
    public CommandContext(TextWriter output, TextWriter error, string? environmentName)
    {
        Output = output;
        Error = error;
        this.environmentName = environmentName;
    }

    /// <summary>Standard output: the answer, and nothing else.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error: progress and refusals.</summary>
    public TextWriter Error { get; }

    /// <summary><c>Development</c>, <c>Production</c> or a name of one's own; Production when nothing says otherwise.</summary>
    public string EnvironmentName => environmentName
        ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? Environments.Production;

    /// <summary>The files the program shows.</summary>
    public ProgramFiles Files { get; } = ProgramFiles.Find();

    /// <summary>The configuration of commands that serve nothing: the environment alone.</summary>
    public PlrConfiguration Configuration => PlrConfiguration.Read(
        new ConfigurationBuilder().AddEnvironmentVariables().Build(),
        new NamedEnvironment(EnvironmentName),
        Files);

    private sealed class NamedEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "plr";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
