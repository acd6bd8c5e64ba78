using Plr.GraphQL.Execution.Documents;
using Plr.Host.Configuration;

namespace Plr.Host.Serving;

/// <summary>The operator's manifest of trusted documents.</summary>
internal static class TrustedManifest
{
    /// <summary>Null when the configuration names none.</summary>
    /// <exception cref="RefusedException">It can not be read, or is needed and not named.</exception>
    public static TrustedDocuments? Read(PlrConfiguration configuration)
    {
        if (configuration.TrustedDocuments is not { } path)
        {
            return configuration.OnlyTrustedDocuments
                ? throw new RefusedException("`Plr__OnlyTrustedDocuments` is `true`, but `Plr__TrustedDocuments` names no manifest, so nothing could be asked")
                : null;
        }

        try
        {
            return TrustedDocuments.Parse(File.ReadAllBytes(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or TrustedDocumentException)
        {
            throw new RefusedException($"`Plr__TrustedDocuments` is `{path}`: {unreadable.Message}", unreadable);
        }
    }
}
