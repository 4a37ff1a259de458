import type { Measurement } from '@moc57/shared'

/** Somebody else was faster: there is a newer revision than the one a change was made on. */
export class StaleRevisionError extends Error {
  readonly current: Measurement | undefined

  constructor(current: Measurement | undefined) {
    super('the figure has a newer revision')
    this.current = current
  }
}
