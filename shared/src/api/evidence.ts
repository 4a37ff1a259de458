import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Evidence } from '../evidence.ts'
import { ReportingPeriod } from '../reporting-period.ts'
import { answer, UnitParams } from './parts.ts'

const FigureParams = UnitParams.extend({ number: z.string(), period: ReportingPeriod })
const url = '/api/units/:unitCode/indicators/:number/measurements/:period/evidence'

/** The files behind a figure: all of them for the unit, for others those the approval rested on. */
export const listEvidence = endpoint({
  method: 'GET',
  url,
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
  schema: {
    summary: 'The evidence of all figures of an indicator, the latest quarter first',
    tags: ['evidence'],
    params: UnitParams.extend({ number: z.string() }),
    querystring: z.strictObject({
      asOf: ReportingPeriod.optional().meta({ description: 'The quarter of today where it is left out' }),
    }),
    response: { 200: answer({ items: z.array(Evidence) }) },
  },
})

/** Keeps a file as evidence of a figure. */
export const addEvidence = endpoint({
  method: 'POST',
  url,
  schema: {
    summary: 'Add evidence. Body: multipart/form-data with `file` (pdf, docx, xlsx, png, jpg, at most 10 MB)',
    tags: ['evidence'],
    params: FigureParams,
    response: { 200: Evidence },
  },
})
