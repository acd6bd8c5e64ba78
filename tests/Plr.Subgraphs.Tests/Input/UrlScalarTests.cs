using Plr.GraphQL;
using Plr.Subgraphs.Scalars;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Tests.Input;

public sealed class UrlScalarTests
{
    [Theory]
    [InlineData("https://www.gov.uk/", null)]
    [InlineData("http://127.0.0.1:5080/graphql", null)]
    [InlineData("ftp://www.gov.uk/", ErrorCodes.UrlMalformed)]
    [InlineData("javascript:alert(1)", ErrorCodes.UrlMalformed)]
    [InlineData("/errors", ErrorCodes.UrlMalformed)]
    [InlineData("", ErrorCodes.UrlMalformed)]
    public void An_address_is_absolute_and_of_the_web(string text, string? code)
    {
        var isRead = new UrlScalar().TryRead(ScalarInput.FromString(text), out _, out var problem);
        Assert.Equal((code is null, code), (isRead, problem.Code));
    }
}
