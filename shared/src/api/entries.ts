import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { Comparator } from '../indicators/figure.ts'
import { Indicator } from '../indicators/indicator.ts'
import { EntryQuestion } from '../measurements/entry-questions.ts'
import { Measurement, saysTheSame } from '../measurements/measurement.ts'
import { Submission, SubmissionAction } from '../measurements/submission.ts'
import { Quarter } from '../quarter-schema.ts'
import { endpoint } from './endpoint.ts'
import { longest, most, text } from './fields.ts'
import { answer, UnitParams } from './parts.ts'

export const PeriodParams = UnitParams.extend({ period: Quarter })

/** A row of the entry grid. */
export const EntryRow = z
  .object({
    ...Indicator.pick({
      number: true,
      name: true,
      shortName: true,
      unitOfMeasure: true,
      naturalMaximum: true,
      direction: true,
      numerator: true,
      denominator: true,
    }).shape,
    groupCode: z.string(),
    target: z.object({ milestone: z.int(), text: z.string() }).nullable(),
    previous: z.object({ period: Quarter, value: z.number() }).nullable(),
    approved: Measurement.nullable().meta({ description: 'What counts for this quarter' }),
    current: Measurement.nullable().meta({ description: 'The latest revision, in whatever state' }),
    questions: z
      .array(EntryQuestion)
      .meta({ description: 'What the current figure raises; never a refusal' }),
    evidence: z.int().meta({ description: 'How many files stand behind the figure' }),
    returnedWith: z.string().nullable().meta({ description: 'Why the leader returned it' }),
    mayEnter: z.boolean(),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'EntryRow' })
export type EntryRow = z.infer<typeof EntryRow>

/** The quarter of a unit as its office sees it, drafts included. */
export const readEntries = endpoint({
  method: 'GET',
  url: '/api/units/:unitCode/entries/:period',
  right: 'readDrafts',
  schema: {
    summary: 'The entry grid of a unit and quarter',
    tags: ['entry'],
    params: PeriodParams,
    querystring: z.strictObject({}),
    response: {
      200: answer({ unit: AdministrativeUnit, submission: Submission, items: z.array(EntryRow) }),
    },
  },
})

/** A figure as it is entered: a value, or a numerator and a denominator; `value: null` takes a figure back. */
export const MeasurementInput = z.strictObject({
  value: z.number().nullish(),
  numerator: z.number().nullish(),
  denominator: z.number().nullish(),
  comparator: z
    .union([Comparator, z.literal('>').transform(() => 'greaterThan' as const)])
    .nullish()
    .meta({ description: 'greaterThan, also written >, where the source says only "trên 30%"' }),
  source: text(longest.title).nullish(),
  note: text(longest.note).nullish(),
  reason: text(longest.note)
    .nullish()
    .meta({ description: 'Due once a value of the quarter has been approved' }),
  revision: z
    .int()
    .min(0)
    .nullish()
    .meta({ description: 'The revision it was made on; 409 when it is stale' }),
})
export type MeasurementInput = z.infer<typeof MeasurementInput>

/** Whether an input has to say why: a value of the quarter is approved, and this states something else. */
export function needsReason(input: MeasurementInput, approved: Measurement | null): boolean {
  if (!approved) return false
  const { value = null, numerator = null, denominator = null, comparator = null, source, note } = input
  const stated = { value, numerator, denominator, comparator, source: source || null, note: note || null }
  return !saysTheSame(stated, approved)
}

/** Enters a figure as a new revision, a draft until it is submitted. */
export const recordMeasurement = endpoint({
  method: 'PUT',
  url: '/api/units/:unitCode/indicators/:number/measurements/:period',
  right: 'enter',
  schema: {
    summary: 'Enter a figure',
    tags: ['entry'],
    params: PeriodParams.extend({ number: z.string() }),
    body: MeasurementInput,
    response: { 200: answer({ ...Measurement.shape, questions: z.array(EntryQuestion) }) },
  },
})

/** Submits, approves, returns, reopens or locks a unit's quarter. */
export const changeSubmission = endpoint({
  method: 'POST',
  url: '/api/units/:unitCode/submissions/:period/:action',
  right: {
    action: { submit: 'submit', approve: 'decide', return: 'decide', reopen: 'reopen', lock: 'lock' },
  },
  schema: {
    summary: "Submit, approve, return, reopen or lock a unit's quarter",
    tags: ['entry'],
    params: PeriodParams.extend({ action: SubmissionAction }),
    body: z
      .strictObject({
        reason: text(longest.note).nullish().meta({ description: 'Due for return' }),
        indicators: z
          .array(z.int())
          .max(most.indicators)
          .nullish()
          .meta({ description: 'Only these, by number' }),
        figures: z
          .array(z.strictObject({ number: z.int(), revision: z.int() }))
          .max(most.indicators)
          .nullish()
          .meta({ description: 'Only these, as they were seen: 409 where one has a newer revision' }),
      })
      .nullish(),
    response: { 200: answer(Submission.shape) },
  },
})
