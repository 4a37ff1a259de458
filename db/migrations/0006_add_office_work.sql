CREATE TABLE `assessments` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`indicator_number` integer NOT NULL,
	`period` text NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	`reason` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_number`) REFERENCES `indicators`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period`) REFERENCES `reporting_periods`(`period`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessments_period" CHECK("assessments"."period" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "assessments_revision" CHECK("assessments"."revision" >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_revisions` ON `assessments` (`unit_code`,`indicator_number`,`period`,`revision`);--> statement-breakpoint
CREATE TABLE `budget_lines` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`year` integer NOT NULL,
	`line` integer NOT NULL,
	`revision` integer NOT NULL,
	`field` text,
	`kind` text,
	`title` text,
	`planned` integer,
	`allocated` integer,
	`disbursed` integer,
	`source` text,
	`reason` text,
	`is_removed` integer NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "budget_lines_year" CHECK("budget_lines"."year" BETWEEN 2025 AND 2050),
	CONSTRAINT "budget_lines_line" CHECK("budget_lines"."line" >= 0 AND "budget_lines"."revision" >= 1),
	CONSTRAINT "budget_lines_total" CHECK(("budget_lines"."line" = 0) = ("budget_lines"."field" IS NULL) AND ("budget_lines"."line" = 0) = ("budget_lines"."kind" IS NULL)
        AND ("budget_lines"."line" = 0) = ("budget_lines"."title" IS NULL)),
	CONSTRAINT "budget_lines_field" CHECK("budget_lines"."field" IN ('science', 'innovation', 'digital')),
	CONSTRAINT "budget_lines_kind" CHECK("budget_lines"."kind" IN ('training', 'modelsAndTransfer', 'equipment', 'software', 'communityTeams', 'communication', 'other')),
	CONSTRAINT "budget_lines_planned" CHECK("budget_lines"."planned" BETWEEN 0 AND 999999999999999),
	CONSTRAINT "budget_lines_allocated" CHECK("budget_lines"."allocated" BETWEEN 0 AND 999999999999999),
	CONSTRAINT "budget_lines_disbursed" CHECK("budget_lines"."disbursed" BETWEEN 0 AND 999999999999999),
	CONSTRAINT "budget_lines_is_removed" CHECK("budget_lines"."is_removed" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `budget_lines_revisions` ON `budget_lines` (`unit_code`,`year`,`line`,`revision`);--> statement-breakpoint
CREATE TABLE `explanation_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`explanation_id` integer NOT NULL,
	`action` text NOT NULL,
	`cause` text,
	`measure` text,
	`done_by` text,
	`reason` text,
	`due_on` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`explanation_id`) REFERENCES `explanations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "explanation_events_action" CHECK("explanation_events"."action" IN ('answer', 'accept', 'return', 'withdraw')),
	CONSTRAINT "explanation_events_answer" CHECK(("explanation_events"."action" = 'answer') = ("explanation_events"."cause" IS NOT NULL)
        AND ("explanation_events"."action" = 'answer') = ("explanation_events"."measure" IS NOT NULL)
        AND ("explanation_events"."action" = 'answer') = ("explanation_events"."done_by" IS NOT NULL)),
	CONSTRAINT "explanation_events_reason" CHECK("explanation_events"."reason" IS NOT NULL OR "explanation_events"."action" NOT IN ('return', 'withdraw')),
	CONSTRAINT "explanation_events_done_by" CHECK("explanation_events"."done_by" GLOB '20[2-9][0-9]-[01][0-9]-[0-3][0-9]' AND "explanation_events"."done_by" >= '2025-01-01'),
	CONSTRAINT "explanation_events_due_on" CHECK("explanation_events"."due_on" IS NULL OR ("explanation_events"."action" = 'return' AND "explanation_events"."due_on" GLOB '20[2-9][0-9]-[01][0-9]-[0-3][0-9]' AND "explanation_events"."due_on" >= '2025-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `explanation_events_of_an_explanation` ON `explanation_events` (`explanation_id`);--> statement-breakpoint
CREATE TABLE `explanations` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`indicator_number` integer NOT NULL,
	`period` text NOT NULL,
	`question` text NOT NULL,
	`asked_as` text NOT NULL,
	`addressee` text NOT NULL,
	`lead_body_id` text,
	`due_on` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_number`) REFERENCES `indicators`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period`) REFERENCES `reporting_periods`(`period`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_body_id`) REFERENCES `lead_bodies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "explanations_period" CHECK("explanations"."period" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "explanations_asked_as" CHECK("explanations"."asked_as" IN ('leader', 'city')),
	CONSTRAINT "explanations_due_on" CHECK("explanations"."due_on" GLOB '20[2-9][0-9]-[01][0-9]-[0-3][0-9]' AND "explanations"."due_on" >= '2025-01-01')
) STRICT;
--> statement-breakpoint
CREATE INDEX `explanations_of_a_figure` ON `explanations` (`unit_code`,`indicator_number`,`period`);--> statement-breakpoint
CREATE TABLE `inspection_follow_ups` (
	`id` integer PRIMARY KEY NOT NULL,
	`inspection_id` integer NOT NULL,
	`note` text NOT NULL,
	`is_done` integer NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspections`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inspection_follow_ups_is_done" CHECK("inspection_follow_ups"."is_done" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `inspection_follow_ups_of_an_inspection` ON `inspection_follow_ups` (`inspection_id`);--> statement-breakpoint
CREATE TABLE `inspection_subjects` (
	`id` integer PRIMARY KEY NOT NULL,
	`inspection_id` integer NOT NULL,
	`indicator_number` integer,
	`task_number` integer,
	FOREIGN KEY (`inspection_id`) REFERENCES `inspections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_number`) REFERENCES `indicators`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inspection_subjects_one" CHECK(("inspection_subjects"."indicator_number" IS NULL) <> ("inspection_subjects"."task_number" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `inspection_subjects_of_an_inspection` ON `inspection_subjects` (`inspection_id`);--> statement-breakpoint
CREATE TABLE `inspections` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`kind` text NOT NULL,
	`held_on` text NOT NULL,
	`findings` text NOT NULL,
	`demand` text,
	`due_on` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inspections_kind" CHECK("inspections"."kind" IN ('periodic', 'unannounced')),
	CONSTRAINT "inspections_held_on" CHECK("inspections"."held_on" GLOB '20[2-9][0-9]-[01][0-9]-[0-3][0-9]' AND "inspections"."held_on" >= '2025-01-01'),
	CONSTRAINT "inspections_due_on" CHECK("inspections"."due_on" GLOB '20[2-9][0-9]-[01][0-9]-[0-3][0-9]' AND "inspections"."due_on" >= '2025-01-01'),
	CONSTRAINT "inspections_demand" CHECK("inspections"."demand" IS NOT NULL OR "inspections"."due_on" IS NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX `inspections_of_a_unit` ON `inspections` (`unit_code`);--> statement-breakpoint
CREATE TABLE `task_documents` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`task_number` integer NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`unit_code`,`task_number`) REFERENCES `tasks`(`unit_code`,`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_documents_type" CHECK("task_documents"."type" IN ('pdf', 'docx', 'xlsx', 'png', 'jpg')),
	CONSTRAINT "task_documents_size" CHECK("task_documents"."size" > 0),
	CONSTRAINT "task_documents_sha256" CHECK(length("task_documents"."sha256") = 64 AND "task_documents"."sha256" NOT GLOB '*[^0-9a-f]*')
) STRICT;
--> statement-breakpoint
CREATE INDEX `task_documents_of_a_task` ON `task_documents` (`unit_code`,`task_number`);--> statement-breakpoint
CREATE TABLE `task_indicators` (
	`unit_code` text NOT NULL,
	`task_number` integer NOT NULL,
	`indicator_number` integer NOT NULL,
	PRIMARY KEY(`unit_code`, `task_number`, `indicator_number`),
	FOREIGN KEY (`indicator_number`) REFERENCES `indicators`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_code`,`task_number`) REFERENCES `tasks`(`unit_code`,`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `task_reports` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`task_number` integer NOT NULL,
	`period` text NOT NULL,
	`revision` integer NOT NULL,
	`status` text NOT NULL,
	`note` text NOT NULL,
	`result` text,
	`spent` integer,
	`people` integer,
	`completed_on` text,
	`reason` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`period`) REFERENCES `reporting_periods`(`period`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_code`,`task_number`) REFERENCES `tasks`(`unit_code`,`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_reports_period" CHECK("task_reports"."period" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]'),
	CONSTRAINT "task_reports_revision" CHECK("task_reports"."revision" >= 1),
	CONSTRAINT "task_reports_status" CHECK("task_reports"."status" IN ('notStarted', 'inProgress', 'suspended', 'completed')),
	CONSTRAINT "task_reports_spent" CHECK("task_reports"."spent" BETWEEN 0 AND 999999999999999),
	CONSTRAINT "task_reports_people" CHECK("task_reports"."people" >= 0),
	CONSTRAINT "task_reports_completed_on" CHECK(("task_reports"."completed_on" IS NOT NULL) = ("task_reports"."status" = 'completed')),
	CONSTRAINT "task_reports_day" CHECK("task_reports"."completed_on" GLOB '20[2-9][0-9]-[01][0-9]-[0-3][0-9]' AND "task_reports"."completed_on" >= '2025-01-01')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `task_reports_revisions` ON `task_reports` (`unit_code`,`task_number`,`period`,`revision`);
--> statement-breakpoint
CREATE TRIGGER `explanations_no_update` BEFORE UPDATE ON `explanations`
BEGIN
	SELECT RAISE(ABORT, 'explanations is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `explanations_no_delete` BEFORE DELETE ON `explanations`
BEGIN
	SELECT RAISE(ABORT, 'explanations is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `explanations_no_replace` BEFORE INSERT ON `explanations`
WHEN EXISTS (SELECT 1 FROM `explanations` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'explanations is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `explanation_events_no_update` BEFORE UPDATE ON `explanation_events`
BEGIN
	SELECT RAISE(ABORT, 'explanation_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `explanation_events_no_delete` BEFORE DELETE ON `explanation_events`
BEGIN
	SELECT RAISE(ABORT, 'explanation_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `explanation_events_no_replace` BEFORE INSERT ON `explanation_events`
WHEN EXISTS (SELECT 1 FROM `explanation_events` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'explanation_events is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `inspections_no_update` BEFORE UPDATE ON `inspections`
BEGIN
	SELECT RAISE(ABORT, 'inspections is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `inspections_no_delete` BEFORE DELETE ON `inspections`
BEGIN
	SELECT RAISE(ABORT, 'inspections is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `inspections_no_replace` BEFORE INSERT ON `inspections`
WHEN EXISTS (SELECT 1 FROM `inspections` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'inspections is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `inspection_subjects_no_update` BEFORE UPDATE ON `inspection_subjects`
BEGIN
	SELECT RAISE(ABORT, 'inspection_subjects is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `inspection_subjects_no_delete` BEFORE DELETE ON `inspection_subjects`
BEGIN
	SELECT RAISE(ABORT, 'inspection_subjects is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `inspection_subjects_no_replace` BEFORE INSERT ON `inspection_subjects`
WHEN EXISTS (SELECT 1 FROM `inspection_subjects` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'inspection_subjects is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `inspection_follow_ups_no_update` BEFORE UPDATE ON `inspection_follow_ups`
BEGIN
	SELECT RAISE(ABORT, 'inspection_follow_ups is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `inspection_follow_ups_no_delete` BEFORE DELETE ON `inspection_follow_ups`
BEGIN
	SELECT RAISE(ABORT, 'inspection_follow_ups is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `inspection_follow_ups_no_replace` BEFORE INSERT ON `inspection_follow_ups`
WHEN EXISTS (SELECT 1 FROM `inspection_follow_ups` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'inspection_follow_ups is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `task_documents_no_update` BEFORE UPDATE ON `task_documents`
BEGIN
	SELECT RAISE(ABORT, 'task_documents is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `task_documents_no_delete` BEFORE DELETE ON `task_documents`
BEGIN
	SELECT RAISE(ABORT, 'task_documents is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `task_documents_no_replace` BEFORE INSERT ON `task_documents`
WHEN EXISTS (SELECT 1 FROM `task_documents` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'task_documents is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `assessments_no_update` BEFORE UPDATE ON `assessments`
BEGIN
	SELECT RAISE(ABORT, 'assessments is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `assessments_no_delete` BEFORE DELETE ON `assessments`
BEGIN
	SELECT RAISE(ABORT, 'assessments is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `assessments_no_replace` BEFORE INSERT ON `assessments`
WHEN EXISTS (SELECT 1 FROM `assessments` WHERE `id` = NEW.`id` OR (`unit_code` = NEW.`unit_code` AND `indicator_number` = NEW.`indicator_number` AND `period` = NEW.`period` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'assessments is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `task_reports_no_update` BEFORE UPDATE ON `task_reports`
BEGIN
	SELECT RAISE(ABORT, 'task_reports is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `task_reports_no_delete` BEFORE DELETE ON `task_reports`
BEGIN
	SELECT RAISE(ABORT, 'task_reports is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `task_reports_no_replace` BEFORE INSERT ON `task_reports`
WHEN EXISTS (SELECT 1 FROM `task_reports` WHERE `id` = NEW.`id` OR (`unit_code` = NEW.`unit_code` AND `task_number` = NEW.`task_number` AND `period` = NEW.`period` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'task_reports is append-only: UNIQUE constraint failed');
END;
--> statement-breakpoint
CREATE TRIGGER `budget_lines_no_update` BEFORE UPDATE ON `budget_lines`
BEGIN
	SELECT RAISE(ABORT, 'budget_lines is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `budget_lines_no_delete` BEFORE DELETE ON `budget_lines`
BEGIN
	SELECT RAISE(ABORT, 'budget_lines is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `budget_lines_no_replace` BEFORE INSERT ON `budget_lines`
WHEN EXISTS (SELECT 1 FROM `budget_lines` WHERE `id` = NEW.`id` OR (`unit_code` = NEW.`unit_code` AND `year` = NEW.`year` AND `line` = NEW.`line` AND `revision` = NEW.`revision`))
BEGIN
	SELECT RAISE(ABORT, 'budget_lines is append-only: UNIQUE constraint failed');
END;