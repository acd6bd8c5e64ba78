using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Plr.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "catalogue_publications",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_publications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "codes",
                columns: table => new
                {
                    list = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    parent = table.Column<string>(type: "text", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_codes", x => new { x.list, x.code });
                });

            migrationBuilder.CreateTable(
                name: "learners",
                columns: table => new
                {
                    uln = table.Column<long>(type: "bigint", nullable: false),
                    privacy_notice = table.Column<string>(type: "text", nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    registered_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_learners", x => x.uln);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    legal_name = table.Column<string>(type: "text", nullable: true),
                    acronym = table.Column<string>(type: "text", nullable: true),
                    ukprn = table.Column<int>(type: "integer", nullable: true),
                    recognition_number = table.Column<string>(type: "text", nullable: true),
                    kinds = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    welsh_title = table.Column<string>(type: "text", nullable: true),
                    level = table.Column<string>(type: "text", nullable: true),
                    credit_value = table.Column<int>(type: "integer", nullable: true),
                    guided_learning_hours = table.Column<int>(type: "integer", nullable: true),
                    owner = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    availability = table.Column<string>(type: "text", nullable: false),
                    sector_subject_areas = table.Column<string[]>(type: "text[]", nullable: false),
                    equivalent_units = table.Column<string[]>(type: "text[]", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_units", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "data_challenges",
                columns: table => new
                {
                    uln = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    achievement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    statement = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_challenges", x => new { x.uln, x.id });
                    table.ForeignKey(
                        name: "fk_data_challenges_uln",
                        column: x => x.uln,
                        principalTable: "learners",
                        principalColumn: "uln",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosures",
                columns: table => new
                {
                    uln = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    person = table.Column<string>(type: "text", nullable: true),
                    scopes = table.Column<string[]>(type: "text[]", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    operation = table.Column<string>(type: "text", nullable: true),
                    purpose = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosures", x => new { x.uln, x.at, x.id });
                    table.ForeignKey(
                        name: "fk_disclosures_uln",
                        column: x => x.uln,
                        principalTable: "learners",
                        principalColumn: "uln",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "learner_contacts",
                columns: table => new
                {
                    uln = table.Column<long>(type: "bigint", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    telephone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    postcode = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: true),
                    preferred_language = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_learner_contacts", x => x.uln);
                    table.ForeignKey(
                        name: "fk_learner_contacts_uln",
                        column: x => x.uln,
                        principalTable: "learners",
                        principalColumn: "uln",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "learner_identities",
                columns: table => new
                {
                    uln = table.Column<long>(type: "bigint", nullable: false),
                    given_name = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    family_name = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    preferred_name = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true),
                    date_of_birth = table.Column<DateOnly>(type: "date", nullable: false),
                    gender = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_learner_identities", x => x.uln);
                    table.ForeignKey(
                        name: "fk_learner_identities_uln",
                        column: x => x.uln,
                        principalTable: "learners",
                        principalColumn: "uln",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "linked_ulns",
                columns: table => new
                {
                    uln = table.Column<long>(type: "bigint", nullable: false),
                    linked_uln = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_linked_ulns", x => new { x.uln, x.linked_uln });
                    table.ForeignKey(
                        name: "fk_linked_ulns_uln",
                        column: x => x.uln,
                        principalTable: "learners",
                        principalColumn: "uln",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "permission_grants",
                columns: table => new
                {
                    uln = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grantee_organisation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    grantee_category = table.Column<string>(type: "text", nullable: true),
                    grantee_subject = table.Column<string>(type: "text", nullable: true),
                    grantee_name = table.Column<string>(type: "text", nullable: true),
                    scopes = table.Column<string[]>(type: "text[]", nullable: false),
                    effect = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    may_delegate = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permission_grants", x => new { x.uln, x.id });
                    table.CheckConstraint("ends_after_it_begins", "valid_until > valid_from");
                    table.CheckConstraint("one_grantee", "num_nonnulls(grantee_organisation, grantee_category, grantee_subject) = 1");
                    table.CheckConstraint("some_scope", "cardinality(scopes) > 0");
                    table.ForeignKey(
                        name: "fk_permission_grants_uln",
                        column: x => x.uln,
                        principalTable: "learners",
                        principalColumn: "uln",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "qualification_achievements",
                columns: table => new
                {
                    uln = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    awarded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    awarding_organisation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    provider = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    grade = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    language_of_assessment = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    subject = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    route = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_qualification_achievements", x => new { x.uln, x.id, x.version });
                    table.ForeignKey(
                        name: "fk_qualification_achievements_uln",
                        column: x => x.uln,
                        principalTable: "learners",
                        principalColumn: "uln",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wider_achievements",
                columns: table => new
                {
                    uln = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    awarded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    awarding_organisation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    provider = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    grade = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    language_of_assessment = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wider_achievements", x => new { x.uln, x.id, x.version });
                    table.ForeignKey(
                        name: "fk_wider_achievements_uln",
                        column: x => x.uln,
                        principalTable: "learners",
                        principalColumn: "uln",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    organisation_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => new { x.organisation_id, x.kind, x.signed_on });
                    table.ForeignKey(
                        name: "fk_agreements_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "qualifications",
                columns: table => new
                {
                    number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    welsh_title = table.Column<string>(type: "text", nullable: true),
                    awarding_organisation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    framework = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    sector_subject_area = table.Column<string>(type: "text", nullable: true),
                    total_credits = table.Column<int>(type: "integer", nullable: true),
                    minimum_guided_learning_hours = table.Column<int>(type: "integer", nullable: true),
                    maximum_guided_learning_hours = table.Column<int>(type: "integer", nullable: true),
                    total_qualification_time = table.Column<int>(type: "integer", nullable: true),
                    offered_in = table.Column<string[]>(type: "text[]", nullable: false),
                    operational_start = table.Column<DateOnly>(type: "date", nullable: true),
                    operational_end = table.Column<DateOnly>(type: "date", nullable: true),
                    certification_end = table.Column<DateOnly>(type: "date", nullable: true),
                    review_date = table.Column<DateOnly>(type: "date", nullable: true),
                    languages_of_assessment = table.Column<string[]>(type: "text[]", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: true),
                    entry_requirements = table.Column<string>(type: "text", nullable: true),
                    progression = table.Column<string>(type: "text", nullable: true),
                    regulatory_status = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_qualifications", x => x.number);
                    table.ForeignKey(
                        name: "fk_qualifications_awarding_organisation",
                        column: x => x.awarding_organisation,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "qualification_units",
                columns: table => new
                {
                    qualification_number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    unit_number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_qualification_units", x => new { x.qualification_number, x.unit_number });
                    table.ForeignKey(
                        name: "fk_qualification_units_qualification_number",
                        column: x => x.qualification_number,
                        principalTable: "qualifications",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_qualification_units_unit_number",
                        column: x => x.unit_number,
                        principalTable: "units",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rules",
                columns: table => new
                {
                    qualification_number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    rule = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rules", x => x.qualification_number);
                    table.ForeignKey(
                        name: "fk_rules_qualification_number",
                        column: x => x.qualification_number,
                        principalTable: "qualifications",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_data_challenges_uln_achievement_id",
                table: "data_challenges",
                columns: new[] { "uln", "achievement_id" });

            migrationBuilder.CreateIndex(
                name: "ix_learner_identities_date_of_birth_family_name",
                table: "learner_identities",
                columns: new[] { "date_of_birth", "family_name" });

            migrationBuilder.CreateIndex(
                name: "ix_linked_ulns_linked_uln",
                table: "linked_ulns",
                column: "linked_uln",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_recognition_number",
                table: "organisations",
                column: "recognition_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_ukprn",
                table: "organisations",
                column: "ukprn",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permission_grants_id",
                table: "permission_grants",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_qualification_achievements_id",
                table: "qualification_achievements",
                column: "id");

            migrationBuilder.CreateIndex(
                name: "ix_qualification_achievements_uln_subject_awarding_organisation_awarded_on_version",
                table: "qualification_achievements",
                columns: new[] { "uln", "subject", "awarding_organisation", "awarded_on", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_qualification_units_unit_number",
                table: "qualification_units",
                column: "unit_number");

            migrationBuilder.CreateIndex(
                name: "ix_qualifications_awarding_organisation",
                table: "qualifications",
                column: "awarding_organisation");

            migrationBuilder.CreateIndex(
                name: "ix_wider_achievements_id",
                table: "wider_achievements",
                column: "id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "catalogue_publications");

            migrationBuilder.DropTable(
                name: "codes");

            migrationBuilder.DropTable(
                name: "data_challenges");

            migrationBuilder.DropTable(
                name: "disclosures");

            migrationBuilder.DropTable(
                name: "learner_contacts");

            migrationBuilder.DropTable(
                name: "learner_identities");

            migrationBuilder.DropTable(
                name: "linked_ulns");

            migrationBuilder.DropTable(
                name: "permission_grants");

            migrationBuilder.DropTable(
                name: "qualification_achievements");

            migrationBuilder.DropTable(
                name: "qualification_units");

            migrationBuilder.DropTable(
                name: "rules");

            migrationBuilder.DropTable(
                name: "wider_achievements");

            migrationBuilder.DropTable(
                name: "units");

            migrationBuilder.DropTable(
                name: "qualifications");

            migrationBuilder.DropTable(
                name: "learners");

            migrationBuilder.DropTable(
                name: "organisations");
        }
    }
}
