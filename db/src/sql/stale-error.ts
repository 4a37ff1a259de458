import type { Measurement } from '@moc57/shared'

/** What is changed by revisions, each made on the one before. */
export type Revised =
  | 'measurement'
  | 'quarterDays'
  | 'plan'
  | 'assessment'
  | 'task'
  | 'budgetLine'
  | 'reportText'

/** Somebody else was faster: there is a newer revision than the one a change was made on. Nothing was written. */
export class StaleError extends Error {
  readonly revised: Revised
  /** The newer revision of a measurement, to be seen beside the refused one. */
  readonly current: Measurement | undefined

  constructor(revised: Revised, current?: Measurement) {
    super(`the ${revised} has a newer revision`)
    this.revised = revised
    this.current = current
  }
}
