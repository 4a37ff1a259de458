CREATE TABLE `report_sections` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`period` text NOT NULL,
	`section` text NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_sections_period" CHECK("report_sections"."period" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]' OR "report_sections"."period" GLOB '[0-9][0-9][0-9][0-9]-H[12]' OR "report_sections"."period" GLOB '[0-9][0-9][0-9][0-9]-Y'),
	CONSTRAINT "report_sections_section" CHECK("report_sections"."section" IN ('direction', 'difficulties', 'plan', 'requests')),
	CONSTRAINT "report_sections_revision" CHECK("report_sections"."revision" >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `report_sections_revisions` ON `report_sections` (`unit_code`,`period`,`section`,`revision`);--> statement-breakpoint
CREATE TABLE `report_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`revision` integer NOT NULL,
	`place_name` text NOT NULL,
	`superior` text NOT NULL,
	`issuer` text NOT NULL,
	`symbol` text NOT NULL,
	`basis` text NOT NULL,
	`addressees` text NOT NULL,
	`authority` text NOT NULL,
	`signer_title` text NOT NULL,
	`signer_name` text NOT NULL,
	`recipients` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_settings_revision" CHECK("report_settings"."revision" >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `report_settings_revisions` ON `report_settings` (`unit_code`,`revision`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`period` text NOT NULL,
	`is_draft` integer NOT NULL,
	`content` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reports_period" CHECK("reports"."period" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]' OR "reports"."period" GLOB '[0-9][0-9][0-9][0-9]-H[12]' OR "reports"."period" GLOB '[0-9][0-9][0-9][0-9]-Y'),
	CONSTRAINT "reports_is_draft" CHECK("reports"."is_draft" IN (0, 1)),
	CONSTRAINT "reports_content" CHECK(json_valid("reports"."content"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `reports_of_a_period` ON `reports` (`unit_code`,`period`);
--> statement-breakpoint
CREATE TRIGGER `report_settings_no_update` BEFORE UPDATE ON `report_settings`
BEGIN
	SELECT RAISE(ABORT, 'report_settings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `report_settings_no_delete` BEFORE DELETE ON `report_settings`
BEGIN
	SELECT RAISE(ABORT, 'report_settings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `report_settings_no_replace` BEFORE INSERT ON `report_settings`
WHEN EXISTS (SELECT 1 FROM `report_settings` WHERE `id` = NEW.`id` OR (`unit_code` = NEW.`unit_code` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'report_settings is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `report_sections_no_update` BEFORE UPDATE ON `report_sections`
BEGIN
	SELECT RAISE(ABORT, 'report_sections is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `report_sections_no_delete` BEFORE DELETE ON `report_sections`
BEGIN
	SELECT RAISE(ABORT, 'report_sections is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `report_sections_no_replace` BEFORE INSERT ON `report_sections`
WHEN EXISTS (SELECT 1 FROM `report_sections` WHERE `id` = NEW.`id` OR (`unit_code` = NEW.`unit_code` AND `period` = NEW.`period` AND `section` = NEW.`section` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'report_sections is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `reports_no_update` BEFORE UPDATE ON `reports`
BEGIN
	SELECT RAISE(ABORT, 'reports is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `reports_no_delete` BEFORE DELETE ON `reports`
BEGIN
	SELECT RAISE(ABORT, 'reports is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `reports_no_replace` BEFORE INSERT ON `reports`
WHEN EXISTS (SELECT 1 FROM `reports` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'reports is append-only: UNIQUE constraint failed');
END;
