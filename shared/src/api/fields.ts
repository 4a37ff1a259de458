import { z } from 'zod'

/** The most letters of each kind of text: the contract refuses more, and the forms take no more. */
export const longest = {
  /** A code of a unit or of a group, however mistyped. */
  code: 20,
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

/** The largest number that keeps its four decimals exact: 900 billion. */
export const largestValue = 900_000_000_000

/** A text of at most so many letters, without the blanks around it. */
export const text = (most: number) => z.string().trim().max(most)
