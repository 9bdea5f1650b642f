ALTER TABLE `ballots` ADD `answer` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- Until now every ballot was for, against or abstain, cast on a screen by the person themselves.
UPDATE `ballots` SET `answer` = json_object('choice', `choice`);--> statement-breakpoint
ALTER TABLE `decisions` ADD `options` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `decisions` ADD `tie_order` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `decisions` ADD `tie_seed` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `electors` ADD `came_by` text;--> statement-breakpoint
UPDATE `electors` SET `came_by` = 'screen' WHERE `has_voted` = 1;--> statement-breakpoint
ALTER TABLE `electors` ADD `helped_by` text REFERENCES members(id);