using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Plr.Domain;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Records;

namespace Plr.Storage.Learners;

/// <summary>Registers learners.</summary>
internal static class LearnerWriter
{
    private const int RegistrationLock = 7_071_002;
    private const int MostAttempts = 100;

    /// <summary>Registers a learner under a number nobody has had. Registrations of one family name take turns, so that none passes the check twice.</summary>
    public static async ValueTask<Result<Learner>> RegisterAsync(
        PlrDatabase database, LearnerRegistration registration, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var turn = registration.Name.Family.ToUpperInvariant();
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({RegistrationLock}, hashtext({turn}))", cancellationToken);
        if (await IsRegisteredAsync(context, registration, cancellationToken))
        {
            return new Problem(
                ErrorCodes.PossibleDuplicateLearner,
                "a learner of this name, date of birth and postcode is registered: verify that learner's ULN instead of registering a second");
        }

        var uln = await UnusedAsync(context, cancellationToken);
        context.AddRange(Rows(uln, registration, now));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Learner { Uln = uln, PrivacyNotice = registration.PrivacyNotice, RegisteredAt = now, RegisteredBy = registration.RegisteredBy };
    }

    private static async Task<bool> IsRegisteredAsync(PlrDbContext context, LearnerRegistration registration, CancellationToken cancellationToken)
    {
        var likely = from identity in context.Set<LearnerIdentityRow>()
                     join contact in context.Set<LearnerContactRow>() on identity.Uln equals contact.Uln
                     where identity.DateOfBirth == registration.DateOfBirth && contact.Postcode == registration.Postcode
                     select new { identity.GivenName, identity.FamilyName };
        return (await likely.ToListAsync(cancellationToken)).Any(name =>
            name.GivenName.Equals(registration.Name.Given, StringComparison.OrdinalIgnoreCase)
            && name.FamilyName.Equals(registration.Name.Family, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A random number that no learner has or had: random, so that numbers tell nothing about when they were given.</summary>
    private static async Task<Uln> UnusedAsync(PlrDbContext context, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var nine = RandomNumberGenerator.GetInt32(100_000_000, 1_000_000_000);
            for (var check = 0; check < 10; check++)
            {
                var parsed = Uln.Parse(string.Create(CultureInfo.InvariantCulture, $"{nine}{check}"));
                if (parsed.Succeeded && !await IsUsedAsync(context, parsed.Value, cancellationToken))
                {
                    return parsed.Value;
                }
            }
        }

        throw new InvalidOperationException($"no unused ULN in {MostAttempts} attempts: the numbers are running out");
    }

    private static async Task<bool> IsUsedAsync(PlrDbContext context, Uln uln, CancellationToken cancellationToken) =>
        await context.Set<LearnerRow>().AnyAsync(row => row.Uln == uln, cancellationToken)
        || await context.Set<LinkedUlnRow>().AnyAsync(row => row.LinkedUln == uln, cancellationToken);

    private static IEnumerable<object> Rows(Uln uln, LearnerRegistration registration, DateTimeOffset now) =>
    [
        new LearnerRow { Uln = uln, PrivacyNotice = registration.PrivacyNotice, RegisteredAt = now.ToUniversalTime(), RegisteredBy = registration.RegisteredBy },
        new LearnerIdentityRow
        {
            Uln = uln,
            GivenName = registration.Name.Given,
            FamilyName = registration.Name.Family,
            PreferredName = registration.Name.Preferred,
            DateOfBirth = registration.DateOfBirth,
            Gender = registration.Gender,
        },
        new LearnerContactRow
        {
            Uln = uln, Email = registration.Email, Postcode = registration.Postcode, PreferredLanguage = registration.PreferredLanguage,
        },
    ];
}
