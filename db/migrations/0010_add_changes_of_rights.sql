-- A CHECK cannot be changed in place: the log moves, row by row as it is, into a table with the longer list. Each line
-- belongs to the unit that the account has, as until now none could move.
CREATE TABLE `__new_account_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`action` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`unit_code` text,
	`subject` text,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_events_action" CHECK("action" IN ('created', 'passwordChanged', 'passwordReset', 'disabled', 'enabled', 'rightsChanged', 'signedIn', 'signedInByProvider', 'refusedByProvider', 'locked'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_account_events`("id", "username", "action", "by", "at", "unit_code") SELECT e."id", e."username", e."action", e."by", e."at", a."unit_code" FROM `account_events` AS e LEFT JOIN `accounts` AS a ON a."username" = e."username";
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
