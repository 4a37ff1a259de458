import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { Day } from '../day.ts'
import { Explanation, ExplanationAction } from '../explanations/explanation.ts'
import { Quarter } from '../quarter-schema.ts'
import { endpoint } from './endpoint.ts'
import { Id, longest, text } from './fields.ts'
import { answer, UnitParams } from './parts.ts'

/** An explanation as the one who asks sees it. */
export const ExplanationItem = Explanation.extend({
  isOverdue: z.boolean().meta({ description: 'An answer is owed and its day has passed' }),
  mayAnswer: z.boolean(),
  mayDecide: z.boolean().meta({ description: 'May accept, send back or withdraw' }),
}).meta({ id: 'ExplanationItem' })
export type ExplanationItem = z.infer<typeof ExplanationItem>

const url = '/api/units/:unitCode/explanations'
const IndicatorNumber = z.string().regex(/^[1-9]\d{0,5}$/, 'Số thứ tự chỉ tiêu là số nguyên từ 1')

/** The explanations of a unit, what is owed first and the longest overdue before the others. */
export const listExplanations = endpoint({
  method: 'GET',
  url,
  right: 'readWork',
  schema: {
    summary: 'The explanations asked of a unit, by urgency',
    tags: ['explanations'],
    params: UnitParams,
    querystring: z.strictObject({
      number: IndicatorNumber.optional().meta({ description: 'Only of this indicator' }),
      period: Quarter.optional().meta({ description: 'Only of this quarter' }),
    }),
    response: { 200: answer({ unit: AdministrativeUnit, items: z.array(ExplanationItem) }) },
  },
})

/** The explanations of every unit that the city asked for, in the same order. */
export const listCityExplanations = endpoint({
  method: 'GET',
  url: '/api/explanations',
  right: 'readWorkOfCity',
  schema: {
    summary: 'What the city asked of all units, by urgency',
    tags: ['explanations'],
    querystring: z.strictObject({}),
    response: {
      200: answer({ items: z.array(ExplanationItem.extend({ unit: AdministrativeUnit })) }),
    },
  },
})

/** Asks for an explanation of a figure, or of its absence. */
export const askExplanation = endpoint({
  method: 'POST',
  url: '/api/units/:unitCode/indicators/:number/explanations',
  right: 'askExplanation',
  subject: 'indicator',
  schema: {
    summary: 'Ask for an explanation of one indicator and quarter',
    tags: ['explanations'],
    params: UnitParams.extend({ number: z.string() }),
    body: z.strictObject({
      period: Quarter,
      question: text(longest.note).min(1, 'Hãy ghi nội dung cần giải trình'),
      dueOn: Day,
      leadBody: text(longest.bodyName).nullish().meta({
        description: 'A lead body of the indicator, by name; the first of them where it is left out',
      }),
    }),
    response: { 200: answer({ explanation: ExplanationItem }) },
  },
})

/** Answers, accepts, sends back or withdraws. */
export const changeExplanation = endpoint({
  method: 'POST',
  url: `${url}/:id/:action`,
  right: {
    action: {
      answer: 'answerExplanation',
      accept: 'askExplanation',
      return: 'askExplanation',
      withdraw: 'askExplanation',
    },
  },
  schema: {
    summary: 'Answer an explanation, accept it, send it back or withdraw it',
    tags: ['explanations'],
    params: UnitParams.extend({ id: Id, action: ExplanationAction }),
    body: z
      .strictObject({
        cause: text(longest.statement).nullish().meta({ description: 'Due with answer' }),
        measure: text(longest.statement).nullish().meta({ description: 'Due with answer' }),
        doneBy: Day.nullish().meta({ description: 'Due with answer: when the measure is done' }),
        reason: text(longest.note).nullish().meta({ description: 'Due with return and withdraw' }),
        dueOn: Day.nullish().meta({ description: 'With return: a new deadline' }),
      })
      .nullish(),
    response: { 200: answer({ explanation: ExplanationItem }) },
  },
})
