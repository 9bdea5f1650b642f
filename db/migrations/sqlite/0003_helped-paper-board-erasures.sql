CREATE TABLE `board_corrections` (
	`decision_id` text NOT NULL,
	`number` integer NOT NULL,
	`id` text NOT NULL,
	`reason` text NOT NULL,
	`before` text NOT NULL,
	`corrected_by` text NOT NULL,
	`corrected_at` integer NOT NULL,
	PRIMARY KEY(`decision_id`, `number`),
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`corrected_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `board_minutes` (
	`decision_id` text PRIMARY KEY NOT NULL,
	`minute` text NOT NULL,
	`corrections` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`approved_by` text,
	`approved_at` integer,
	`approved_on` text,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `body_rules` (
	`group_id` text PRIMARY KEY NOT NULL,
	`rules` text NOT NULL,
	`rights` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `erased_versions` (
	`erasure_id` text NOT NULL,
	`version_id` text NOT NULL,
	`places` integer NOT NULL,
	PRIMARY KEY(`erasure_id`, `version_id`),
	FOREIGN KEY (`erasure_id`) REFERENCES `erasures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `erasure_requests` (
	`document_id` text NOT NULL,
	`member_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `member_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`reason` text NOT NULL,
	`done_by` text NOT NULL,
	`begun_at` integer NOT NULL,
	`writer_id` text,
	`passages` text NOT NULL,
	`done_at` integer,
	`forgotten_at` integer,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`writer_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `erasures_document` ON `erasures` (`document_id`);--> statement-breakpoint
CREATE TABLE `paper_readings` (
	`decision_id` text NOT NULL,
	`number` integer NOT NULL,
	`entered_by` text NOT NULL,
	`voice_id` text NOT NULL,
	`member_id` text,
	`answer` text,
	`reason` text NOT NULL,
	PRIMARY KEY(`decision_id`, `number`, `entered_by`),
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `supporters` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`member_id` text NOT NULL,
	`supporter_id` text NOT NULL,
	`scope` text NOT NULL,
	`agreed_at` integer NOT NULL,
	`until` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supporter_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `supporters_member` ON `supporters` (`member_id`);--> statement-breakpoint
CREATE INDEX `supporters_supporter` ON `supporters` (`supporter_id`);--> statement-breakpoint
ALTER TABLE `electors` ADD `help` text;