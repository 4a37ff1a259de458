CREATE TABLE `boundary_files` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`content` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	CONSTRAINT "boundary_files_size" CHECK("boundary_files"."size" > 0),
	CONSTRAINT "boundary_files_content" CHECK(json_valid("boundary_files"."content"))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `boundary_files_no_update` BEFORE UPDATE ON `boundary_files`
BEGIN
	SELECT RAISE(ABORT, 'boundary_files is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `boundary_files_no_delete` BEFORE DELETE ON `boundary_files`
BEGIN
	SELECT RAISE(ABORT, 'boundary_files is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `boundary_files_no_replace` BEFORE INSERT ON `boundary_files`
WHEN EXISTS (SELECT 1 FROM `boundary_files` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'boundary_files is append-only: UNIQUE constraint failed');
END;
