CREATE TABLE `backup_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`note` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	CONSTRAINT "backup_events_action" CHECK("backup_events"."action" IN ('backedUp', 'backupFailed', 'backupDownloaded', 'restored', 'leftoversRemoved'))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `backup_events_no_update` BEFORE UPDATE ON `backup_events`
BEGIN
	SELECT RAISE(ABORT, 'backup_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `backup_events_no_delete` BEFORE DELETE ON `backup_events`
BEGIN
	SELECT RAISE(ABORT, 'backup_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `backup_events_no_replace` BEFORE INSERT ON `backup_events`
WHEN EXISTS (SELECT 1 FROM `backup_events` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'backup_events is append-only: UNIQUE constraint failed');
END;
