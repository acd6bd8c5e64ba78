namespace Plr.GraphQL.AspNetCore.Ide;

/// <summary>One file of the IDE, read once.</summary>
/// <param name="Content">The bytes as the package has them.</param>
/// <param name="ContentType">From its name.</param>
/// <param name="ETag">From its bytes, in quotes.</param>
internal sealed record IdeFile(byte[] Content, string ContentType, string ETag);
