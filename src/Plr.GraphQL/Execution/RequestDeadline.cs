namespace Plr.GraphQL.Execution;

// A token that is cancelled when the client leaves or time is up; told apart by who asks first. Kept for the next request where it was not used.
internal sealed class RequestDeadline : IDisposable
{
    private CancellationTokenSource source = new();
    private CancellationTokenRegistration registration;

    internal CancellationToken Token => source.Token;

    internal void Start(TimeSpan timeout, CancellationToken client)
    {
        source.CancelAfter(timeout);
        registration = client.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
    }

    // False when the token was cancelled, so that the next request needs a new one.
    internal bool TryReset()
    {
        registration.Dispose();
        registration = default;
        if (source.TryReset())
        {
            return true;
        }

        source.Dispose();
        source = new CancellationTokenSource();
        return false;
    }

    public void Dispose()
    {
        registration.Dispose();
        source.Dispose();
    }
}
