ALTER TABLE `erasures` ADD `stood` text;--> statement-breakpoint
ALTER TABLE `erasures` ADD `rebuilt_at` integer;