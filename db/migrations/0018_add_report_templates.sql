CREATE TABLE `report_templates` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`revision` integer NOT NULL,
	`name` text,
	`document` blob,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_templates_revision" CHECK("report_templates"."revision" >= 1),
	CONSTRAINT "report_templates_document" CHECK(("report_templates"."document" IS NULL) = ("report_templates"."name" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `report_templates_revisions` ON `report_templates` (`unit_code`,`revision`);--> statement-breakpoint
CREATE TABLE `__new_report_sections` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`period` text NOT NULL,
	`section` text NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_sections_period" CHECK("__new_report_sections"."period" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]' OR "__new_report_sections"."period" GLOB '[0-9][0-9][0-9][0-9]-H[12]' OR "__new_report_sections"."period" GLOB '[0-9][0-9][0-9][0-9]-M[01][0-9]' OR "__new_report_sections"."period" GLOB '[0-9][0-9][0-9][0-9]-9M' OR "__new_report_sections"."period" GLOB '[0-9][0-9][0-9][0-9]-Y'),
	CONSTRAINT "report_sections_section" CHECK("__new_report_sections"."section" IN ('direction', 'difficulties', 'plan', 'requests')),
	CONSTRAINT "report_sections_revision" CHECK("__new_report_sections"."revision" >= 1)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_report_sections`("id", "unit_code", "period", "section", "revision", "text", "by", "at") SELECT "id", "unit_code", "period", "section", "revision", "text", "by", "at" FROM `report_sections`;--> statement-breakpoint
DROP TABLE `report_sections`;--> statement-breakpoint
ALTER TABLE `__new_report_sections` RENAME TO `report_sections`;--> statement-breakpoint
CREATE UNIQUE INDEX `report_sections_revisions` ON `report_sections` (`unit_code`,`period`,`section`,`revision`);--> statement-breakpoint
CREATE TABLE `__new_reports` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`period` text NOT NULL,
	`is_draft` integer NOT NULL,
	`code` text NOT NULL,
	`template_id` integer,
	`addressee` integer NOT NULL,
	`content` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template_id`) REFERENCES `report_templates`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reports_period" CHECK("__new_reports"."period" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]' OR "__new_reports"."period" GLOB '[0-9][0-9][0-9][0-9]-H[12]' OR "__new_reports"."period" GLOB '[0-9][0-9][0-9][0-9]-M[01][0-9]' OR "__new_reports"."period" GLOB '[0-9][0-9][0-9][0-9]-9M' OR "__new_reports"."period" GLOB '[0-9][0-9][0-9][0-9]-Y'),
	CONSTRAINT "reports_is_draft" CHECK("__new_reports"."is_draft" IN (0, 1)),
	CONSTRAINT "reports_content" CHECK(json_valid("__new_reports"."content"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_reports`("id", "unit_code", "period", "is_draft", "code", "template_id", "addressee", "content", "by", "at") SELECT "id", "unit_code", "period", "is_draft", upper(hex(randomblob(6))), NULL, 1, "content", "by", "at" FROM `reports`;--> statement-breakpoint
DROP TABLE `reports`;--> statement-breakpoint
ALTER TABLE `__new_reports` RENAME TO `reports`;--> statement-breakpoint
CREATE UNIQUE INDEX `reports_code` ON `reports` (`code`);--> statement-breakpoint
CREATE INDEX `reports_of_a_period` ON `reports` (`unit_code`,`period`);--> statement-breakpoint
CREATE TABLE `__new_report_settings` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`kind` text NOT NULL,
	`addressee` integer NOT NULL,
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
	CONSTRAINT "report_settings_kind" CHECK("__new_report_settings"."kind" IN ('month', 'quarter', 'half', 'nine', 'year')),
	CONSTRAINT "report_settings_addressee" CHECK("__new_report_settings"."addressee" BETWEEN 1 AND 6),
	CONSTRAINT "report_settings_revision" CHECK("__new_report_settings"."revision" >= 1)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_report_settings`("id", "unit_code", "kind", "addressee", "revision", "place_name", "superior", "issuer", "symbol", "basis", "addressees", "authority", "signer_title", "signer_name", "recipients", "by", "at") SELECT "id", "unit_code", 'quarter', 1, "revision", "place_name", "superior", "issuer", "symbol", "basis", "addressees", "authority", "signer_title", "signer_name", "recipients", "by", "at" FROM `report_settings`;--> statement-breakpoint
DROP TABLE `report_settings`;--> statement-breakpoint
ALTER TABLE `__new_report_settings` RENAME TO `report_settings`;--> statement-breakpoint
CREATE UNIQUE INDEX `report_settings_revisions` ON `report_settings` (`unit_code`,`kind`,`addressee`,`revision`);
--> statement-breakpoint
CREATE TRIGGER `report_templates_no_update` BEFORE UPDATE ON `report_templates`
BEGIN
	SELECT RAISE(ABORT, 'report_templates is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `report_templates_no_delete` BEFORE DELETE ON `report_templates`
BEGIN
	SELECT RAISE(ABORT, 'report_templates is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `report_templates_no_replace` BEFORE INSERT ON `report_templates`
WHEN EXISTS (SELECT 1 FROM `report_templates` WHERE `id` = NEW.`id` OR (`unit_code` = NEW.`unit_code` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'report_templates is append-only: UNIQUE constraint failed');
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
WHEN EXISTS (SELECT 1 FROM `report_settings` WHERE `id` = NEW.`id` OR (`unit_code` = NEW.`unit_code` AND `kind` = NEW.`kind` AND `addressee` = NEW.`addressee` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'report_settings is append-only: UNIQUE constraint failed');
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
WHEN EXISTS (SELECT 1 FROM `reports` WHERE `id` = NEW.`id` OR `code` = NEW.`code`)
BEGIN
	SELECT RAISE(ABORT, 'reports is append-only: UNIQUE constraint failed');
END;
