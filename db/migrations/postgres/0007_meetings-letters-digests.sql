CREATE TABLE "withdrawal_letters" (
	"decision_id" text NOT NULL,
	"option" text NOT NULL,
	"member_id" text NOT NULL,
	"tries" integer NOT NULL,
	"tried_at" timestamp (3) with time zone,
	CONSTRAINT "withdrawal_letters_decision_id_option_member_id_pk" PRIMARY KEY("decision_id","option","member_id")
);
--> statement-breakpoint
CREATE TABLE "ended_clients" (
	"document_id" text NOT NULL,
	"client" bigint NOT NULL,
	CONSTRAINT "ended_clients_document_id_client_pk" PRIMARY KEY("document_id","client")
);
--> statement-breakpoint
CREATE TABLE "meeting_attendance" (
	"meeting_id" text NOT NULL,
	"member_id" text NOT NULL,
	"here" text NOT NULL,
	"joined" text NOT NULL,
	"late" boolean NOT NULL,
	"left" boolean NOT NULL,
	"substitute" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_attendance_meeting_id_member_id_pk" PRIMARY KEY("meeting_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_interests" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"member_id" text NOT NULL,
	"interest" text NOT NULL,
	"dispensation" text NOT NULL,
	"declared_by" text NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text
);
--> statement-breakpoint
CREATE TABLE "meeting_items" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"version_id" text,
	"presenter" text NOT NULL,
	"private_reason" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	"late_reason" text,
	"taken_off_at" timestamp (3) with time zone,
	"taken_off_reason" text,
	"decision_id" text,
	"noted" text
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"partnership_id" text NOT NULL,
	"group_id" text NOT NULL,
	"reference" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"place" text NOT NULL,
	"drawn_up_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"published_by" text,
	"short_notice_reason" text,
	"called_off_at" timestamp (3) with time zone,
	"called_off_reason" text,
	"presider_id" text,
	"clerk_id" text,
	"approved_at" timestamp (3) with time zone,
	"approved_by" text,
	"approved_on" text,
	"kept_body" jsonb
);
--> statement-breakpoint
ALTER TABLE "document_states" ADD COLUMN "digest" text;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "no_vote_letters" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "withdrawal_letters" ADD CONSTRAINT "withdrawal_letters_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawal_letters" ADD CONSTRAINT "withdrawal_letters_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ended_clients" ADD CONSTRAINT "ended_clients_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_set_by_members_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_interests" ADD CONSTRAINT "meeting_interests_item_id_meeting_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_interests" ADD CONSTRAINT "meeting_interests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_interests" ADD CONSTRAINT "meeting_interests_declared_by_members_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_items" ADD CONSTRAINT "meeting_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_items" ADD CONSTRAINT "meeting_items_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_items" ADD CONSTRAINT "meeting_items_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_drawn_up_by_members_id_fk" FOREIGN KEY ("drawn_up_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_published_by_members_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_presider_id_members_id_fk" FOREIGN KEY ("presider_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_clerk_id_members_id_fk" FOREIGN KEY ("clerk_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_approved_by_members_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_interests_item" ON "meeting_interests" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "meeting_items_meeting" ON "meeting_items" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "meeting_items_version" ON "meeting_items" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "meeting_items_decision" ON "meeting_items" USING btree ("decision_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_reference" ON "meetings" USING btree ("partnership_id","reference");--> statement-breakpoint
CREATE INDEX "meetings_group" ON "meetings" USING btree ("group_id","starts_at");