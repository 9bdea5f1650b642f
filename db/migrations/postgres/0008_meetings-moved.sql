ALTER TABLE "meetings" ADD COLUMN "moves" jsonb;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "last_meeting_id" text;