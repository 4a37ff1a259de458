import { z } from 'zod'
import type { Direction } from './indicator.ts'
import { ambiguousNumber, parseVietnameseNumber } from './number.ts'
import { normalizeText } from './text.ts'

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

const number = String.raw`(\d[\d.,]*)`
const qualifier = String.raw`(?:đạt\s+)?(?:≥|>=|ít nhất|tối thiểu|không dưới|từ)`

/**
 * Reads a target as the plan prints it. What it cannot read for certain it keeps as `unread` for a person, with
 * no bound; it never guesses: "trên 90%", "khoảng 50%", "1.234" and a share above its maximum are such.
 */
export function parseTarget(
  printed: string,
  {
    unitOfMeasure = '%',
    naturalMaximum = 100,
    direction = 'increase',
  }: { unitOfMeasure?: string; naturalMaximum?: number | null; direction?: Direction } = {},
): Target {
  const text = normalizeText(printed)
  const aspirational = /^phấn đấu(?=\s|$)/iu.test(text)
  const words = text.replace(/^phấn đấu(\s|$)/iu, '').replace(/[.;]+$/u, '')
  const unit = `(?:\\s*${escapePattern(unitOfMeasure)})`
  const read = (kind: TargetKind, printedLower: string, printedUpper?: string): Target | undefined => {
    const from = readBound(printedLower, naturalMaximum)
    const to = printedUpper === undefined ? null : readBound(printedUpper, naturalMaximum)
    if (from === undefined || to === undefined || (to !== null && to <= from)) return undefined
    if (kind === 'atLeast' && direction === 'decrease') return undefined
    const [lower, upper] = kind === 'reach' && direction === 'decrease' ? [null, from] : [from, to]
    return { text, kind, lower, upper, strict: false, object: null, aspirational }
  }
  const match = (pattern: string) => new RegExp(`^${pattern}$`, 'iu').exec(words)

  if (!aspirational && /^[-–—]?$/u.test(words)) return withoutBound('none', text)
  const range = match(`(?:đạt\\s+)?(?:từ\\s+)?${number}${unit}?\\s*(?:-|–|—|đến)\\s*${number}${unit}`)
  const atLeast = match(`${qualifier}\\s*${number}${unit}(?:\\s+trở lên)?`)
  const reach = match(`(?:đạt\\s+)?${number}${unit}`)
  return (
    (range && read('range', range[1] ?? '', range[2])) ??
    (atLeast && read('atLeast', atLeast[1] ?? '')) ??
    (reach && read('reach', reach[1] ?? '')) ??
    withoutBound('unread', text, aspirational)
  )
}

function readBound(text: string, naturalMaximum: number | null): number | undefined {
  const bound = parseVietnameseNumber(text)
  if (bound === undefined || bound === ambiguousNumber) return undefined
  return naturalMaximum !== null && bound > naturalMaximum ? undefined : bound
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
