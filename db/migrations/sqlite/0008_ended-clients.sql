CREATE TABLE `ended_clients` (
	`document_id` text NOT NULL,
	`client` integer NOT NULL,
	PRIMARY KEY(`document_id`, `client`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
