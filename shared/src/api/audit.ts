import { z } from 'zod'
import { Measurement } from '../measurements/measurement.ts'
import { AuditAction, AuditKind } from '../people/audit.ts'
import { Quarter } from '../quarter-schema.ts'
import { endpoint } from './endpoint.ts'
import { longest } from './fields.ts'
import { answer, Day } from './parts.ts'

export const auditPageSize = 100

/** One thing that somebody did. What it does not concern is null. */
export const AuditItem = z
  .object({
    kind: AuditKind,
    action: AuditAction,
    at: z.string().meta({ description: 'Instant in ISO 8601' }),
    by: z.string(),
    unitCode: z.string().nullable(),
    unitName: z.string().nullable().meta({ description: 'With its type: "phường Kiến An"' }),
    period: Quarter.nullable(),
    number: z.int().nullable().meta({ description: 'Of the indicator' }),
    shortName: z.string().nullable(),
    unitOfMeasure: z.string().nullable(),
    revision: z.int().nullable(),
    ...Measurement.pick({ value: true, numerator: true, denominator: true, comparator: true }).shape,
    person: z.string().nullable().meta({ description: 'Whose account something was done with' }),
    username: z.string().nullable().meta({ description: 'Of that account, for the administrator alone' }),
    reason: z.string().nullable(),
    subject: z.string().nullable().meta({
      description:
        'What it concerns beside a figure: a task, a line of the budget, a file, the rights before and after',
    }),
  })
  .meta({ id: 'AuditItem' })
export type AuditItem = z.infer<typeof AuditItem>

/** What to look for; the same at `.csv`, which has no pages. */
export const AuditFilter = z.strictObject({
  unit: z
    .string()
    .regex(/^\d{5}$/, 'Mã đơn vị gồm 5 chữ số')
    .optional(),
  by: z
    .string()
    .trim()
    .max(longest.search)
    .optional()
    .meta({ description: 'Who did it: a part of the name, or for the administrator the username' }),
  kind: AuditKind.optional(),
  from: Day.optional(),
  to: Day.optional().meta({ description: 'The day itself included' }),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** Who did what, when and why: figures, decisions, quarters, accounts; newest first. */
export const readAudit = endpoint({
  method: 'GET',
  url: '/api/audit',
  right: 'readAudit',
  schema: {
    summary: 'What everybody did, newest first',
    tags: ['audit'],
    querystring: AuditFilter.extend({
      page: z
        .string()
        .regex(/^[1-9]\d{0,5}$/, 'Số trang là số nguyên từ 1')
        .optional()
        .meta({ description: `From 1, ${auditPageSize} a page` }),
    }),
    response: {
      200: answer({ total: z.int(), page: z.int(), items: z.array(AuditItem) }),
    },
  },
})
