ALTER TABLE "verdicts" ADD COLUMN "waiting" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "shortlist" jsonb;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "withdrawn" jsonb;