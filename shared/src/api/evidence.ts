import { z } from 'zod'
import { Evidence, WithdrawnEvidence } from '../measurements/evidence.ts'
import { Quarter } from '../quarter-schema.ts'
import { normalizeText } from '../text.ts'
import { endpoint } from './endpoint.ts'
import { longest, text } from './fields.ts'
import { answer, UnitParams } from './parts.ts'

const FigureParams = UnitParams.extend({ number: z.string(), period: Quarter })
const url = '/api/units/:unitCode/indicators/:number/measurements/:period/evidence'

/** The files behind a figure: all of them for the unit, for others those the approval rested on. */
export const listEvidence = endpoint({
  method: 'GET',
  url,
  right: 'public',
  subject: 'indicator',
  schema: {
    summary: 'The evidence of a figure; each file at `/{id}`',
    tags: ['evidence'],
    params: FigureParams,
    querystring: z.strictObject({}),
    response: { 200: answer({ items: z.array(Evidence) }) },
  },
})

/** The files behind every figure of an indicator, for whoever may see them. */
export const listIndicatorEvidence = endpoint({
  method: 'GET',
  url: '/api/units/:unitCode/indicators/:number/evidence',
  right: 'public',
  subject: 'indicator',
  schema: {
    summary: 'The evidence of all figures of an indicator, the latest quarter first',
    tags: ['evidence'],
    params: UnitParams.extend({ number: z.string() }),
    querystring: z.strictObject({
      asOf: Quarter.optional().meta({ description: 'The quarter of today where it is left out' }),
    }),
    response: { 200: answer({ items: z.array(Evidence) }) },
  },
})

/** Keeps a file as evidence of a figure. */
export const addEvidence = endpoint({
  method: 'POST',
  url,
  right: 'enter',
  subject: 'indicator',
  schema: {
    summary: 'Add evidence. Body: multipart/form-data with `file` (pdf, docx, xlsx, png, jpg, at most 10 MB)',
    tags: ['evidence'],
    params: FigureParams,
    response: { 200: Evidence },
  },
})

/** Withdraws a file: from then on it is told in the log alone. */
export const withdrawEvidence = endpoint({
  method: 'POST',
  url: `${url}/:id/withdrawal`,
  right: 'withdrawEvidence',
  subject: 'indicator',
  schema: {
    summary: 'Withdraw evidence, with the reason',
    tags: ['evidence'],
    params: FigureParams.extend({ id: z.coerce.number().int().positive() }),
    body: z.strictObject({
      reason: text(longest.note).overwrite(normalizeText).min(1, 'Hãy ghi lý do'),
    }),
    response: { 200: answer({ items: z.array(Evidence) }) },
  },
})

/** The withdrawn files of all units, the latest first. */
export const listWithdrawnEvidence = endpoint({
  method: 'GET',
  url: '/api/withdrawn-evidence',
  right: 'eraseEvidence',
  schema: {
    summary: 'Withdrawn evidence, for the administrator',
    tags: ['evidence'],
    querystring: z.strictObject({}),
    response: { 200: answer({ items: z.array(WithdrawnEvidence) }) },
  },
})

/** Erases what is in a withdrawn file; its name, its hash and the deeds stay. */
export const eraseEvidence = endpoint({
  method: 'DELETE',
  url: '/api/withdrawn-evidence/:id',
  right: 'eraseEvidence',
  schema: {
    summary: 'Erase the bytes of withdrawn evidence',
    tags: ['evidence'],
    params: z.strictObject({ id: z.coerce.number().int().positive() }),
    response: { 200: answer({ items: z.array(WithdrawnEvidence) }) },
  },
})
