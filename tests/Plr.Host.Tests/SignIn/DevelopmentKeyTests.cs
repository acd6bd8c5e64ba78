using Plr.Host.SignIn;

namespace Plr.Host.Tests.SignIn;

public sealed class DevelopmentKeyTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("plr-key").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void The_key_is_made_once() => Assert.Equal(DevelopmentKey.Ensure(directory).Key, DevelopmentKey.Ensure(directory).Key);

    [Fact]
    public void The_key_is_readable_by_its_owner_alone()
    {
        DevelopmentKey.Ensure(directory);
        if (OperatingSystem.IsWindows())
        {
            return; // There the account's own profile folder is what keeps it.
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Directory.GetFiles(directory).Single()));
    }

    [Fact]
    public async Task Many_that_make_it_at_once_end_with_the_same_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => DevelopmentKey.Ensure(directory).KeyId)));
        Assert.Single(keys.Distinct());
    }

    [Fact]
    public void A_file_that_holds_no_key_is_refused_with_the_remedy()
    {
        File.WriteAllText(Path.Combine(directory, "development-signing-key"), "not a key");
        Assert.Contains("delete it", Assert.Throws<RefusedException>(() => DevelopmentKey.Ensure(directory)).Message, StringComparison.Ordinal);
    }
}
