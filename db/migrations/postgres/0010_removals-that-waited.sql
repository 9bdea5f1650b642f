ALTER TABLE "erasures" ADD COLUMN "stood" jsonb;--> statement-breakpoint
ALTER TABLE "erasures" ADD COLUMN "rebuilt_at" timestamp (3) with time zone;