import { z } from 'zod'
import { ambiguousNumber, parseVietnameseNumber } from './number.ts'
import { normalizeText } from './text.ts'

/**
 * How a printed target is read: no target that year; at least ("≥60%", "Đạt ít nhất 3%"); reach ("100%", "Đạt 3%":
 * at least, too); a range, met from its lower bound; or a text that a person has to read.
 */
export const TargetKind = z.enum(['none', 'atLeast', 'reach', 'range', 'unread'])
export type TargetKind = z.infer<typeof TargetKind>

/** A printed target and its reading. Bounds are in the indicator's unit of measure, `null` where there is none. */
export const Target = z
  .object({
    text: z.string().meta({ description: 'As the plan prints it' }),
    kind: TargetKind,
    lower: z.number().nullable(),
    upper: z.number().nullable().meta({ description: 'Only for a range' }),
    aspirational: z.boolean().meta({ description: 'The text says "Phấn đấu"' }),
  })
  .meta({ id: 'Target' })
export type Target = z.infer<typeof Target>

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
  }: { unitOfMeasure?: string; naturalMaximum?: number | null } = {},
): Target {
  const text = normalizeText(printed)
  const aspirational = /^phấn đấu(?=\s|$)/iu.test(text)
  const words = text.replace(/^phấn đấu(\s|$)/iu, '').replace(/[.;]+$/u, '')
  const unit = `(?:\\s*${escapePattern(unitOfMeasure)})`
  const read = (kind: TargetKind, lower: string, upper?: string): Target | undefined => {
    const from = boundOf(lower, naturalMaximum)
    const to = upper === undefined ? null : boundOf(upper, naturalMaximum)
    if (from === undefined || to === undefined || (to !== null && to <= from)) return undefined
    return { text, kind, lower: from, upper: to, aspirational }
  }
  const match = (pattern: string) => new RegExp(`^${pattern}$`, 'iu').exec(words)

  if (!aspirational && /^[-–—]?$/u.test(words))
    return { text, kind: 'none', lower: null, upper: null, aspirational }
  const range = match(`(?:đạt\\s+)?(?:từ\\s+)?${number}${unit}?\\s*(?:-|–|—|đến)\\s*${number}${unit}`)
  const atLeast = match(`${qualifier}\\s*${number}${unit}(?:\\s+trở lên)?`)
  const reach = match(`(?:đạt\\s+)?${number}${unit}`)
  return (
    (range && read('range', range[1] ?? '', range[2])) ??
    (atLeast && read('atLeast', atLeast[1] ?? '')) ??
    (reach && read('reach', reach[1] ?? '')) ?? {
      text,
      kind: 'unread',
      lower: null,
      upper: null,
      aspirational,
    }
  )
}

function boundOf(text: string, naturalMaximum: number | null): number | undefined {
  const bound = parseVietnameseNumber(text)
  if (bound === undefined || bound === ambiguousNumber) return undefined
  return naturalMaximum !== null && bound > naturalMaximum ? undefined : bound
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
