CREATE TABLE `paper_readings` (
	`decision_id` text NOT NULL,
	`number` integer NOT NULL,
	`entered_by` text NOT NULL,
	`voice_id` text NOT NULL,
	`member_id` text,
	`answer` text,
	`reason` text NOT NULL,
	PRIMARY KEY(`decision_id`, `number`, `entered_by`),
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
