ALTER TABLE `verdicts` ADD `waiting` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `decisions` ADD `shortlist` text;--> statement-breakpoint
ALTER TABLE `decisions` ADD `withdrawn` text;