CREATE TABLE `digests` (
	`id` integer PRIMARY KEY NOT NULL,
	`account_id` integer NOT NULL,
	`day` text NOT NULL,
	`email` text NOT NULL,
	`failure` text,
	`sent_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `digests_of_a_day` ON `digests` (`account_id`,`day`);--> statement-breakpoint
CREATE TABLE `reminder_runs` (
	`day` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `reminder_settings` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`email` text,
	`by_email` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reminder_settings_by_email" CHECK("reminder_settings"."by_email" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE `target_proposal_decisions` (
	`proposal_id` integer PRIMARY KEY NOT NULL,
	`change_id` integer,
	`reason` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `target_proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `plan_changes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "target_proposal_decisions_reason" CHECK("target_proposal_decisions"."change_id" IS NOT NULL OR ifnull("target_proposal_decisions"."reason", '') <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `target_proposals` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`year` integer NOT NULL,
	`indicator_number` integer NOT NULL,
	`milestone` integer NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_number`) REFERENCES `indicators`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "target_proposals_year" CHECK("target_proposals"."year" BETWEEN 2025 AND 2050),
	CONSTRAINT "target_proposals_milestone" CHECK("target_proposals"."milestone" BETWEEN 2025 AND 2050),
	CONSTRAINT "target_proposals_reason" CHECK("target_proposals"."reason" <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `target_proposals_of_a_review` ON `target_proposals` (`unit_code`,`year`);
--> statement-breakpoint
CREATE TRIGGER `target_proposals_no_update` BEFORE UPDATE ON `target_proposals`
BEGIN
	SELECT RAISE(ABORT, 'target_proposals is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `target_proposals_no_delete` BEFORE DELETE ON `target_proposals`
BEGIN
	SELECT RAISE(ABORT, 'target_proposals is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `target_proposals_no_replace` BEFORE INSERT ON `target_proposals`
WHEN EXISTS (SELECT 1 FROM `target_proposals` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'target_proposals is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `target_proposal_decisions_no_update` BEFORE UPDATE ON `target_proposal_decisions`
BEGIN
	SELECT RAISE(ABORT, 'target_proposal_decisions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `target_proposal_decisions_no_delete` BEFORE DELETE ON `target_proposal_decisions`
BEGIN
	SELECT RAISE(ABORT, 'target_proposal_decisions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `target_proposal_decisions_no_replace` BEFORE INSERT ON `target_proposal_decisions`
WHEN EXISTS (SELECT 1 FROM `target_proposal_decisions` WHERE `proposal_id` = NEW.`proposal_id`)
BEGIN
	SELECT RAISE(ABORT, 'target_proposal_decisions is append-only: UNIQUE constraint failed');
END;