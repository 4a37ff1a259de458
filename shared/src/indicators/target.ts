import { z } from 'zod'
import type { Direction, Indicator } from './indicator.ts'

/**
 * How a printed target is read: no target that year; at least ("≥60%"), more than ("trên 95%"), at most ("không quá
 * 5%"), less than ("dưới 2%"); reach ("100%", "Đạt 3%"), whichever way is better; a range; or a text that a person
 * has to read.
 */
export const TargetKind = z.enum([
  'none',
  'atLeast',
  'moreThan',
  'atMost',
  'lessThan',
  'reach',
  'range',
  'unread',
])
export type TargetKind = z.infer<typeof TargetKind>

/** A printed target and its reading. Bounds are in the indicator's unit of measure, `null` where there is none. */
export const Target = z
  .object({
    text: z.string().meta({ description: 'As the plan prints it' }),
    kind: TargetKind,
    lower: z
      .number()
      .nullable()
      .meta({ description: 'Of atLeast, moreThan, range, and of reach where more is better' }),
    upper: z
      .number()
      .nullable()
      .meta({ description: 'Of atMost, lessThan, range, and of reach where less is better' }),
    strict: z.boolean().meta({ description: 'The bound itself does not meet it: moreThan, lessThan' }),
    object: z
      .string()
      .nullable()
      .meta({ description: 'What the number is counted on, as printed: "cán bộ, công chức"' }),
    aspirational: z.boolean().meta({ description: 'The text says "Phấn đấu"' }),
  })
  .meta({ id: 'Target' })
export type Target = z.infer<typeof Target>

/** A target without a bound, as it is printed. */
export function withoutBound(kind: 'none' | 'unread', text: string, aspirational = false): Target {
  return { text, kind, lower: null, upper: null, strict: false, object: null, aspirational }
}

/**
 * The bound that counts, in the unit of measure: what is to be reached from below where more is better, from above
 * where less is. `strict`: the bound itself does not meet the target yet. `null` where there is none.
 */
export function boundOf(
  { lower, upper, strict }: Pick<Target, 'lower' | 'upper' | 'strict'>,
  direction: Direction,
): { bound: number; strict: boolean } | null {
  const bound = direction === 'increase' ? lower : upper
  return bound === null ? null : { bound, strict }
}

/** How a target is read, apart from what is printed. */
export type Reading = Omit<Target, 'text' | 'aspirational'>

/** Why a reading cannot stand: nobody could be judged by it. */
export type ReadingProblem =
  | { code: 'againstDirection' | 'aboveMaximum' | 'neverMet'; bound: number }
  | { code: 'upsideDown'; lower: number; upper: number }

/**
 * A floor where less is better and a ceiling where more is, a bound above the natural maximum, a strict one that no
 * value can meet, a range upside down; `null` for a reading that can stand.
 */
export function problemOfReading(
  { kind, lower, upper, strict }: Reading,
  { direction, naturalMaximum }: Pick<Indicator, 'direction' | 'naturalMaximum'>,
): ReadingProblem | null {
  const bound = direction === 'increase' ? lower : upper
  const other = direction === 'increase' ? upper : lower
  if (kind === 'range') {
    if (lower !== null && upper !== null && lower >= upper) return { code: 'upsideDown', lower, upper }
  } else if (other !== null) return { code: 'againstDirection', bound: other }
  const highest = upper ?? bound
  if (highest !== null && naturalMaximum !== null && highest > naturalMaximum) {
    return { code: 'aboveMaximum', bound: highest }
  }
  const unreachable = direction === 'increase' ? naturalMaximum : 0
  return strict && bound !== null && bound === unreachable ? { code: 'neverMet', bound } : null
}
