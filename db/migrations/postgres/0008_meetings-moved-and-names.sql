CREATE TABLE "meeting_name_removals" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"reason" text NOT NULL,
	"places" integer NOT NULL,
	"removed_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone NOT NULL,
	"forgotten_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "moves" jsonb;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "last_meeting_id" text;--> statement-breakpoint
ALTER TABLE "meeting_name_removals" ADD CONSTRAINT "meeting_name_removals_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_name_removals" ADD CONSTRAINT "meeting_name_removals_removed_by_members_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_name_removals_meeting" ON "meeting_name_removals" USING btree ("meeting_id");