CREATE TABLE `account_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`action` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	CONSTRAINT "account_events_action" CHECK("account_events"."action" IN ('created', 'passwordChanged', 'passwordReset', 'disabled', 'enabled', 'signedIn'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `submission_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`period` text NOT NULL,
	`action` text NOT NULL,
	`reason` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period`) REFERENCES `reporting_periods`(`period`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submission_events_period" CHECK("submission_events"."period" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "submission_events_action" CHECK("submission_events"."action" IN ('submit', 'approve', 'return', 'reopen', 'lock')),
	CONSTRAINT "submission_events_reason" CHECK("submission_events"."reason" IS NOT NULL OR "submission_events"."action" <> 'return')
) STRICT;
--> statement-breakpoint
CREATE INDEX `submission_events_of_a_quarter` ON `submission_events` (`unit_code`,`period`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `disabled_at` text;
--> statement-breakpoint
CREATE TRIGGER `account_events_no_update` BEFORE UPDATE ON `account_events`
BEGIN
	SELECT RAISE(ABORT, 'account_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `account_events_no_delete` BEFORE DELETE ON `account_events`
BEGIN
	SELECT RAISE(ABORT, 'account_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `account_events_no_replace` BEFORE INSERT ON `account_events`
WHEN EXISTS (SELECT 1 FROM `account_events` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'account_events is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `submission_events_no_update` BEFORE UPDATE ON `submission_events`
BEGIN
	SELECT RAISE(ABORT, 'submission_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `submission_events_no_delete` BEFORE DELETE ON `submission_events`
BEGIN
	SELECT RAISE(ABORT, 'submission_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `submission_events_no_replace` BEFORE INSERT ON `submission_events`
WHEN EXISTS (SELECT 1 FROM `submission_events` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'submission_events is append-only: UNIQUE constraint failed');
END;
