CREATE TABLE "supporters" (
	"id" text PRIMARY KEY NOT NULL,
	"partnership_id" text NOT NULL,
	"member_id" text NOT NULL,
	"supporter_id" text NOT NULL,
	"scope" text NOT NULL,
	"agreed_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "electors" ADD COLUMN "help" text;--> statement-breakpoint
ALTER TABLE "supporters" ADD CONSTRAINT "supporters_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporters" ADD CONSTRAINT "supporters_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporters" ADD CONSTRAINT "supporters_supporter_id_members_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "supporters_member" ON "supporters" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "supporters_supporter" ON "supporters" USING btree ("supporter_id");