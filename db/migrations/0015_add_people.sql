-- A CHECK cannot be changed in place: the log moves, row by row as it is, into a table with the longer list.
CREATE TABLE `__new_account_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`action` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`unit_code` text,
	`subject` text,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_events_action" CHECK("action" IN ('created', 'passwordChanged', 'passwordReset', 'disabled', 'enabled', 'rightsChanged', 'nameChanged', 'secondFactorSet', 'secondFactorRemoved', 'recoveryCodeUsed', 'sessionsEnded', 'signedIn', 'signedInByProvider', 'refusedByProvider', 'locked'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_account_events`("id", "username", "action", "by", "at", "unit_code", "subject") SELECT "id", "username", "action", "by", "at", "unit_code", "subject" FROM `account_events`;
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
ALTER TABLE `accounts` ADD `full_name` text CONSTRAINT "accounts_full_name" CHECK("full_name" <> '');
--> statement-breakpoint
ALTER TABLE `accounts` ADD `position` text CONSTRAINT "accounts_position" CHECK("position" <> '');
--> statement-breakpoint
-- Who is signed in stays so, as if the session had been used just now.
CREATE TABLE `__new_sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`method` text DEFAULT 'password' NOT NULL,
	`last_used_at` text NOT NULL,
	`on_shared_device` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_on_shared_device" CHECK("on_shared_device" IN (0, 1)),
	CONSTRAINT "sessions_method" CHECK("method" IN ('password', 'provider'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_sessions`("token_hash", "account_id", "created_at", "expires_at", "method", "last_used_at", "on_shared_device") SELECT "token_hash", "account_id", "created_at", "expires_at", "method", strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 0 FROM `sessions`;
--> statement-breakpoint
DROP TABLE `sessions`;
--> statement-breakpoint
ALTER TABLE `__new_sessions` RENAME TO `sessions`;
--> statement-breakpoint
CREATE INDEX `sessions_of_an_account` ON `sessions` (`account_id`);
--> statement-breakpoint
CREATE TABLE `second_factors` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`confirmed_at` text,
	`last_step` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`account_id` integer NOT NULL,
	`code_hash` text NOT NULL,
	PRIMARY KEY(`account_id`, `code_hash`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `evidence_withdrawals` (
	`evidence_id` integer PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_withdrawals_reason" CHECK("reason" <> '')
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `evidence_withdrawals_no_update` BEFORE UPDATE ON `evidence_withdrawals`
BEGIN
	SELECT RAISE(ABORT, 'evidence_withdrawals is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_withdrawals_no_delete` BEFORE DELETE ON `evidence_withdrawals`
BEGIN
	SELECT RAISE(ABORT, 'evidence_withdrawals is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_withdrawals_no_replace` BEFORE INSERT ON `evidence_withdrawals`
WHEN EXISTS (SELECT 1 FROM `evidence_withdrawals` WHERE `evidence_id` = NEW.`evidence_id`)
BEGIN
	SELECT RAISE(ABORT, 'evidence_withdrawals is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TABLE `evidence_erasures` (
	`evidence_id` integer PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_withdrawals`(`evidence_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `evidence_erasures_no_update` BEFORE UPDATE ON `evidence_erasures`
BEGIN
	SELECT RAISE(ABORT, 'evidence_erasures is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_erasures_no_delete` BEFORE DELETE ON `evidence_erasures`
BEGIN
	SELECT RAISE(ABORT, 'evidence_erasures is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `evidence_erasures_no_replace` BEFORE INSERT ON `evidence_erasures`
WHEN EXISTS (SELECT 1 FROM `evidence_erasures` WHERE `evidence_id` = NEW.`evidence_id`)
BEGIN
	SELECT RAISE(ABORT, 'evidence_erasures is append-only: UNIQUE constraint failed');
END;
