namespace Plr.Host.SignIn;

/// <summary>Which tokens this service takes: from whom, made for what, signed with which keys.</summary>
public interface ITokenKeys
{
    /// <summary>What a token must fulfil now: the same object until the keys change.</summary>
    /// <exception cref="SignInUnavailableException">The issuer's keys cannot be had.</exception>
    ValueTask<TrustedKeys> CurrentAsync(CancellationToken cancellationToken);
}
