import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { SubmissionStatus } from '../city/submission-status.ts'
import { Submission } from '../measurements/submission.ts'
import { Quarter, ReportingWindow } from '../quarter-schema.ts'
import { endpoint } from './endpoint.ts'
import { answer } from './parts.ts'

const numbers = z.array(z.int())

/** How a unit has reported a quarter. */
export const SubmissionStatusItem = z
  .object({
    unit: AdministrativeUnit,
    standing: SubmissionStatus,
    isOpen: z.boolean().meta({ description: 'Whether figures may be entered now' }),
    due: z.int().meta({ description: 'Indicators that are to be reported in the quarter' }),
    counts: Submission.shape.counts,
    owed: numbers.meta({
      description: 'Indicators that have not been sent up: missing, drafts and returned ones',
    }),
    submittedAt: z.string().nullable().meta({ description: 'When the last of the figures came, ISO 8601' }),
    approvedAt: z
      .string()
      .nullable()
      .meta({ description: 'When the last of them was approved; null until all are' }),
    bodies: z
      .array(z.object({ name: z.string(), due: z.int(), owed: numbers }))
      .meta({ description: "The lead bodies of the unit's own plan; none where it has named none" }),
  })
  .meta({ id: 'SubmissionStatusItem' })
export type SubmissionStatusItem = z.infer<typeof SubmissionStatusItem>

/** Who has reported a quarter, for the city: all units, who owes the most first; the same at `.csv` and `.xlsx`. */
export const readSubmissionStatus = endpoint({
  method: 'GET',
  url: '/api/reporting',
  right: 'readSubmission',
  schema: {
    summary: 'Which units have sent up and approved their figures of a quarter, and for which bodies',
    tags: ['reporting'],
    querystring: z.strictObject({
      period: Quarter.optional().meta({
        description: 'The latest quarter whose due day has passed where it is left out',
      }),
    }),
    response: {
      200: answer({
        period: Quarter,
        today: z.string(),
        isDue: z.boolean().meta({ description: 'Whether the due day has passed: what is owed is overdue' }),
        window: ReportingWindow,
        items: z.array(SubmissionStatusItem),
      }),
    },
  },
})

/** What the files of it are asked with: the quarter, and one standing where the page lists that alone. */
export const SubmissionStatusFileQuery = readSubmissionStatus.schema.querystring.extend({
  standing: SubmissionStatus.optional().meta({ description: 'Only units of this standing' }),
})
export type SubmissionStatusFileQuery = z.infer<typeof SubmissionStatusFileQuery>
