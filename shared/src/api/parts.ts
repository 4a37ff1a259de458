import { z } from 'zod'
import { UnitType } from '../administrative-unit.ts'
import { Quarter } from '../quarter-schema.ts'
import { longest } from './fields.ts'

/** What every answer carries: the words that mark sample data, `null` on real data. */
export const sampleNotice = 'DỮ LIỆU MINH HỌA'

/** An answer: its fields, and the notice that marks sample data. */
export function answer<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({
    notice: z.literal(sampleNotice).nullable().meta({ description: 'Marks sample data; null on real data' }),
    ...shape,
  })
}

export const UnitParams = z.strictObject({
  unitCode: z.string().meta({ description: '5-digit statistics code', example: '11443' }),
})

export const AsOf = Quarter.optional().meta({
  description: 'The view as of this quarter; the quarter of today in Viet Nam where it is left out',
})

export const Day = z.iso
  .date({ error: 'Ngày viết theo mẫu 2026-11-22', abort: true })
  .meta({ description: 'A day in Viet Nam', example: '2026-11-22' })

/** The day before which no plan of Resolution 57-NQ/TW was kept. */
const firstDay = '2025-01-01'

export const KnownOn = Day.refine((day) => day >= firstDay, {
  error: `Ngày phải từ ${firstDay} trở đi`,
})
  .optional()
  .meta({
    description:
      'As it was known at the end of this day in Viet Nam: what had been approved and planned by then. Left out: as known today',
  })

/** What a comparison may be narrowed to. */
export const compared = {
  indicator: z
    .string()
    .max(longest.code)
    .optional()
    .meta({ description: 'Only this indicator, by its number' }),
  group: z
    .string()
    .max(longest.code)
    .optional()
    .meta({ description: 'Only indicators of this group: I, II, III, IV' }),
  type: UnitType.optional().meta({ description: 'Only units of this kind' }),
}

/** Letters of a query field that lists words. */
export const longestList = 300

/** A query field that takes one or more of the words, separated by commas. */
export function oneOrMore<Words extends z.ZodType<string, string>>(words: Words) {
  return z
    .string()
    .max(longestList)
    .transform((text) => text.split(','))
    .pipe(z.array(words))
}
