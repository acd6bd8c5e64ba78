namespace Plr.GraphQL.Execution.Documents;

/// <summary>A manifest of trusted documents that can not be used; the message names the entry and what is wrong with it.</summary>
public sealed class TrustedDocumentException(string message, Exception? innerException = null) : Exception(message, innerException);
