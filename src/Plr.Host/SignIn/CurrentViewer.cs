using Plr.Consent.Viewers;

namespace Plr.Host.SignIn;

/// <summary>Who asks in this request. Filled once, before anything reads it.</summary>
public sealed class CurrentViewer
{
    /// <summary>The viewer; nobody in particular until sign-in says otherwise.</summary>
    public Viewer Viewer { get; set; } = Viewer.Anonymous;
}
