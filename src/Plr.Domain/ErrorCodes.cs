namespace Plr.Domain;

/// <summary>Every code of an expected problem of the domain. A code is never renamed or used again.</summary>
/// <remarks>The engine's own codes are in <c>Plr.GraphQL.ErrorCodes</c>; <c>schema/errors.md</c> lists both.</remarks>
public static class ErrorCodes
{
    /// <summary>A ULN is not ten digits with the first not zero. The caller corrects it.</summary>
    public const string UlnMalformed = "ULN_MALFORMED";
    /// <summary>The tenth digit of a ULN does not fit the other nine. The caller corrects it.</summary>
    public const string UlnCheckDigitWrong = "ULN_CHECK_DIGIT_WRONG";
    /// <summary>A UKPRN is not eight digits with the first 1. The caller corrects it.</summary>
    public const string UkprnMalformed = "UKPRN_MALFORMED";
    /// <summary>A qualification number is not of the form 600/8900/3. The caller corrects it.</summary>
    public const string QualificationNumberMalformed = "QUALIFICATION_NUMBER_MALFORMED";
    /// <summary>The check character of a qualification number does not fit, and the register holds no such number. The caller corrects it.</summary>
    public const string QualificationNumberCheckDigitWrong = "QUALIFICATION_NUMBER_CHECK_DIGIT_WRONG";
    /// <summary>A unit number is not of the form M/504/7527. The caller corrects it.</summary>
    public const string UnitNumberMalformed = "UNIT_NUMBER_MALFORMED";
    /// <summary>The letter of a unit number does not fit its digits, and the register holds no such number. The caller corrects it.</summary>
    public const string UnitNumberCheckLetterWrong = "UNIT_NUMBER_CHECK_LETTER_WRONG";
    /// <summary>A date is not of the form 2026-11-22. The caller corrects it.</summary>
    public const string DateMalformed = "DATE_MALFORMED";

    /// <summary>A moment is not of the form 2026-11-22T09:30:00Z. The caller corrects it.</summary>
    public const string DateTimeMalformed = "DATE_TIME_MALFORMED";

    /// <summary>An address is not an absolute http or https address. The caller corrects it.</summary>
    public const string UrlMalformed = "URL_MALFORMED";

    /// <summary>An organisation is asked for by both of its numbers, or by none. The caller gives one.</summary>
    public const string OrganisationReferenceInvalid = "ORGANISATION_REFERENCE_INVALID";

    /// <summary>The catalogue holds no qualification of this number. The caller corrects the number, or the regulator publishes it.</summary>
    public const string QualificationUnknown = "QUALIFICATION_UNKNOWN";
    /// <summary>The catalogue holds no unit of this number. The caller corrects the number, or the regulator publishes it.</summary>
    public const string UnitUnknown = "UNIT_UNKNOWN";
    /// <summary>No organisation has this UKPRN or identifier. The caller corrects it.</summary>
    public const string OrganisationUnknown = "ORGANISATION_UNKNOWN";
    /// <summary>The rule needs more work than the bound allows; bounds of the answer come with it. The operator raises the bound.</summary>
    public const string RuleTooComplex = "RULE_TOO_COMPLEX";
    /// <summary>The published rule has more parts than the schema promises, so it is not shown. Whoever publishes it splits it.</summary>
    public const string RuleTooLarge = "RULE_TOO_LARGE";
    /// <summary>The field needs a consent that the viewer does not hold. The learner grants the scope named.</summary>
    public const string ConsentRequired = "CONSENT_REQUIRED";
    /// <summary>This kind of viewer may not ask for the field or call the mutation at all. Another kind of token is needed.</summary>
    public const string ViewerNotAllowed = "VIEWER_NOT_ALLOWED";
    /// <summary>The request carries no token, and the mutation needs one. The caller signs in.</summary>
    public const string SignInRequired = "SIGN_IN_REQUIRED";
    /// <summary>The organisation has not signed the agreements its kind needs. The organisation signs them.</summary>
    public const string OrganisationNotParticipating = "ORGANISATION_NOT_PARTICIPATING";
    /// <summary>No grant of the viewer's own has this identifier. The caller corrects it.</summary>
    public const string GrantUnknown = "GRANT_UNKNOWN";
    /// <summary>The grant was revoked before. Nothing is to be done.</summary>
    public const string GrantAlreadyRevoked = "GRANT_ALREADY_REVOKED";
    /// <summary>A grant ends before it begins, or begins in the past by more than the clock's tolerance. The caller corrects the dates.</summary>
    public const string GrantPeriodInvalid = "GRANT_PERIOD_INVALID";
    /// <summary>A grant names no scope, or one twice. The caller corrects the scopes.</summary>
    public const string GrantScopesInvalid = "GRANT_SCOPES_INVALID";
    /// <summary>A purpose is empty or longer than <c>Purpose.MaxLength</c>. The caller corrects it.</summary>
    public const string PurposeInvalid = "PURPOSE_INVALID";
    /// <summary>A grant names not exactly one grantee. The caller corrects it.</summary>
    public const string GranteeInvalid = "GRANTEE_INVALID";
    /// <summary>A submission holds more items than <c>AchievementSubmission.MaxItems</c>. The caller splits it.</summary>
    public const string TooManyItems = "TOO_MANY_ITEMS";
    /// <summary>A submission holds no item. The caller adds one.</summary>
    public const string NoItems = "NO_ITEMS";
    /// <summary>An achievement is submitted by an organisation that does not award it. The awarding organisation submits it.</summary>
    public const string NotTheAwardingOrganisation = "NOT_THE_AWARDING_ORGANISATION";
    /// <summary>An item names not exactly one of unit and qualification. The caller corrects it.</summary>
    public const string AchievementTargetInvalid = "ACHIEVEMENT_TARGET_INVALID";

    /// <summary>A grade is empty, longer than <c>AchievementItem.MaxGradeLength</c> or holds control characters. The caller corrects it.</summary>
    public const string GradeInvalid = "GRADE_INVALID";

    /// <summary>The learner of an item could not be matched. The caller checks the ULN and the name. Unknown and mismatched learners look the same.</summary>
    public const string LearnerNotMatched = "LEARNER_NOT_MATCHED";
    /// <summary>An award date is in the future or before the learner could have been assessed. The caller corrects it.</summary>
    public const string AwardDateInvalid = "AWARD_DATE_INVALID";
    /// <summary>The same achievement stands twice in one submission. The caller removes one.</summary>
    public const string DuplicateItem = "DUPLICATE_ITEM";
    /// <summary>A name is empty, too long or holds control characters. The caller corrects it.</summary>
    public const string NameInvalid = "NAME_INVALID";
    /// <summary>A date of birth gives an age outside 13 to 110 years. The caller corrects it. Source: LRS code RC013.</summary>
    public const string AgeOutOfRange = "AGE_OUT_OF_RANGE";
    /// <summary>An e-mail address is longer than 254 characters or has no form of one. The caller corrects it.</summary>
    public const string EmailInvalid = "EMAIL_INVALID";

    /// <summary>A postcode is not of a UK form. The caller corrects it.</summary>
    public const string PostcodeInvalid = "POSTCODE_INVALID";
    /// <summary>A learner so like this one is registered that a person must decide. The caller verifies the learner first.</summary>
    public const string PossibleDuplicateLearner = "POSSIBLE_DUPLICATE_LEARNER";
    /// <summary>A route filter holds a negative number, a text that is too long, or a list that is. The caller corrects it.</summary>
    public const string RouteFilterInvalid = "ROUTE_FILTER_INVALID";
    /// <summary>A saved route query's name is empty, too long or holds control characters. The learner corrects it.</summary>
    public const string RouteQueryNameInvalid = "ROUTE_QUERY_NAME_INVALID";
    /// <summary>No saved route query of the learner's own has this identifier. The learner takes it from the list of them.</summary>
    public const string RouteQueryUnknown = "ROUTE_QUERY_UNKNOWN";
    /// <summary>The learner has saved as many route queries as one may. The learner deletes one first.</summary>
    public const string TooManyRouteQueries = "TOO_MANY_ROUTE_QUERIES";
    /// <summary>A node identifier is not one of ours. The caller uses an <c>id</c> that the graph returned.</summary>
    public const string NodeIdMalformed = "NODE_ID_MALFORMED";
    /// <summary>More identifiers than one <c>nodes</c> call takes. The caller splits the call.</summary>
    public const string TooManyIds = "TOO_MANY_IDS";
    /// <summary>The database does not answer. The operator restores it; the caller tries again later.</summary>
    public const string DatabaseUnavailable = "DATABASE_UNAVAILABLE";
}
