import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { Day } from '../day.ts'
import { Assessment } from '../inspections/assessment.ts'
import { Inspection, InspectionKind } from '../inspections/inspection.ts'
import { Quarter } from '../quarter-schema.ts'
import { endpoint } from './endpoint.ts'
import { Id, longest, most, text } from './fields.ts'
import { answer, UnitParams } from './parts.ts'

/** What was said in words on a unit's indicators (003, III.8.1: thước đo định tính). */
export const listAssessments = endpoint({
  method: 'GET',
  url: '/api/units/:unitCode/assessments',
  right: 'readWork',
  schema: {
    summary: 'Assessments in words, every revision, oldest first',
    tags: ['inspections'],
    params: UnitParams,
    querystring: z.strictObject({
      number: z
        .string()
        .regex(/^[1-9]\d{0,5}$/, 'Số thứ tự chỉ tiêu là số nguyên từ 1')
        .optional()
        .meta({ description: 'Only of this indicator' }),
      period: Quarter.optional().meta({ description: 'Only of this quarter' }),
    }),
    response: { 200: answer({ unit: AdministrativeUnit, items: z.array(Assessment) }) },
  },
})

/** Says in words how an indicator stands in a quarter. */
export const recordAssessment = endpoint({
  method: 'PUT',
  url: '/api/units/:unitCode/indicators/:number/assessments/:period',
  right: 'assess',
  subject: 'indicator',
  schema: {
    summary: 'Assess an indicator and quarter in words, as a new revision',
    tags: ['inspections'],
    params: UnitParams.extend({ number: z.string(), period: Quarter }),
    body: z.strictObject({
      text: text(longest.statement).min(1, 'Hãy ghi nội dung đánh giá'),
      reason: text(longest.note).nullish().meta({ description: 'Due where it replaces an earlier revision' }),
      revision: z
        .int()
        .min(0)
        .meta({ description: 'The revision it was made on, 0 for none; 409 when stale' }),
    }),
    response: { 200: answer({ items: z.array(Assessment) }) },
  },
})

const inspectionsUrl = '/api/units/:unitCode/inspections'
const inspections = answer({
  unit: AdministrativeUnit,
  items: z.array(Inspection),
  mayInspect: z.boolean(),
  mayFollowUp: z.boolean(),
})

/** The inspections of a unit: those with something left to do first, by their day; then the others, latest first. */
export const listInspections = endpoint({
  method: 'GET',
  url: inspectionsUrl,
  right: 'readWork',
  schema: {
    summary: 'Inspections of a unit, periodic and unannounced, with what followed',
    tags: ['inspections'],
    params: UnitParams,
    querystring: z.strictObject({}),
    response: { 200: inspections },
  },
})

const numbers = z.array(z.int().min(1)).max(most.indicatorsOfChange)

/** Records an inspection. */
export const addInspection = endpoint({
  method: 'POST',
  url: inspectionsUrl,
  right: 'inspect',
  schema: {
    summary: 'Record an inspection of indicators and tasks',
    tags: ['inspections'],
    params: UnitParams,
    body: z.strictObject({
      kind: InspectionKind,
      heldOn: Day,
      findings: text(longest.statement).min(1, 'Hãy ghi kết quả kiểm tra'),
      demand: text(longest.note).nullish().meta({ description: 'What has to be done' }),
      dueOn: Day.nullish().meta({ description: 'By when; only with a demand' }),
      indicators: numbers.optional(),
      tasks: numbers.optional(),
    }),
    response: { 200: inspections },
  },
})

/** Records what was done about the findings. */
export const followUpInspection = endpoint({
  method: 'POST',
  url: `${inspectionsUrl}/:id/follow-ups`,
  right: 'followUpInspection',
  schema: {
    summary: 'Follow up on an inspection',
    tags: ['inspections'],
    params: UnitParams.extend({ id: Id }),
    body: z.strictObject({
      note: text(longest.note).min(1, 'Hãy ghi việc đã làm'),
      isDone: z.boolean().meta({ description: 'Nothing is left to do' }),
    }),
    response: { 200: inspections },
  },
})
