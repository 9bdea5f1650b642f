ALTER TABLE `decisions` ADD `shortlist` text;--> statement-breakpoint
ALTER TABLE `decisions` ADD `withdrawn` text;