import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { chainBreakKinds } from '../measurements/approval-chain.ts'
import { Quarter } from '../quarter-schema.ts'
import { ReportPeriod } from '../reports/report-period.ts'
import { endpoint } from './endpoint.ts'
import { longest } from './fields.ts'
import { answer } from './parts.ts'

/** Where the chain of a unit breaks first. */
const ChainBreak = z
  .object({
    unitCode: z.string(),
    sequence: z
      .int()
      .nullable()
      .meta({ description: 'The link, from 1; null for a row that stands in none' }),
    kind: z.enum(chainBreakKinds),
    number: z.int().nullable().meta({ description: 'Of the indicator' }),
    period: z.string().nullable(),
    at: z.string().nullable().meta({ description: 'Instant of the link, ISO 8601' }),
  })
  .meta({ id: 'ChainBreak' })

/** What a paper says of itself to whoever has it in hand: what it said then, who approved it, what changed since. */
export const verifyReport = endpoint({
  method: 'GET',
  url: '/api/verification/:code',
  right: 'public',
  schema: {
    summary:
      'A made report by the number it carries: its frozen figures, who approved them, what changed since',
    tags: ['reports'],
    params: z.strictObject({ code: z.string().max(longest.reportCode) }),
    response: {
      200: answer({
        code: z.string(),
        unit: AdministrativeUnit,
        period: ReportPeriod,
        isDraft: z.boolean(),
        madeAt: z.string().meta({ description: 'Instant in ISO 8601' }),
        hash: z.string().nullable().meta({ description: 'Of the link of its chain that holds it' }),
        firstBreak: ChainBreak.nullable().meta({ description: 'Of the unit; null where its chain holds' }),
        figures: z
          .array(z.object({ number: z.int(), name: z.string(), text: z.string(), status: z.string() }))
          .meta({ description: 'As the report printed them; none of a draft, which is the unit’s alone' }),
        approvals: z
          .array(z.object({ period: Quarter, by: z.string(), at: z.string(), numbers: z.array(z.int()) }))
          .meta({ description: 'Of the figures of its period, up to its making' }),
        changes: z
          .array(
            z.object({
              number: z.int(),
              period: Quarter,
              at: z.string(),
              printed: z.string(),
              now: z.string(),
            }),
          )
          .meta({ description: 'Figures that were approved anew after its making' }),
      }),
    },
  },
})

/** Checks every chain from its first link to its last, and against the rows that it speaks of. */
export const verifyChains = endpoint({
  method: 'GET',
  url: '/api/verification',
  right: 'readAudit',
  schema: {
    summary: 'Check the chains of all units; the first break of each is named',
    tags: ['reports'],
    response: {
      200: answer({
        units: z.int(),
        links: z.int(),
        figures: z.int(),
        breaks: z.array(ChainBreak.extend({ unitName: z.string() })),
      }),
    },
  },
})
