CREATE TABLE `erased_versions` (
	`erasure_id` text NOT NULL,
	`version_id` text NOT NULL,
	`places` integer NOT NULL,
	PRIMARY KEY(`erasure_id`, `version_id`),
	FOREIGN KEY (`erasure_id`) REFERENCES `erasures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `erasure_requests` (
	`document_id` text NOT NULL,
	`member_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `member_id`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`reason` text NOT NULL,
	`done_by` text NOT NULL,
	`begun_at` integer NOT NULL,
	`writer_id` text,
	`passages` text NOT NULL,
	`done_at` integer,
	`forgotten_at` integer,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`writer_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `erasures_document` ON `erasures` (`document_id`);