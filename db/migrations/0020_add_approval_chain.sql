CREATE TABLE `approval_links` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`content` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "approval_links_number" CHECK("approval_links"."sequence" >= 1),
	CONSTRAINT "approval_links_hash" CHECK(length("approval_links"."hash") = 64 AND "approval_links"."hash" NOT GLOB '*[^0-9a-f]*'),
	CONSTRAINT "approval_links_content" CHECK(json_valid("approval_links"."content"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `approval_links_sequence` ON `approval_links` (`unit_code`,`sequence`);
--> statement-breakpoint
CREATE TRIGGER `approval_links_no_update` BEFORE UPDATE ON `approval_links`
BEGIN
	SELECT RAISE(ABORT, 'approval_links is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `approval_links_no_delete` BEFORE DELETE ON `approval_links`
BEGIN
	SELECT RAISE(ABORT, 'approval_links is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `approval_links_no_replace` BEFORE INSERT ON `approval_links`
WHEN EXISTS (SELECT 1 FROM `approval_links` WHERE `id` = NEW.`id` OR (`unit_code` = NEW.`unit_code` AND `sequence` = NEW.`sequence`))
BEGIN
	SELECT RAISE(ABORT, 'approval_links is append-only: UNIQUE constraint failed');
END;
