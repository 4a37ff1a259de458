CREATE TABLE `leader_positions` (
	`id` integer PRIMARY KEY NOT NULL,
	`leader_id` text NOT NULL,
	`position` text NOT NULL,
	`change_id` integer NOT NULL,
	FOREIGN KEY (`leader_id`) REFERENCES `leaders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `plan_changes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "leader_positions_position" CHECK("leader_positions"."position" <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `leader_positions_of_a_change` ON `leader_positions` (`leader_id`,`change_id`);
--> statement-breakpoint
CREATE TRIGGER `leader_positions_no_update` BEFORE UPDATE ON `leader_positions`
BEGIN
	SELECT RAISE(ABORT, 'leader_positions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `leader_positions_no_delete` BEFORE DELETE ON `leader_positions`
BEGIN
	SELECT RAISE(ABORT, 'leader_positions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `leader_positions_no_replace` BEFORE INSERT ON `leader_positions`
WHEN EXISTS (SELECT 1 FROM `leader_positions` WHERE `id` = NEW.`id` OR (`leader_id` = NEW.`leader_id` AND `change_id` = NEW.`change_id`))
BEGIN
	SELECT RAISE(ABORT, 'leader_positions is append-only: UNIQUE constraint failed');
END;
