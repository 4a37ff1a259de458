CREATE TABLE `plan_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`effective_from` text NOT NULL,
	`document_id` text NOT NULL,
	`adopts` integer NOT NULL,
	`reason` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`effective_from`) REFERENCES `reporting_periods`(`period`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_changes_effective_from" CHECK("plan_changes"."effective_from" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "plan_changes_adopts" CHECK("plan_changes"."adopts" IN (0, 1)),
	CONSTRAINT "plan_changes_reason" CHECK("plan_changes"."reason" <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_changes_of_a_unit` ON `plan_changes` (`unit_code`);--> statement-breakpoint
CREATE TABLE `withdrawn_indicators` (
	`indicator_number` integer PRIMARY KEY NOT NULL,
	`change_id` integer NOT NULL,
	FOREIGN KEY (`indicator_number`) REFERENCES `indicators`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `plan_changes`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
DROP INDEX `assignments_of_a_day`;--> statement-breakpoint
ALTER TABLE `assignments` ADD `change_id` integer REFERENCES plan_changes(id);--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_of_a_change` ON `assignments` (`change_id`,`indicator_number`);--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_of_a_day` ON `assignments` (`unit_code`,`indicator_number`,`effective_from`) WHERE "assignments"."change_id" IS NULL;--> statement-breakpoint
DROP INDEX `targets_of_a_day`;--> statement-breakpoint
ALTER TABLE `targets` ADD `change_id` integer REFERENCES plan_changes(id);--> statement-breakpoint
CREATE UNIQUE INDEX `targets_of_a_change` ON `targets` (`change_id`,`indicator_number`,`milestone`);--> statement-breakpoint
CREATE UNIQUE INDEX `targets_of_a_day` ON `targets` (`unit_code`,`indicator_number`,`milestone`,`effective_from`) WHERE "targets"."change_id" IS NULL;--> statement-breakpoint
ALTER TABLE `indicators` ADD `change_id` integer REFERENCES plan_changes(id);
--> statement-breakpoint
CREATE TRIGGER `plan_changes_no_update` BEFORE UPDATE ON `plan_changes`
BEGIN
	SELECT RAISE(ABORT, 'plan_changes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `plan_changes_no_delete` BEFORE DELETE ON `plan_changes`
BEGIN
	SELECT RAISE(ABORT, 'plan_changes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `plan_changes_no_replace` BEFORE INSERT ON `plan_changes`
WHEN EXISTS (SELECT 1 FROM `plan_changes` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'plan_changes is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `withdrawn_indicators_no_update` BEFORE UPDATE ON `withdrawn_indicators`
BEGIN
	SELECT RAISE(ABORT, 'withdrawn_indicators is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `withdrawn_indicators_no_delete` BEFORE DELETE ON `withdrawn_indicators`
BEGIN
	SELECT RAISE(ABORT, 'withdrawn_indicators is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `withdrawn_indicators_no_replace` BEFORE INSERT ON `withdrawn_indicators`
WHEN EXISTS (SELECT 1 FROM `withdrawn_indicators` WHERE `indicator_number` = NEW.`indicator_number`)
BEGIN
	SELECT RAISE(ABORT, 'withdrawn_indicators is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
DROP TRIGGER `targets_no_replace`;
--> statement-breakpoint
CREATE TRIGGER `targets_no_replace` BEFORE INSERT ON `targets`
WHEN EXISTS (SELECT 1 FROM `targets` WHERE `id` = NEW.`id` OR (NEW.`change_id` IS NULL AND `change_id` IS NULL AND `unit_code` = NEW.`unit_code` AND `indicator_number` = NEW.`indicator_number` AND `milestone` = NEW.`milestone` AND `effective_from` = NEW.`effective_from`) OR (`change_id` = NEW.`change_id` AND `indicator_number` = NEW.`indicator_number` AND `milestone` = NEW.`milestone`) OR `statement` = NEW.`statement`)
BEGIN
	SELECT RAISE(ABORT, 'targets is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
DROP TRIGGER `assignments_no_replace`;
--> statement-breakpoint
CREATE TRIGGER `assignments_no_replace` BEFORE INSERT ON `assignments`
WHEN EXISTS (SELECT 1 FROM `assignments` WHERE `id` = NEW.`id` OR (NEW.`change_id` IS NULL AND `change_id` IS NULL AND `unit_code` = NEW.`unit_code` AND `indicator_number` = NEW.`indicator_number` AND `effective_from` = NEW.`effective_from`) OR (`change_id` = NEW.`change_id` AND `indicator_number` = NEW.`indicator_number`))
BEGIN
	SELECT RAISE(ABORT, 'assignments is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `own_indicators_no_update` BEFORE UPDATE ON `indicators`
WHEN OLD.`change_id` IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'an indicator of a unit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `own_indicators_no_delete` BEFORE DELETE ON `indicators`
WHEN OLD.`change_id` IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'an indicator of a unit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `own_indicators_no_replace` BEFORE INSERT ON `indicators`
WHEN EXISTS (SELECT 1 FROM `indicators` WHERE `number` = NEW.`number` AND (`change_id` IS NOT NULL OR NEW.`change_id` IS NOT NULL))
BEGIN
	SELECT RAISE(ABORT, 'an indicator of a unit is append-only: UNIQUE constraint failed');
END;