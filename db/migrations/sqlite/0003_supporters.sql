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