using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Plr.Storage.Migrations
{
    /// <inheritdoc />
    public partial class SavedRouteQueries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "saved_route_queries",
                columns: table => new
                {
                    uln = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    keyword = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    levels = table.Column<string[]>(type: "text[]", nullable: false),
                    sizes = table.Column<string[]>(type: "text[]", nullable: false),
                    sector_subject_areas = table.Column<string[]>(type: "text[]", nullable: false),
                    offered_in = table.Column<string>(type: "text", nullable: true),
                    awarding_organisation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    must_contain = table.Column<string[]>(type: "text[]", nullable: false),
                    operational_on = table.Column<DateOnly>(type: "date", nullable: true),
                    max_remaining_credits = table.Column<int>(type: "integer", nullable: true),
                    qualifications = table.Column<string[]>(type: "text[]", nullable: false),
                    what_if = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_route_queries", x => new { x.uln, x.id });
                    table.CheckConstraint("remaining_credits_not_negative", "max_remaining_credits >= 0");
                    table.ForeignKey(
                        name: "fk_saved_route_queries_uln",
                        column: x => x.uln,
                        principalTable: "learners",
                        principalColumn: "uln",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_saved_route_queries_uln_name",
                table: "saved_route_queries",
                columns: new[] { "uln", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "saved_route_queries");
        }
    }
}
