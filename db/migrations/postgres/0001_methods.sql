ALTER TABLE "ballots" ADD COLUMN "answer" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- Until now every ballot was for, against or abstain, cast on a screen by the person themselves.
UPDATE "ballots" SET "answer" = jsonb_build_object('choice', "choice");--> statement-breakpoint
ALTER TABLE "ballots" ALTER COLUMN "answer" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "options" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "options" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "tie_order" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "tie_order" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "tie_seed" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "tie_seed" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "electors" ADD COLUMN "came_by" text;--> statement-breakpoint
UPDATE "electors" SET "came_by" = 'screen' WHERE "has_voted";--> statement-breakpoint
ALTER TABLE "electors" ADD COLUMN "helped_by" text;--> statement-breakpoint
ALTER TABLE "electors" ADD CONSTRAINT "electors_helped_by_members_id_fk" FOREIGN KEY ("helped_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;