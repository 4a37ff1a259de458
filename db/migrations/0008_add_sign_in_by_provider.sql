-- A CHECK cannot be changed in place: the log moves, row by row as it is, into a table with the longer list.
CREATE TABLE `__new_account_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`action` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	CONSTRAINT "account_events_action" CHECK("action" IN ('created', 'passwordChanged', 'passwordReset', 'disabled', 'enabled', 'signedIn', 'signedInByProvider', 'refusedByProvider', 'locked'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_account_events`("id", "username", "action", "by", "at") SELECT "id", "username", "action", "by", "at" FROM `account_events`;
--> statement-breakpoint
DROP TABLE `account_events`;
--> statement-breakpoint
ALTER TABLE `__new_account_events` RENAME TO `account_events`;
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
ALTER TABLE `sessions` ADD `method` text DEFAULT 'password' NOT NULL CONSTRAINT "sessions_method" CHECK("method" IN ('password', 'provider'));
