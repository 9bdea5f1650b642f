CREATE TABLE "board_corrections" (
	"decision_id" text NOT NULL,
	"number" integer NOT NULL,
	"id" text NOT NULL,
	"reason" text NOT NULL,
	"before" jsonb NOT NULL,
	"corrected_by" text NOT NULL,
	"corrected_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "board_corrections_decision_id_number_pk" PRIMARY KEY("decision_id","number")
);
--> statement-breakpoint
CREATE TABLE "board_minutes" (
	"decision_id" text PRIMARY KEY NOT NULL,
	"minute" jsonb NOT NULL,
	"corrections" integer NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"approved_on" text
);
--> statement-breakpoint
CREATE TABLE "body_rules" (
	"group_id" text PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"rights" jsonb NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "board_corrections" ADD CONSTRAINT "board_corrections_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_corrections" ADD CONSTRAINT "board_corrections_corrected_by_members_id_fk" FOREIGN KEY ("corrected_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_minutes" ADD CONSTRAINT "board_minutes_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_minutes" ADD CONSTRAINT "board_minutes_recorded_by_members_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_minutes" ADD CONSTRAINT "board_minutes_approved_by_members_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_rules" ADD CONSTRAINT "body_rules_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_rules" ADD CONSTRAINT "body_rules_set_by_members_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;