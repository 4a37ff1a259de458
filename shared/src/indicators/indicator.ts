import { z } from 'zod'
import { Quarter } from '../quarter-schema.ts'

/** Which way is better. All 31 indicators of Phụ lục 01 are to increase. */
export const Direction = z.enum(['increase', 'decrease'])
export type Direction = z.infer<typeof Direction>

export const ReportingFrequency = z.enum(['quarterly', 'yearly'])
export type ReportingFrequency = z.infer<typeof ReportingFrequency>

/** A group of indicators: I to IV in Phụ lục 01. */
export const IndicatorGroup = z.object({ code: z.string(), name: z.string() }).meta({ id: 'IndicatorGroup' })
export type IndicatorGroup = z.infer<typeof IndicatorGroup>

/** An indicator of a plan. */
export const Indicator = z
  .object({
    number: z.int(),
    group: IndicatorGroup,
    name: z.string().meta({ description: 'As printed, misprints included' }),
    shortName: z.string().meta({ description: 'Short and corrected' }),
    unitOfMeasure: z.string(),
    direction: Direction,
    naturalMaximum: z.number().nullable(),
    frequency: ReportingFrequency,
    numerator: z.string().nullable().meta({ description: 'What is counted' }),
    denominator: z.string().nullable().meta({ description: 'Over what it is counted' }),
    deliverable: z.string().nullable(),
    inForceFrom: Quarter.nullable().meta({
      description: 'The first quarter of what a unit follows of its own; null for the reference list',
    }),
  })
  .meta({ id: 'Indicator' })
export type Indicator = z.infer<typeof Indicator>
