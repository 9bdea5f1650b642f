CREATE TABLE "paper_readings" (
	"decision_id" text NOT NULL,
	"number" integer NOT NULL,
	"entered_by" text NOT NULL,
	"voice_id" text NOT NULL,
	"member_id" text,
	"answer" jsonb,
	"reason" text NOT NULL,
	CONSTRAINT "paper_readings_decision_id_number_entered_by_pk" PRIMARY KEY("decision_id","number","entered_by")
);
--> statement-breakpoint
ALTER TABLE "paper_readings" ADD CONSTRAINT "paper_readings_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_readings" ADD CONSTRAINT "paper_readings_entered_by_members_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_readings" ADD CONSTRAINT "paper_readings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;