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
ALTER TABLE `document_states` ADD `digest` text;--> statement-breakpoint
ALTER TABLE `persons` ADD `no_vote_letters` integer DEFAULT false NOT NULL;