using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Plr.Storage;

// `dotnet ef` looks for a factory of the context in the start-up project; it never runs this line.
Console.WriteLine("dotnet ef migrations add NAME -p src/Plr.Storage -s tools/Plr.EfDesign");

/// <summary>The context for `dotnet ef`: adding a migration connects to nothing.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<PlrDbContext>
{
    public PlrDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PlrDbContext>().UseNpgsql("Host=127.0.0.1;Database=plr").Options);
}
