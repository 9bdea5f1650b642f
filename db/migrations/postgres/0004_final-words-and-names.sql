CREATE TABLE "kept_names" (
	"member_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "name_removals" (
	"id" text PRIMARY KEY NOT NULL,
	"decision_id" text NOT NULL,
	"reason" text NOT NULL,
	"places" integer NOT NULL,
	"removed_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone NOT NULL,
	"forgotten_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "document_turns" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"turn" text NOT NULL,
	"version_id" text NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "body_rules" ADD COLUMN "since" jsonb;--> statement-breakpoint
ALTER TABLE "kept_names" ADD CONSTRAINT "kept_names_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_removals" ADD CONSTRAINT "name_removals_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_removals" ADD CONSTRAINT "name_removals_removed_by_members_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_turns" ADD CONSTRAINT "document_turns_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_turns" ADD CONSTRAINT "document_turns_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_turns" ADD CONSTRAINT "document_turns_by_members_id_fk" FOREIGN KEY ("by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "name_removals_decision" ON "name_removals" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "document_turns_document" ON "document_turns" USING btree ("document_id");