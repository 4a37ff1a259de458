import type { Quarter } from '../quarter.ts'

/** A unit and a quarter. */
export type QuarterRef = { unitCode: string; period: Quarter }

/** Which figure: a unit, one of its indicators and a quarter. */
export type FigureKey = QuarterRef & { number: number }
