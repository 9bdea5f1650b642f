CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`reference` text NOT NULL,
	`title` text NOT NULL,
	`accountable_body` text NOT NULL,
	`lead` text NOT NULL,
	`lead_member_id` text,
	`citizen_partner_id` text,
	`expected_difference` text NOT NULL,
	`first_due_on` text NOT NULL,
	`due_on` text NOT NULL,
	`status` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`citizen_partner_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `actions_reference` ON `actions` (`partnership_id`,`reference`);--> statement-breakpoint
CREATE INDEX `actions_decision` ON `actions` (`decision_id`);--> statement-breakpoint
CREATE TABLE `updates` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text NOT NULL,
	`member_id` text NOT NULL,
	`status` text NOT NULL,
	`words` text NOT NULL,
	`due_on` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `updates_action` ON `updates` (`action_id`);--> statement-breakpoint
CREATE TABLE `verdict_givers` (
	`action_id` text NOT NULL,
	`member_id` text NOT NULL,
	PRIMARY KEY(`action_id`, `member_id`),
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `verdicts` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text NOT NULL,
	`answer` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `verdicts_action` ON `verdicts` (`action_id`);--> statement-breakpoint
CREATE TABLE `ballots` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`member_id` text,
	`voice_id` text NOT NULL,
	`choice` text NOT NULL,
	`reason` text NOT NULL,
	`receipt_hash` text NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ballots_decision` ON `ballots` (`decision_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `ballots_receipt` ON `ballots` (`receipt_hash`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`group_id` text NOT NULL,
	`version_id` text NOT NULL,
	`reference` text NOT NULL,
	`kind` text NOT NULL,
	`method` text NOT NULL,
	`question` text NOT NULL,
	`rules` text NOT NULL,
	`seal` text NOT NULL,
	`state` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`closed_at` integer,
	`stopped_reason` text,
	`result` text,
	`outcome` text,
	`opened_by` text NOT NULL,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_reference` ON `decisions` (`partnership_id`,`reference`);--> statement-breakpoint
CREATE INDEX `decisions_version` ON `decisions` (`version_id`);--> statement-breakpoint
CREATE INDEX `decisions_due` ON `decisions` (`state`,`closes_at`);--> statement-breakpoint
CREATE TABLE `disagreement_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`member_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `disagreement_notes_decision` ON `disagreement_notes` (`decision_id`);--> statement-breakpoint
CREATE TABLE `electors` (
	`decision_id` text NOT NULL,
	`member_id` text NOT NULL,
	`voice_id` text NOT NULL,
	`has_voted` integer NOT NULL,
	`ballot_id` text,
	PRIMARY KEY(`decision_id`, `member_id`),
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `electors_member` ON `electors` (`member_id`);--> statement-breakpoint
CREATE TABLE `document_states` (
	`document_id` text NOT NULL,
	`generation` integer NOT NULL,
	`up_to` integer NOT NULL,
	`state` blob NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `generation`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `document_updates` (
	`document_id` text NOT NULL,
	`generation` integer NOT NULL,
	`seq` integer NOT NULL,
	`update` blob NOT NULL,
	`member_id` text,
	`at` integer NOT NULL,
	`quarantined` integer NOT NULL,
	PRIMARY KEY(`document_id`, `generation`, `seq`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`group_id` text,
	`reference` text NOT NULL,
	`template` text NOT NULL,
	`title` text NOT NULL,
	`need` text NOT NULL,
	`need_source` text NOT NULL,
	`visibility` text NOT NULL,
	`phase` text NOT NULL,
	`stopped_reason` text,
	`generation` integer NOT NULL,
	`terms_open` text NOT NULL,
	`terms_fixed` text NOT NULL,
	`terms_fixed_why` text NOT NULL,
	`terms_money` text NOT NULL,
	`terms_who_decides` text NOT NULL,
	`terms_by_when` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_reference` ON `documents` (`partnership_id`,`reference`);--> statement-breakpoint
CREATE INDEX `documents_group` ON `documents` (`group_id`);--> statement-breakpoint
CREATE TABLE `open_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`generation` integer NOT NULL,
	`state` blob NOT NULL,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `open_forms_document` ON `open_forms` (`document_id`);--> statement-breakpoint
CREATE TABLE `rescued_words` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`member_id` text NOT NULL,
	`section_id` text,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`settled` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rescued_words_writer` ON `rescued_words` (`document_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `versions` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`sections` text NOT NULL,
	`fingerprint` text NOT NULL,
	`terms` text NOT NULL,
	`writers` integer NOT NULL,
	`frozen_by` text NOT NULL,
	`frozen_at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`frozen_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_number` ON `versions` (`document_id`,`number`);--> statement-breakpoint
CREATE TABLE `writings` (
	`document_id` text NOT NULL,
	`generation` integer NOT NULL,
	`client` integer NOT NULL,
	`clock` integer NOT NULL,
	`length` integer NOT NULL,
	`member_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `generation`, `client`, `clock`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `installation` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `partnerships` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`purpose` text NOT NULL,
	`run_by` text NOT NULL,
	`open` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partnerships_slug` ON `partnerships` (`slug`);--> statement-breakpoint
CREATE TABLE `reference_numbers` (
	`partnership_id` text NOT NULL,
	`series` text NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`partnership_id`, `series`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `voices` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`plural` text NOT NULL,
	`shape` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `voices_kind` ON `voices` (`partnership_id`,`kind`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`purpose` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `groups_partnership` ON `groups` (`partnership_id`);--> statement-breakpoint
CREATE TABLE `join_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`kind` text NOT NULL,
	`code_hash` text NOT NULL,
	`member_id` text,
	`name` text NOT NULL,
	`email` text,
	`voice_id` text,
	`group_id` text,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`voice_id`) REFERENCES `voices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `join_codes_code` ON `join_codes` (`code_hash`);--> statement-breakpoint
CREATE INDEX `join_codes_partnership` ON `join_codes` (`partnership_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`person_id` text NOT NULL,
	`voice_id` text NOT NULL,
	`role` text NOT NULL,
	`access_needs` text,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`voice_id`) REFERENCES `voices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_person` ON `members` (`partnership_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `members_of_person` ON `members` (`person_id`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`contact` text,
	`created_at` integer NOT NULL,
	`erased_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_email` ON `persons` (`email`);--> statement-breakpoint
CREATE TABLE `seats` (
	`group_id` text NOT NULL,
	`member_id` text NOT NULL,
	`votes` integer NOT NULL,
	`office` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`group_id`, `member_id`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seats_member` ON `seats` (`member_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`device` text NOT NULL,
	`shared_device` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`link_hash` text NOT NULL,
	`code_hash` text NOT NULL,
	`wrong_codes` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ins_link` ON `sign_ins` (`link_hash`);--> statement-breakpoint
CREATE INDEX `sign_ins_email` ON `sign_ins` (`email`,`asked_at`);--> statement-breakpoint
CREATE TABLE `record` (
	`partnership_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor_id` text,
	`details` text NOT NULL,
	`at` integer NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`partnership_id`, `number`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `record_subject` ON `record` (`subject_id`);