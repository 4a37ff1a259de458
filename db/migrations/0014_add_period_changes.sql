CREATE TABLE `reporting_period_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`revision` integer NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`due_on` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`period`) REFERENCES `reporting_periods`(`period`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reporting_period_changes_revision" CHECK("reporting_period_changes"."revision" >= 1),
	CONSTRAINT "reporting_period_changes_days" CHECK("reporting_period_changes"."from_day" <= "reporting_period_changes"."to_day" AND "reporting_period_changes"."to_day" <= "reporting_period_changes"."due_on"),
	CONSTRAINT "reporting_period_changes_reason" CHECK("reporting_period_changes"."reason" <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reporting_period_changes_revisions` ON `reporting_period_changes` (`period`,`revision`);
--> statement-breakpoint
CREATE TRIGGER `reporting_period_changes_no_update` BEFORE UPDATE ON `reporting_period_changes`
BEGIN
	SELECT RAISE(ABORT, 'reporting_period_changes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `reporting_period_changes_no_delete` BEFORE DELETE ON `reporting_period_changes`
BEGIN
	SELECT RAISE(ABORT, 'reporting_period_changes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `reporting_period_changes_no_replace` BEFORE INSERT ON `reporting_period_changes`
WHEN EXISTS (SELECT 1 FROM `reporting_period_changes` WHERE `id` = NEW.`id` OR (`period` = NEW.`period` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'reporting_period_changes is append-only: UNIQUE constraint failed');
END;
