namespace Plr.GraphQL.AspNetCore.Http.Requests;

/// <summary>Why a request is refused before the engine sees it.</summary>
/// <param name="StatusCode">From 400 to 599.</param>
/// <param name="Code">One of <see cref="HttpErrorCodes"/>, or the code of a mapped failure.</param>
/// <param name="Message">What is wrong and what would be right; never what the client sent.</param>
internal sealed record HttpProblem(int StatusCode, string Code, string Message)
{
    /// <summary>The <c>Allow</c> header of a 405.</summary>
    public string? Allow { get; init; }

    /// <summary>Whether the rest of the request is not worth reading.</summary>
    public bool ClosesConnection { get; init; }
}
