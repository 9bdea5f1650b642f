CREATE TABLE `meeting_name_removals` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`reason` text NOT NULL,
	`places` integer NOT NULL,
	`removed_by` text NOT NULL,
	`removed_at` integer NOT NULL,
	`forgotten_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_name_removals_meeting` ON `meeting_name_removals` (`meeting_id`);--> statement-breakpoint
ALTER TABLE `meetings` ADD `moves` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `last_meeting_id` text;