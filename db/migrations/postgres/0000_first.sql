CREATE TABLE "actions" (
	"id" text PRIMARY KEY NOT NULL,
	"partnership_id" text NOT NULL,
	"decision_id" text NOT NULL,
	"reference" text NOT NULL,
	"title" text NOT NULL,
	"accountable_body" text NOT NULL,
	"lead" text NOT NULL,
	"lead_member_id" text,
	"citizen_partner_id" text,
	"expected_difference" text NOT NULL,
	"first_due_on" text NOT NULL,
	"due_on" text NOT NULL,
	"status" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"id" text PRIMARY KEY NOT NULL,
	"action_id" text NOT NULL,
	"member_id" text NOT NULL,
	"status" text NOT NULL,
	"words" text NOT NULL,
	"due_on" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verdict_givers" (
	"action_id" text NOT NULL,
	"member_id" text NOT NULL,
	CONSTRAINT "verdict_givers_action_id_member_id_pk" PRIMARY KEY("action_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "verdicts" (
	"id" text PRIMARY KEY NOT NULL,
	"action_id" text NOT NULL,
	"answer" text NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" text PRIMARY KEY NOT NULL,
	"decision_id" text NOT NULL,
	"member_id" text,
	"voice_id" text NOT NULL,
	"choice" text NOT NULL,
	"reason" text NOT NULL,
	"receipt_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"partnership_id" text NOT NULL,
	"group_id" text NOT NULL,
	"version_id" text NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"method" text NOT NULL,
	"question" text NOT NULL,
	"rules" jsonb NOT NULL,
	"seal" text NOT NULL,
	"state" text NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"stopped_reason" text,
	"result" jsonb,
	"outcome" text,
	"opened_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disagreement_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"decision_id" text NOT NULL,
	"member_id" text NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "electors" (
	"decision_id" text NOT NULL,
	"member_id" text NOT NULL,
	"voice_id" text NOT NULL,
	"has_voted" boolean NOT NULL,
	"ballot_id" text,
	CONSTRAINT "electors_decision_id_member_id_pk" PRIMARY KEY("decision_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "document_states" (
	"document_id" text NOT NULL,
	"generation" integer NOT NULL,
	"up_to" integer NOT NULL,
	"state" "bytea" NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "document_states_document_id_generation_pk" PRIMARY KEY("document_id","generation")
);
--> statement-breakpoint
CREATE TABLE "document_updates" (
	"document_id" text NOT NULL,
	"generation" integer NOT NULL,
	"seq" integer NOT NULL,
	"update" "bytea" NOT NULL,
	"member_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"quarantined" boolean NOT NULL,
	CONSTRAINT "document_updates_document_id_generation_seq_pk" PRIMARY KEY("document_id","generation","seq")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"partnership_id" text NOT NULL,
	"group_id" text,
	"reference" text NOT NULL,
	"template" text NOT NULL,
	"title" text NOT NULL,
	"need" text NOT NULL,
	"need_source" text NOT NULL,
	"visibility" text NOT NULL,
	"phase" text NOT NULL,
	"stopped_reason" text,
	"generation" integer NOT NULL,
	"terms_open" text NOT NULL,
	"terms_fixed" text NOT NULL,
	"terms_fixed_why" text NOT NULL,
	"terms_money" text NOT NULL,
	"terms_who_decides" text NOT NULL,
	"terms_by_when" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "open_forms" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"generation" integer NOT NULL,
	"state" "bytea" NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rescued_words" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"member_id" text NOT NULL,
	"section_id" text,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"settled" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"sections" jsonb NOT NULL,
	"fingerprint" text NOT NULL,
	"terms" text NOT NULL,
	"writers" integer NOT NULL,
	"frozen_by" text NOT NULL,
	"frozen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "writings" (
	"document_id" text NOT NULL,
	"generation" integer NOT NULL,
	"client" bigint NOT NULL,
	"clock" integer NOT NULL,
	"length" integer NOT NULL,
	"member_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "writings_document_id_generation_client_clock_pk" PRIMARY KEY("document_id","generation","client","clock")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partnerships" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"run_by" text NOT NULL,
	"open" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reference_numbers" (
	"partnership_id" text NOT NULL,
	"series" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "reference_numbers_partnership_id_series_pk" PRIMARY KEY("partnership_id","series")
);
--> statement-breakpoint
CREATE TABLE "voices" (
	"id" text PRIMARY KEY NOT NULL,
	"partnership_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"plural" text NOT NULL,
	"shape" integer NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" text PRIMARY KEY NOT NULL,
	"partnership_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "join_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"partnership_id" text NOT NULL,
	"kind" text NOT NULL,
	"code_hash" text NOT NULL,
	"member_id" text,
	"name" text NOT NULL,
	"email" text,
	"voice_id" text,
	"group_id" text,
	"state" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" text PRIMARY KEY NOT NULL,
	"partnership_id" text NOT NULL,
	"person_id" text NOT NULL,
	"voice_id" text NOT NULL,
	"role" text NOT NULL,
	"access_needs" text,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"contact" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"erased_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"group_id" text NOT NULL,
	"member_id" text NOT NULL,
	"votes" boolean NOT NULL,
	"office" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "seats_group_id_member_id_pk" PRIMARY KEY("group_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" text NOT NULL,
	"device" text NOT NULL,
	"shared_device" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"link_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"wrong_codes" integer NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "record" (
	"partnership_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_id" text,
	"details" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "record_partnership_id_number_pk" PRIMARY KEY("partnership_id","number")
);
--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_lead_member_id_members_id_fk" FOREIGN KEY ("lead_member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_citizen_partner_id_members_id_fk" FOREIGN KEY ("citizen_partner_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_created_by_members_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict_givers" ADD CONSTRAINT "verdict_givers_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict_givers" ADD CONSTRAINT "verdict_givers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_opened_by_members_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disagreement_notes" ADD CONSTRAINT "disagreement_notes_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disagreement_notes" ADD CONSTRAINT "disagreement_notes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "electors" ADD CONSTRAINT "electors_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "electors" ADD CONSTRAINT "electors_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_states" ADD CONSTRAINT "document_states_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_created_by_members_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_forms" ADD CONSTRAINT "open_forms_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rescued_words" ADD CONSTRAINT "rescued_words_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rescued_words" ADD CONSTRAINT "rescued_words_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_frozen_by_members_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "writings" ADD CONSTRAINT "writings_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "writings" ADD CONSTRAINT "writings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_numbers" ADD CONSTRAINT "reference_numbers_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voices" ADD CONSTRAINT "voices_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_codes" ADD CONSTRAINT "join_codes_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_codes" ADD CONSTRAINT "join_codes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_codes" ADD CONSTRAINT "join_codes_voice_id_voices_id_fk" FOREIGN KEY ("voice_id") REFERENCES "public"."voices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_voice_id_voices_id_fk" FOREIGN KEY ("voice_id") REFERENCES "public"."voices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record" ADD CONSTRAINT "record_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "actions_reference" ON "actions" USING btree ("partnership_id","reference");--> statement-breakpoint
CREATE INDEX "actions_decision" ON "actions" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "updates_action" ON "updates" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "verdicts_action" ON "verdicts" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "ballots_decision" ON "ballots" USING btree ("decision_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ballots_receipt" ON "ballots" USING btree ("receipt_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_reference" ON "decisions" USING btree ("partnership_id","reference");--> statement-breakpoint
CREATE INDEX "decisions_version" ON "decisions" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "decisions_due" ON "decisions" USING btree ("state","closes_at");--> statement-breakpoint
CREATE INDEX "disagreement_notes_decision" ON "disagreement_notes" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "electors_member" ON "electors" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_reference" ON "documents" USING btree ("partnership_id","reference");--> statement-breakpoint
CREATE INDEX "documents_group" ON "documents" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "open_forms_document" ON "open_forms" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "rescued_words_writer" ON "rescued_words" USING btree ("document_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "versions_number" ON "versions" USING btree ("document_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "partnerships_slug" ON "partnerships" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "voices_kind" ON "voices" USING btree ("partnership_id","kind");--> statement-breakpoint
CREATE INDEX "groups_partnership" ON "groups" USING btree ("partnership_id");--> statement-breakpoint
CREATE UNIQUE INDEX "join_codes_code" ON "join_codes" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "join_codes_partnership" ON "join_codes" USING btree ("partnership_id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_person" ON "members" USING btree ("partnership_id","person_id");--> statement-breakpoint
CREATE INDEX "members_of_person" ON "members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "persons_email" ON "persons" USING btree ("email");--> statement-breakpoint
CREATE INDEX "seats_member" ON "seats" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_ins_link" ON "sign_ins" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "sign_ins_email" ON "sign_ins" USING btree ("email","asked_at");--> statement-breakpoint
CREATE INDEX "record_subject" ON "record" USING btree ("subject_id");