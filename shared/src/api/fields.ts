import { z } from 'zod'

/** The most letters of each kind of text: the contract refuses more, and the forms take no more. */
export const longest = {
  /** A code of a unit or of a group, however mistyped. */
  code: 20,
  /** A code on a paper, typed with blanks and hyphens. */
  reportCode: 40,
  /** Of an error, as a browser tells it: its kind; its message or a place in the code. */
  errorType: 60,
  errorText: 200,
  /** A code of an app or a recovery code, with blanks and hyphens. */
  secondFactorCode: 60,
  /** What is looked for: a part of a name. */
  search: 100,
  /** Of something that the service numbered itself. */
  id: 100,
  unitOfMeasure: 60,
  personName: 100,
  position: 100,
  documentNumber: 100,
  shortName: 120,
  target: 200,
  bodyName: 200,
  email: 200,
  /** A long sentence is the best one. */
  password: 200,
  /** What is counted, what comes out of it, who answers for it: as the plan prints them. */
  planEntry: 300,
  /** The full name of an indicator, of a budget line, of a document; where a figure comes from. */
  title: 500,
  /** Why a plan or a target changes. */
  planReason: 1000,
  note: 2000,
  /** What is said at length: an assessment, a cause, what an inspection found. */
  statement: 4000,
} as const

/** The most entries of each kind of list in one call: far above what an office has, so that a list bounds its answer. */
export const most = {
  leadBodies: 10,
  /** From the first milestone to the last, a year each. */
  milestones: 26,
  /** That one inspection looks at, or one change adds, moves or withdraws. */
  indicatorsOfChange: 100,
  leaders: 100,
  indicators: 500,
  assignments: 500,
  targets: 2000,
} as const

/** The largest number that keeps its four decimals exact: 900 billion. */
export const largestValue = 900_000_000_000

/** The number of something that the service numbered itself; a text that is none names nothing, as 0 does. */
export const Id = z.string().transform((given) => (/^[1-9]\d{0,14}$/.test(given) ? Number(given) : 0))

/** A text of at most so many letters, without the blanks around it. */
export const text = (letters: number) => z.string().trim().max(letters)
