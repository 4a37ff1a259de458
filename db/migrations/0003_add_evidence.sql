CREATE TABLE `evidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`indicator_number` integer NOT NULL,
	`period` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_number`) REFERENCES `indicators`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period`) REFERENCES `reporting_periods`(`period`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_period" CHECK("evidence"."period" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "evidence_type" CHECK("evidence"."type" IN ('pdf', 'docx', 'xlsx', 'png', 'jpg')),
	CONSTRAINT "evidence_size" CHECK("evidence"."size" > 0),
	CONSTRAINT "evidence_sha256" CHECK(length("evidence"."sha256") = 64 AND "evidence"."sha256" NOT GLOB '*[^0-9a-f]*')
) STRICT;
--> statement-breakpoint
CREATE INDEX `evidence_of_a_figure` ON `evidence` (`unit_code`,`indicator_number`,`period`);
--> statement-breakpoint
CREATE TRIGGER `evidence_no_update` BEFORE UPDATE ON `evidence`
BEGIN
	SELECT RAISE(ABORT, 'evidence is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_no_delete` BEFORE DELETE ON `evidence`
BEGIN
	SELECT RAISE(ABORT, 'evidence is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_no_replace` BEFORE INSERT ON `evidence`
WHEN EXISTS (SELECT 1 FROM `evidence` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'evidence is append-only: UNIQUE constraint failed');
END;
