namespace Plr.Storage.Records;

/// <summary>The reads of a request, each one round trip for a set of keys, $1.</summary>
internal static class RecordQueries
{
    private const string QualificationColumns =
        "a.uln, a.id, a.version, a.awarded_on, a.awarding_organisation, a.provider, a.grade, a.language_of_assessment, a.status, a.source, a.recorded_at, "
        + Challenged + ", a.subject, a.route";

    private const string WiderColumns =
        "a.uln, a.id, a.version, a.awarded_on, a.awarding_organisation, a.provider, a.grade, a.language_of_assessment, a.status, a.source, a.recorded_at, "
        + Challenged + ", a.title, a.kind, a.level";

    private const string Challenged =
        "EXISTS (SELECT FROM data_challenges c WHERE c.uln = a.uln AND c.achievement_id = a.id AND c.resolved_at IS NULL)";

    private const string GrantColumns =
        "uln, id, grantee_organisation, grantee_category, grantee_subject, grantee_name, scopes, effect, purpose, valid_from, valid_until, revoked_at, granted_at, may_delegate";

    private const string DisclosureColumns = "uln, at, id, organisation, person, scopes, basis, grant_id, operation, purpose";

    // The number that a record is kept under: a number that was merged away leads to the learner it was merged into.
    private const string Present = "FROM unnest($1) AS asked(uln) LEFT JOIN linked_ulns m ON m.linked_uln = asked.uln ";

    // All numbers of a record: what was awarded before a merge stands under the older number.
    private const string AllNumbers = Present
        + "CROSS JOIN LATERAL (SELECT coalesce(m.uln, asked.uln) UNION ALL SELECT o.linked_uln FROM linked_ulns o WHERE o.uln = coalesce(m.uln, asked.uln)) AS kept(uln) ";

    // One version of each achievement: looking each up for a newer one costs more than sorting them.
    private const string Latest = "SELECT DISTINCT ON (asked.uln, a.uln, a.id)";

    private const string LatestFirst = "ORDER BY asked.uln, a.uln, a.id, a.version DESC";

    /// <summary>As <see cref="Routes.RouteQueryRows"/> reads them.</summary>
    public const string RouteQueryColumns =
        "uln, id, name, saved_at, keyword, levels, sizes, sector_subject_areas, offered_in, awarding_organisation, must_contain, operational_on, "
        + "max_remaining_credits, qualifications, what_if";

    /// <summary>Learners; the number asked for is column 0.</summary>
    public const string Learners =
        "SELECT asked.uln, l.uln, l.privacy_notice, l.registered_at, l.registered_by, l.version, "
        + "ARRAY(SELECT o.linked_uln FROM linked_ulns o WHERE o.uln = l.uln ORDER BY o.linked_uln) "
        + Present + "JOIN learners l ON l.uln = coalesce(m.uln, asked.uln)";

    /// <summary>All grants of the learners asked for, newest first.</summary>
    public const string GrantsByLearner =
        $"SELECT {GrantColumns} FROM (SELECT DISTINCT coalesce(m.uln, asked.uln) AS present " + Present + ") p "
        + "JOIN permission_grants g ON g.uln = p.present ORDER BY uln, granted_at DESC, id";

    /// <summary>Grants by key.</summary>
    public const string GrantsById = $"SELECT {GrantColumns} FROM permission_grants WHERE id = ANY($1)";

    /// <summary>Identities; the number asked for comes last.</summary>
    public const string Identities =
        "SELECT i.uln, i.given_name, i.family_name, i.preferred_name, i.date_of_birth, i.gender, asked.uln "
        + Present + "JOIN learner_identities i ON i.uln = coalesce(m.uln, asked.uln)";

    /// <summary>Contact details; the number asked for comes last.</summary>
    public const string Contacts =
        "SELECT c.uln, c.email, c.telephone, c.postcode, c.preferred_language, asked.uln "
        + Present + "JOIN learner_contacts c ON c.uln = coalesce(m.uln, asked.uln)";

    /// <summary>Latest versions, newest award first; the number asked for comes last.</summary>
    public const string QualificationAchievements =
        $"SELECT * FROM ({Latest} {QualificationColumns}, asked.uln AS asked " + AllNumbers
        + $"JOIN qualification_achievements a ON a.uln = kept.uln {LatestFirst}) AS latest ORDER BY asked, awarded_on DESC, id";

    /// <summary>Latest versions, newest award first; the number asked for comes last.</summary>
    public const string WiderAchievements =
        $"SELECT * FROM ({Latest} {WiderColumns}, asked.uln AS asked " + AllNumbers
        + $"JOIN wider_achievements a ON a.uln = kept.uln {LatestFirst}) AS latest ORDER BY asked, awarded_on DESC, id";

    /// <summary>All versions by key, oldest first.</summary>
    public const string QualificationHistories =
        $"SELECT {QualificationColumns} FROM qualification_achievements a WHERE a.id = ANY($1) ORDER BY a.id, a.version";

    /// <summary>All versions by key, oldest first.</summary>
    public const string WiderHistories = $"SELECT {WiderColumns} FROM wider_achievements a WHERE a.id = ANY($1) ORDER BY a.id, a.version";

    /// <summary>Saved route queries, by name.</summary>
    public const string RouteQueries = $"SELECT {RouteQueryColumns} FROM saved_route_queries WHERE uln = ANY($1) ORDER BY uln, name";

    /// <summary>A learner's disclosures, newest first: $2 is how many.</summary>
    public const string Disclosures = $"SELECT {DisclosureColumns} FROM disclosures WHERE uln = $1 ORDER BY at DESC, id DESC LIMIT $2";

    /// <summary>The same after the one with time $3 and key $4.</summary>
    public const string DisclosuresAfter =
        $"SELECT {DisclosureColumns} FROM disclosures WHERE uln = $1 AND (at, id) < ($3, $4) ORDER BY at DESC, id DESC LIMIT $2";
}
