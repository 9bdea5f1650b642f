CREATE TABLE "withdrawal_letters" (
	"decision_id" text NOT NULL,
	"option" text NOT NULL,
	"member_id" text NOT NULL,
	"tries" integer NOT NULL,
	"tried_at" timestamp (3) with time zone,
	CONSTRAINT "withdrawal_letters_decision_id_option_member_id_pk" PRIMARY KEY("decision_id","option","member_id")
);
--> statement-breakpoint
ALTER TABLE "document_states" ADD COLUMN "digest" text;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "no_vote_letters" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "withdrawal_letters" ADD CONSTRAINT "withdrawal_letters_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawal_letters" ADD CONSTRAINT "withdrawal_letters_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;