namespace Plr.Storage.Embedded;

/// <summary>The private database, or a package it needs, can not be had. The message names the cause and the remedy.</summary>
public sealed class EmbeddedDatabaseException : Exception
{
    /// <summary>A failure that the person at the keyboard can mend.</summary>
    /// <param name="message">Cause, then remedy, in plain words.</param>
    /// <param name="cause">What the operating system said, if it said anything.</param>
    public EmbeddedDatabaseException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
