using Plr.Domain.Identifiers;

namespace Plr.Storage.Demonstration;

/// <summary>Who is who in the demonstration.</summary>
internal static class People
{
    /// <summary>Has the award in personal career planning.</summary>
    public static readonly Uln Amina = Uln.FromStore(9000000016);

    /// <summary>Has half of the diploma in team leading, from two awarding organisations.</summary>
    public static readonly Uln Ben = Uln.FromStore(9000000024);

    /// <summary>Has the mandatory units in health and social care; the pathway is open.</summary>
    public static readonly Uln Chloe = Uln.FromStore(9000000032);

    /// <summary>Has seen the privacy notice and does not share.</summary>
    public static readonly Uln Dev = Uln.FromStore(9000000040);

    /// <summary>Has not seen the privacy notice.</summary>
    public static readonly Uln Ellie = Uln.FromStore(9000000059);

    /// <summary>Challenges one achievement.</summary>
    public static readonly Uln Farid = Uln.FromStore(9000000067);

    /// <summary>Reads Welsh, seeks careers advice, has not the award that Amina has.</summary>
    public static readonly Uln Gwen = Uln.FromStore(9000000075);

    /// <summary>Was registered twice; both numbers lead to one record.</summary>
    public static readonly Uln Harriet = Uln.FromStore(9000000083);

    /// <summary>The number Harriet had before.</summary>
    public static readonly Uln HarrietBefore = Uln.FromStore(9000000091);

    /// <summary>Real awarding organisations, by recognition number.</summary>
    public static readonly OrganisationId Laser = new("RN5326"), Ocr = new("RN5193"), Ilm = new("RN5143");

    /// <summary>The demonstration's awarding organisation.</summary>
    public static readonly OrganisationId Awards = new("19990004");

    /// <summary>Ashdown College, a learning provider.</summary>
    public static readonly OrganisationId College = new("19990010");

    /// <summary>Bright Paths Careers, which has signed its agreements, and Northgate Careers, which has not.</summary>
    public static readonly OrganisationId Careers = new("19990020"), UnsignedCareers = new("19990021");

    /// <summary>Harbour Care, an employer.</summary>
    public static readonly OrganisationId Employer = new("19990030");

    /// <summary>Skills Passport Trust, a third party.</summary>
    public static readonly OrganisationId Trust = new("19990040");

    /// <summary>Midnight, UTC, of a day.</summary>
    public static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
