using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Plr.Storage.Embedded;

/// <summary>The files of one cluster: data, log, password, port and the two lock files.</summary>
internal sealed class ClusterDirectory(string root)
{
    private const int PasswordBytes = 24;
    private const int AnyPort = 0;

    /// <summary>PostgreSQL's own directory.</summary>
    public string Data { get; } = Path.Combine(root, "postgres", "data");

    /// <summary>Where a cluster is made before it is renamed to <see cref="Data"/>, so that a cut-off <c>initdb</c> leaves nothing behind.</summary>
    public string DataInTheMaking { get; } = Path.Combine(root, "postgres", "data.partial");

    /// <summary>Directory of the server's log, owned by the server's account.</summary>
    public string LogDirectory { get; } = Path.Combine(root, "postgres", "log");

    /// <summary>What the server printed.</summary>
    public string Log => Path.Combine(LogDirectory, "server.log");

    /// <summary>Held by whoever is starting or stopping the server.</summary>
    public string StartLock { get; } = Path.Combine(root, "postgres", "start.lock");

    /// <summary>Held, shared, by everyone who uses the server. Whoever leaves it last stops the server.</summary>
    public string UserLock { get; } = Path.Combine(root, "postgres", "users.lock");

    /// <summary>The directory that holds all of the above.</summary>
    public string Home { get; } = Path.Combine(root, "postgres");

    /// <summary>Our settings, read after PostgreSQL's own.</summary>
    public string Settings => Path.Combine(Data, "plr.conf");

    /// <summary>PostgreSQL's lock file: process id, data directory, start time, port.</summary>
    public string PostmasterFile => Path.Combine(Data, "postmaster.pid");

    private string PasswordFile => Path.Combine(Home, "password");

    private string PortFile => Path.Combine(Home, "port");

    /// <summary>The major version that made the data, or null when there is none.</summary>
    public int? DataMajor()
    {
        var file = Path.Combine(Data, "PG_VERSION");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, out var major) ? major : null;
    }

    /// <summary>The superuser's password: random, made once, readable by our account only.</summary>
    public string Password()
    {
        if (!File.Exists(PasswordFile))
        {
            WritePrivately(PasswordFile, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes)));
        }

        return File.ReadAllText(PasswordFile).Trim();
    }

    /// <summary>The port kept in the directory when it is free, else another free one, kept from now on.</summary>
    public int FreePort()
    {
        var kept = KeptPort();
        if (kept is { } known && IsFree(known))
        {
            return known;
        }

        var port = AnyFree();
        WritePrivately(PortFile, port.ToString(CultureInfo.InvariantCulture));
        return port;
    }

    /// <summary>The port of the last start, or null before the first.</summary>
    public int? KeptPort() =>
        File.Exists(PortFile) && int.TryParse(File.ReadAllText(PortFile), CultureInfo.InvariantCulture, out var port) ? port : null;

    /// <summary>Writes a file only our account can read, whole or not at all.</summary>
    public static void WritePrivately(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(path + ".new", options))
        {
            writer.Write(text);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int AnyFree()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, AnyPort));
        return ((IPEndPoint)socket.LocalEndPoint!).Port; // Bound just now, so it has an address.
    }
}
