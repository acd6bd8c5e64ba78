using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Errors;

/// <summary>The field that all kinds of user error share and that is no property of them.</summary>
public abstract class UserErrorResolvers
{
    /// <summary><c>UserError.message</c>: what is wrong, the rule, and the remedy.</summary>
    public static string Message(UserError error, Language language) =>
        language is Language.Welsh ? WelshMessages.Of(error.Problem) : error.Problem.Message;
}
