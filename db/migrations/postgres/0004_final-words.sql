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
ALTER TABLE "document_turns" ADD CONSTRAINT "document_turns_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_turns" ADD CONSTRAINT "document_turns_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_turns" ADD CONSTRAINT "document_turns_by_members_id_fk" FOREIGN KEY ("by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_turns_document" ON "document_turns" USING btree ("document_id");