using System.CommandLine;
using Plr.Domain.Identifiers;
using Plr.Host.SignIn;

namespace Plr.Host.Commands;

/// <summary><c>plr token</c>: prints a development token.</summary>
internal static class TokenCommand
{
    private static readonly Option<string?> Learner = new("--learner") { Description = "a learner, by ULN", HelpName = "ULN" };
    private static readonly Option<string?> Organisation = new("--organisation") { Description = "a member of an organisation, by UKPRN", HelpName = "UKPRN" };
    private static readonly Option<string?> Kind = new("--kind") { Description = $"as what the organisation asks: {OrganisationKindName.All}", HelpName = "KIND" };
    private static readonly Option<bool> Operator = new("--operator") { Description = "an operator of the service" };
    private static readonly Option<bool> Regulator = new("--regulator") { Description = "a regulator of qualifications" };
    private static readonly Option<string?> Person = new("--person") { Description = "the person's name, as the learner will read it in `disclosures`", HelpName = "NAME" };

    /// <summary>Whom the arguments of <c>plr token</c> name.</summary>
    public static TokenHolder HolderOf(IReadOnlyList<string> arguments)
    {
        var command = Create(_ => throw new InvalidOperationException("only parsed, never run"));
        var parsed = command.Parse(arguments);
        return parsed.Errors.Count == 0 ? HolderOf(parsed) : throw new RefusedException(parsed.Errors[0].Message);
    }

    public static Command Create(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("token", "Prints a token that holds for eight hours. Development only.")
        {
            Learner, Organisation, Kind, Operator, Regulator, Person,
        };
        command.Validators.Add(result =>
        {
            var named = new[]
            {
                result.GetValue(Learner) is not null,
                result.GetValue(Organisation) is not null,
                result.GetValue(Operator),
                result.GetValue(Regulator),
            };
            if (named.Count(given => given) != 1)
            {
                result.AddError("`token` names one holder: `--learner ULN`, `--organisation UKPRN --kind KIND`, `--operator` or `--regulator`");
            }
            else if (result.GetValue(Organisation) is not null != result.GetValue(Kind) is not null)
            {
                result.AddError($"`--organisation UKPRN` and `--kind KIND` go together; KIND is one of {OrganisationKindName.All}");
            }
        });
        command.SetAction(parsed => Run(contextOf(parsed), parsed));
        return command;
    }

    private static int Run(CommandContext context, ParseResult parsed)
    {
        var configuration = context.Configuration;
        if (!configuration.IsDevelopment)
        {
            throw new RefusedException(
                $"development tokens are made in Development alone, and this is {context.EnvironmentName}; sign in with the issuer that `Authentication__Authority` names");
        }

        if (configuration.Authority is not null)
        {
            throw new RefusedException("`Authentication__Authority` is set, so development tokens are not taken here; sign in with that issuer");
        }

        var issuer = new TokenIssuer(DevelopmentKey.Ensure(configuration.DataDirectory), TimeProvider.System);
        context.Output.WriteLine(issuer.Issue(HolderOf(parsed)));
        return ExitCode.Done;
    }

    private static TokenHolder HolderOf(ParseResult parsed) => parsed switch
    {
        _ when parsed.GetValue(Learner) is { } uln => new TokenHolder.Learner(UlnOf(uln)),
        _ when parsed.GetValue(Organisation) is { } ukprn => new TokenHolder.Member(UkprnOf(ukprn), KindOf(parsed.GetValue(Kind)), parsed.GetValue(Person)),
        _ when parsed.GetValue(Operator) => new TokenHolder.Operator(parsed.GetValue(Person)),
        _ => new TokenHolder.Regulator(parsed.GetValue(Person)),
    };

    private static Uln UlnOf(string text)
    {
        var uln = Uln.Parse(text);
        return uln.Succeeded ? uln.Value : throw new RefusedException($"`--learner`: {uln.Problem.Message} ({uln.Problem.Code})");
    }

    private static Ukprn UkprnOf(string text)
    {
        var ukprn = Ukprn.Parse(text);
        return ukprn.Succeeded ? ukprn.Value : throw new RefusedException($"`--organisation {text}`: {ukprn.Problem.Message} ({ukprn.Problem.Code})");
    }

    private static Domain.Organisations.OrganisationKind KindOf(string? text) =>
        OrganisationKindName.Read(text ?? "") ?? throw new RefusedException($"`--kind {text}` is not known; it is one of {OrganisationKindName.All}");
}
