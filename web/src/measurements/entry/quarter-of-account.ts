import type { QuarterRef } from '@moc57/shared'

/** A unit's quarter, seen by one account. */
export type QuarterOfAccount = QuarterRef & { username: string }
