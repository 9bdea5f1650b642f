ALTER TABLE `meetings` ADD `moves` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `last_meeting_id` text;