CREATE TABLE `withdrawal_letters` (
	`decision_id` text NOT NULL,
	`option` text NOT NULL,
	`member_id` text NOT NULL,
	`tries` integer NOT NULL,
	`tried_at` integer,
	PRIMARY KEY(`decision_id`, `option`, `member_id`),
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ended_clients` (
	`document_id` text NOT NULL,
	`client` integer NOT NULL,
	PRIMARY KEY(`document_id`, `client`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting_attendance` (
	`meeting_id` text NOT NULL,
	`member_id` text NOT NULL,
	`here` text NOT NULL,
	`joined` text NOT NULL,
	`late` integer NOT NULL,
	`left` integer NOT NULL,
	`substitute` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `member_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting_interests` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`member_id` text NOT NULL,
	`interest` text NOT NULL,
	`dispensation` text NOT NULL,
	`declared_by` text NOT NULL,
	`declared_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	FOREIGN KEY (`item_id`) REFERENCES `meeting_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`declared_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_interests_item` ON `meeting_interests` (`item_id`);--> statement-breakpoint
CREATE TABLE `meeting_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`version_id` text,
	`presenter` text NOT NULL,
	`private_reason` text,
	`added_at` integer NOT NULL,
	`late_reason` text,
	`taken_off_at` integer,
	`taken_off_reason` text,
	`decision_id` text,
	`noted` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_items_meeting` ON `meeting_items` (`meeting_id`,`position`);--> statement-breakpoint
CREATE INDEX `meeting_items_version` ON `meeting_items` (`version_id`);--> statement-breakpoint
CREATE INDEX `meeting_items_decision` ON `meeting_items` (`decision_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`group_id` text NOT NULL,
	`reference` text NOT NULL,
	`starts_at` integer NOT NULL,
	`place` text NOT NULL,
	`drawn_up_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`published_by` text,
	`short_notice_reason` text,
	`called_off_at` integer,
	`called_off_reason` text,
	`presider_id` text,
	`clerk_id` text,
	`approved_at` integer,
	`approved_by` text,
	`approved_on` text,
	`kept_body` text,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drawn_up_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`presider_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`clerk_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_reference` ON `meetings` (`partnership_id`,`reference`);--> statement-breakpoint
CREATE INDEX `meetings_group` ON `meetings` (`group_id`,`starts_at`);--> statement-breakpoint
ALTER TABLE `document_states` ADD `digest` text;--> statement-breakpoint
ALTER TABLE `persons` ADD `no_vote_letters` integer DEFAULT false NOT NULL;