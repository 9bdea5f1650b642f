CREATE TABLE `kept_names` (
	`member_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kept_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `name_removals` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`reason` text NOT NULL,
	`places` integer NOT NULL,
	`removed_by` text NOT NULL,
	`removed_at` integer NOT NULL,
	`forgotten_at` integer,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `name_removals_decision` ON `name_removals` (`decision_id`);--> statement-breakpoint
CREATE TABLE `document_turns` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`turn` text NOT NULL,
	`version_id` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_turns_document` ON `document_turns` (`document_id`);--> statement-breakpoint
ALTER TABLE `body_rules` ADD `since` text;