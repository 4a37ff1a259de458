CREATE TABLE `administrative_units` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`province_code` text NOT NULL,
	`search_name` text NOT NULL,
	CONSTRAINT "administrative_units_code" CHECK("administrative_units"."code" GLOB '[0-9][0-9][0-9][0-9][0-9]'),
	CONSTRAINT "administrative_units_type" CHECK("administrative_units"."type" IN ('phường', 'xã', 'đặc khu'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `assignment_lead_bodies` (
	`assignment_id` integer NOT NULL,
	`lead_body_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`assignment_id`, `position`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_body_id`) REFERENCES `lead_bodies`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assignment_lead_bodies_once` ON `assignment_lead_bodies` (`assignment_id`,`lead_body_id`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`indicator_number` integer NOT NULL,
	`directing_leader` text NOT NULL,
	`responsible_officer` text NOT NULL,
	`lead_body` text NOT NULL,
	`leader_id` text NOT NULL,
	`effective_from` text NOT NULL,
	`document_id` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_number`) REFERENCES `indicators`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leader_id`) REFERENCES `leaders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`effective_from`) REFERENCES `reporting_periods`(`period`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_effective_from" CHECK("assignments"."effective_from" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_of_a_day` ON `assignments` (`unit_code`,`indicator_number`,`effective_from`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`kind` text NOT NULL,
	`number` text,
	`issued_on` text,
	`title` text NOT NULL,
	`note` text,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_kind" CHECK("documents"."kind" IN ('plan', 'report'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `former_units` (
	`unit_code` text NOT NULL,
	`name` text NOT NULL,
	`district` text NOT NULL,
	`search_name` text NOT NULL,
	PRIMARY KEY(`unit_code`, `name`, `district`),
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `indicator_groups` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `indicators` (
	`number` integer PRIMARY KEY NOT NULL,
	`group_code` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`unit_of_measure` text NOT NULL,
	`natural_maximum` integer,
	`direction` text NOT NULL,
	`frequency` text NOT NULL,
	`numerator` text,
	`denominator` text,
	`deliverable` text,
	FOREIGN KEY (`group_code`) REFERENCES `indicator_groups`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "indicators_direction" CHECK("indicators"."direction" IN ('increase', 'decrease')),
	CONSTRAINT "indicators_frequency" CHECK("indicators"."frequency" IN ('quarterly', 'yearly'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `lead_bodies` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `leaders` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`name` text NOT NULL,
	`position` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `measurement_states` (
	`id` integer PRIMARY KEY NOT NULL,
	`measurement_id` integer NOT NULL,
	`state` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`measurement_id`) REFERENCES `measurements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measurement_states_state" CHECK("measurement_states"."state" IN ('draft', 'submitted', 'returned', 'approved', 'unverified'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `measurement_states_of_a_measurement` ON `measurement_states` (`measurement_id`);--> statement-breakpoint
CREATE TABLE `measurements` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`indicator_number` integer NOT NULL,
	`period` text NOT NULL,
	`revision` integer NOT NULL,
	`value` integer,
	`numerator` text,
	`denominator` text,
	`comparator` text,
	`document_id` text,
	`source` text,
	`quotation` text,
	`note` text,
	`reason` text,
	`statement` text,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_number`) REFERENCES `indicators`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period`) REFERENCES `reporting_periods`(`period`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measurements_period" CHECK("measurements"."period" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "measurements_revision" CHECK("measurements"."revision" >= 1),
	CONSTRAINT "measurements_share" CHECK(("measurements"."numerator" IS NULL) = ("measurements"."denominator" IS NULL)),
	CONSTRAINT "measurements_numerator" CHECK("measurements"."numerator" GLOB '[0-9]*' AND "measurements"."numerator" NOT GLOB '*[^0-9.]*' AND "measurements"."numerator" NOT GLOB '*.*.*'),
	CONSTRAINT "measurements_denominator" CHECK("measurements"."denominator" GLOB '[0-9]*' AND "measurements"."denominator" NOT GLOB '*[^0-9.]*' AND "measurements"."denominator" NOT GLOB '*.*.*'),
	CONSTRAINT "measurements_value" CHECK("measurements"."denominator" IS NULL OR ("measurements"."value" IS NULL) = (CAST("measurements"."denominator" AS REAL) = 0)),
	CONSTRAINT "measurements_comparator" CHECK("measurements"."comparator" IN ('greaterThan'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `measurements_statement_unique` ON `measurements` (`statement`);--> statement-breakpoint
CREATE UNIQUE INDEX `measurements_revisions` ON `measurements` (`unit_code`,`indicator_number`,`period`,`revision`);--> statement-breakpoint
CREATE TABLE `plans` (
	`unit_code` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`is_reference` integer NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plans_is_reference" CHECK("plans"."is_reference" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plans_one_reference` ON `plans` (`is_reference`) WHERE "plans"."is_reference" = 1;--> statement-breakpoint
CREATE TABLE `reporting_periods` (
	`period` text PRIMARY KEY NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`due_on` text NOT NULL,
	CONSTRAINT "reporting_periods_period" CHECK("reporting_periods"."period" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "reporting_periods_days" CHECK("reporting_periods"."from_day" <= "reporting_periods"."to_day" AND "reporting_periods"."to_day" <= "reporting_periods"."due_on")
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `targets` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`indicator_number` integer NOT NULL,
	`milestone` integer NOT NULL,
	`text` text NOT NULL,
	`kind` text NOT NULL,
	`lower` integer,
	`upper` integer,
	`aspirational` integer NOT NULL,
	`effective_from` text NOT NULL,
	`document_id` text NOT NULL,
	`quotation` text,
	`note` text,
	`statement` text,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_number`) REFERENCES `indicators`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`effective_from`) REFERENCES `reporting_periods`(`period`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "targets_milestone" CHECK("targets"."milestone" BETWEEN 2025 AND 2050),
	CONSTRAINT "targets_kind" CHECK("targets"."kind" IN ('none', 'atLeast', 'reach', 'range', 'unread')),
	CONSTRAINT "targets_lower" CHECK(("targets"."lower" IS NULL) = ("targets"."kind" IN ('none', 'unread'))),
	CONSTRAINT "targets_upper" CHECK(("targets"."upper" IS NULL) = ("targets"."kind" <> 'range')),
	CONSTRAINT "targets_aspirational" CHECK("targets"."aspirational" IN (0, 1)),
	CONSTRAINT "targets_effective_from" CHECK("targets"."effective_from" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `targets_statement_unique` ON `targets` (`statement`);--> statement-breakpoint
CREATE UNIQUE INDEX `targets_of_a_day` ON `targets` (`unit_code`,`indicator_number`,`milestone`,`effective_from`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`unit_code` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`directing_leader` text NOT NULL,
	`responsible` text NOT NULL,
	`product` text NOT NULL,
	`schedule` text NOT NULL,
	`leader_id` text NOT NULL,
	PRIMARY KEY(`unit_code`, `number`),
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leader_id`) REFERENCES `leaders`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
-- Append-only tables. REPLACE would remove a row without asking its delete trigger, so it is refused on insert.
CREATE TRIGGER `targets_no_update` BEFORE UPDATE ON `targets`
BEGIN
	SELECT RAISE(ABORT, 'targets is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `targets_no_delete` BEFORE DELETE ON `targets`
BEGIN
	SELECT RAISE(ABORT, 'targets is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `targets_no_replace` BEFORE INSERT ON `targets`
WHEN EXISTS (SELECT 1 FROM `targets` WHERE `id` = NEW.`id` OR (`unit_code` = NEW.`unit_code` AND `indicator_number` = NEW.`indicator_number` AND `milestone` = NEW.`milestone` AND `effective_from` = NEW.`effective_from`) OR `statement` = NEW.`statement`)
BEGIN
	SELECT RAISE(ABORT, 'targets is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `assignments_no_update` BEFORE UPDATE ON `assignments`
BEGIN
	SELECT RAISE(ABORT, 'assignments is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `assignments_no_delete` BEFORE DELETE ON `assignments`
BEGIN
	SELECT RAISE(ABORT, 'assignments is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `assignments_no_replace` BEFORE INSERT ON `assignments`
WHEN EXISTS (SELECT 1 FROM `assignments` WHERE `id` = NEW.`id` OR (`unit_code` = NEW.`unit_code` AND `indicator_number` = NEW.`indicator_number` AND `effective_from` = NEW.`effective_from`))
BEGIN
	SELECT RAISE(ABORT, 'assignments is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `assignment_lead_bodies_no_update` BEFORE UPDATE ON `assignment_lead_bodies`
BEGIN
	SELECT RAISE(ABORT, 'assignment_lead_bodies is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `assignment_lead_bodies_no_delete` BEFORE DELETE ON `assignment_lead_bodies`
BEGIN
	SELECT RAISE(ABORT, 'assignment_lead_bodies is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `assignment_lead_bodies_no_replace` BEFORE INSERT ON `assignment_lead_bodies`
WHEN EXISTS (SELECT 1 FROM `assignment_lead_bodies` WHERE (`assignment_id` = NEW.`assignment_id` AND `position` = NEW.`position`) OR (`assignment_id` = NEW.`assignment_id` AND `lead_body_id` = NEW.`lead_body_id`))
BEGIN
	SELECT RAISE(ABORT, 'assignment_lead_bodies is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `measurements_no_update` BEFORE UPDATE ON `measurements`
BEGIN
	SELECT RAISE(ABORT, 'measurements is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `measurements_no_delete` BEFORE DELETE ON `measurements`
BEGIN
	SELECT RAISE(ABORT, 'measurements is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `measurements_no_replace` BEFORE INSERT ON `measurements`
WHEN EXISTS (SELECT 1 FROM `measurements` WHERE `id` = NEW.`id` OR (`unit_code` = NEW.`unit_code` AND `indicator_number` = NEW.`indicator_number` AND `period` = NEW.`period` AND `revision` = NEW.`revision`) OR `statement` = NEW.`statement`)
BEGIN
	SELECT RAISE(ABORT, 'measurements is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `measurement_states_no_update` BEFORE UPDATE ON `measurement_states`
BEGIN
	SELECT RAISE(ABORT, 'measurement_states is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `measurement_states_no_delete` BEFORE DELETE ON `measurement_states`
BEGIN
	SELECT RAISE(ABORT, 'measurement_states is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `measurement_states_no_replace` BEFORE INSERT ON `measurement_states`
WHEN EXISTS (SELECT 1 FROM `measurement_states` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'measurement_states is append-only: UNIQUE constraint failed');
END;
