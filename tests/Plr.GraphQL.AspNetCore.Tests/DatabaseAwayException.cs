namespace Plr.GraphQL.AspNetCore.Tests;

#pragma warning disable CA1032, CA1064 // Made and caught in these tests alone.
internal sealed class DatabaseAwayException() : Exception("host=db password=secret");
#pragma warning restore CA1032, CA1064
