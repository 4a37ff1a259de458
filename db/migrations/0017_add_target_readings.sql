CREATE TABLE `target_readings` (
	`id` integer PRIMARY KEY NOT NULL,
	`target_id` integer NOT NULL,
	`kind` text NOT NULL,
	`lower` integer,
	`upper` integer,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`target_id`) REFERENCES `targets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "target_readings_kind" CHECK("target_readings"."kind" IN ('atLeast', 'moreThan', 'atMost', 'lessThan', 'reach', 'range')),
	CONSTRAINT "target_readings_bounds" CHECK(CASE "target_readings"."kind"
    WHEN 'range' THEN "target_readings"."lower" IS NOT NULL AND "target_readings"."upper" IS NOT NULL AND "target_readings"."lower" < "target_readings"."upper"
    WHEN 'reach' THEN ("target_readings"."lower" IS NULL) <> ("target_readings"."upper" IS NULL)
    ELSE ("target_readings"."lower" IS NOT NULL) = ("target_readings"."kind" IN ('atLeast', 'moreThan')) AND ("target_readings"."upper" IS NOT NULL) = ("target_readings"."kind" IN ('atMost', 'lessThan'))
  END)
) STRICT;
--> statement-breakpoint
CREATE INDEX `target_readings_of_a_target` ON `target_readings` (`target_id`);
--> statement-breakpoint
CREATE TRIGGER `target_readings_no_update` BEFORE UPDATE ON `target_readings`
BEGIN
	SELECT RAISE(ABORT, 'target_readings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `target_readings_no_delete` BEFORE DELETE ON `target_readings`
BEGIN
	SELECT RAISE(ABORT, 'target_readings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `target_readings_no_replace` BEFORE INSERT ON `target_readings`
WHEN EXISTS (SELECT 1 FROM `target_readings` WHERE `id` = NEW.`id`)
BEGIN
	SELECT RAISE(ABORT, 'target_readings is append-only: UNIQUE constraint failed');
END;
