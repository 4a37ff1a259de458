-- Kinds with an upper bound. What was read before stays as it was read; a decreasing indicator is reached from above, and a floor
-- under one can mean two things, so a person reads it.
CREATE TABLE `__new_targets` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_code` text NOT NULL,
	`indicator_number` integer NOT NULL,
	`milestone` integer NOT NULL,
	`text` text NOT NULL,
	`kind` text NOT NULL,
	`lower` integer,
	`upper` integer,
	`strict` integer NOT NULL,
	`object` text,
	`aspirational` integer NOT NULL,
	`effective_from` text NOT NULL,
	`document_id` text NOT NULL,
	`quotation` text,
	`note` text,
	`statement` text,
	`change_id` integer,
	FOREIGN KEY (`unit_code`) REFERENCES `administrative_units`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_number`) REFERENCES `indicators`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`effective_from`) REFERENCES `reporting_periods`(`period`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `plan_changes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "targets_milestone" CHECK("__new_targets"."milestone" BETWEEN 2025 AND 2050),
	CONSTRAINT "targets_kind" CHECK("__new_targets"."kind" IN ('none', 'atLeast', 'moreThan', 'atMost', 'lessThan', 'reach', 'range', 'unread')),
	CONSTRAINT "targets_bounds" CHECK(CASE "__new_targets"."kind"
    WHEN 'range' THEN "__new_targets"."lower" IS NOT NULL AND "__new_targets"."upper" IS NOT NULL AND "__new_targets"."lower" < "__new_targets"."upper"
    WHEN 'reach' THEN ("__new_targets"."lower" IS NULL) <> ("__new_targets"."upper" IS NULL)
    ELSE ("__new_targets"."lower" IS NOT NULL) = ("__new_targets"."kind" IN ('atLeast', 'moreThan')) AND ("__new_targets"."upper" IS NOT NULL) = ("__new_targets"."kind" IN ('atMost', 'lessThan'))
  END),
	CONSTRAINT "targets_strict" CHECK("__new_targets"."strict" = ("__new_targets"."kind" IN ('moreThan', 'lessThan'))),
	CONSTRAINT "targets_aspirational" CHECK("__new_targets"."aspirational" IN (0, 1)),
	CONSTRAINT "targets_effective_from" CHECK("__new_targets"."effective_from" GLOB '[0-9][0-9][0-9][0-9]-Q[1-4]')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_targets` ("id", "unit_code", "indicator_number", "milestone", "text", "kind", "lower", "upper", "strict", "object", "aspirational", "effective_from", "document_id", "quotation", "note", "statement", "change_id")
SELECT `targets`.`id`, `unit_code`, `indicator_number`, `milestone`, `text`,
	CASE WHEN `direction` = 'decrease' AND `kind` = 'atLeast' THEN 'unread' ELSE `kind` END,
	CASE WHEN `direction` = 'decrease' AND `kind` IN ('atLeast', 'reach') THEN NULL ELSE `lower` END,
	CASE WHEN `direction` = 'decrease' AND `kind` = 'reach' THEN `lower` ELSE `upper` END,
	0, NULL, `aspirational`, `effective_from`, `document_id`, `quotation`, `note`, `statement`, `targets`.`change_id`
FROM `targets` JOIN `indicators` ON `indicators`.`number` = `targets`.`indicator_number`
ORDER BY `targets`.`id`;--> statement-breakpoint
DROP TABLE `targets`;--> statement-breakpoint
ALTER TABLE `__new_targets` RENAME TO `targets`;--> statement-breakpoint
CREATE UNIQUE INDEX `targets_statement_unique` ON `targets` (`statement`);--> statement-breakpoint
CREATE UNIQUE INDEX `targets_of_a_day` ON `targets` (`unit_code`,`indicator_number`,`milestone`,`effective_from`) WHERE "targets"."change_id" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `targets_of_a_change` ON `targets` (`change_id`,`indicator_number`,`milestone`);
--> statement-breakpoint
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
WHEN EXISTS (SELECT 1 FROM `targets` WHERE `id` = NEW.`id` OR (NEW.`change_id` IS NULL AND `change_id` IS NULL AND `unit_code` = NEW.`unit_code` AND `indicator_number` = NEW.`indicator_number` AND `milestone` = NEW.`milestone` AND `effective_from` = NEW.`effective_from`) OR (`change_id` = NEW.`change_id` AND `indicator_number` = NEW.`indicator_number` AND `milestone` = NEW.`milestone`) OR `statement` = NEW.`statement`)
BEGIN
	SELECT RAISE(ABORT, 'targets is append-only: UNIQUE constraint failed');
END;
