using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Plr.Host.SignIn;

/// <summary>The key that signs development tokens: random, made on first use, readable by this account alone.</summary>
public static class DevelopmentKey
{
    private const int KeyBytes = 64;
    private const string FileName = "development-signing-key";

    /// <summary>The key of a data directory; made when there is none. Two processes that make it at once end with the same one.</summary>
    /// <exception cref="RefusedException">The directory cannot be written, or the file holds no key.</exception>
    public static SymmetricSecurityKey Ensure(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, FileName);
        try
        {
            if (!File.Exists(path))
            {
                Make(path);
            }

            var bytes = Convert.FromBase64String(File.ReadAllText(path));
            return bytes.Length == KeyBytes
                ? new SymmetricSecurityKey(bytes) { KeyId = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16] }
                : throw new RefusedException($"`{path}` does not hold a key; delete it, and the next start makes another");
        }
        catch (FormatException broken)
        {
            throw new RefusedException($"`{path}` does not hold a key; delete it, and the next start makes another", broken);
        }
        catch (Exception closed) when (closed is UnauthorizedAccessException or IOException)
        {
            throw new RefusedException($"`{path}` cannot be read or written: {closed.Message}; name another place with `Plr__DataDirectory`", closed);
        }
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // The path was combined from a directory and a name.
        var partial = $"{path}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(partial, options))
        {
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        }

        try
        {
            File.Move(partial, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(partial); // Another process was first: its key is the key.
        }
    }
}
