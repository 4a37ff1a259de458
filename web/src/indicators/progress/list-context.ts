import type { ProgressFlag } from '@moc57/shared'
import type { KnownNow } from './known-now.ts'
import type { UnitProgress } from './queries.ts'

/** What the lines of one list share. */
export type ListContext = {
  progress: UnitProgress
  /** The quarter as the address has it, for links. */
  ky: string | undefined
  /** On a leader's own page the leader is not repeated on each line. */
  hideLeader: boolean
  commonFlags: readonly ProgressFlag[]
  /** What is known differently today than on the chosen day; empty where the page is of today. */
  differs: ReadonlyMap<number, KnownNow>
}
