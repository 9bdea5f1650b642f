ALTER TABLE "decisions" ADD COLUMN "shortlist" jsonb;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "withdrawn" jsonb;