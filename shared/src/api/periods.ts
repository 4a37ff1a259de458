import { z } from 'zod'
import { Quarter, ReportingWindow } from '../quarter-schema.ts'
import { endpoint } from './endpoint.ts'
import { longest, text } from './fields.ts'
import { answer, Day } from './parts.ts'

const PeriodChange = ReportingWindow.extend({
  revision: z.int(),
  before: ReportingWindow.meta({ description: 'The days that it replaced' }),
  reason: z.string(),
  by: z.string(),
  at: z.string().meta({ description: 'Instant in ISO 8601' }),
})

/** A quarter with its days as they stand, and how they came to be. */
export const PeriodItem = ReportingWindow.extend({
  period: Quarter,
  revision: z.int().meta({ description: '0: the days that the quarter started with' }),
  changes: z.array(PeriodChange).meta({ description: 'Oldest first' }),
}).meta({ id: 'PeriodItem' })
export type PeriodItem = z.infer<typeof PeriodItem>

const periods = answer({ today: z.string(), items: z.array(PeriodItem) })

/** Every reporting period with its days and their changes, for the city and the administrator. */
export const listReportingPeriods = endpoint({
  method: 'GET',
  url: '/api/reporting-periods',
  right: 'changePeriods',
  schema: {
    summary: 'The reporting periods: data window, due day and who changed them why',
    tags: ['periods'],
    querystring: z.strictObject({}),
    response: { 200: periods },
  },
})

/** Sets window and due day of a quarter. Everything that is computed follows; a past view keeps the days it knew. */
export const changeReportingPeriod = endpoint({
  method: 'PUT',
  url: '/api/reporting-periods/:period',
  right: 'changePeriods',
  schema: {
    summary: 'Change the data window and the due day of a quarter',
    tags: ['periods'],
    params: z.strictObject({ period: Quarter }),
    body: z.strictObject({
      from: Day,
      to: Day,
      dueOn: Day,
      reason: text(longest.note).min(1, 'Hãy ghi lý do thay đổi'),
      revision: z.int().min(0).meta({ description: 'The revision it was made on; 409 when it is stale' }),
    }),
    response: { 200: periods },
  },
})
