import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { BudgetBasis, BudgetField, BudgetKind, BudgetLine, BudgetShare } from '../budget/budget.ts'
import { Money } from '../money.ts'
import { endpoint } from './endpoint.ts'
import { longest, text } from './fields.ts'
import { answer, UnitParams } from './parts.ts'

const BudgetParams = UnitParams.extend({
  year: z
    .string()
    .regex(/^20(?:2[5-9]|[34]\d|50)$/, 'Năm ngân sách từ 2025 đến 2050')
    .meta({ description: 'Budget year', example: '2026' }),
})
const url = '/api/units/:unitCode/budget/:year'

const ledger = answer({
  unit: AdministrativeUnit,
  year: z.int(),
  total: BudgetLine.nullable().meta({ description: 'All spending of the unit' }),
  lines: z.array(BudgetLine).meta({ description: 'For KHCN, ĐMST, CĐS; in force' }),
  shares: z
    .record(BudgetBasis, BudgetShare)
    .meta({ description: 'Numerator and denominator of indicator 6, by basis' }),
  history: z.array(BudgetLine).meta({ description: 'Every revision, the latest first' }),
  nextLine: z.int().meta({ description: 'The number of a new line' }),
  mayKeep: z.boolean(),
})

/** The ledger of a unit's year. */
export const readBudget = endpoint({
  method: 'GET',
  url,
  right: 'readWork',
  schema: {
    summary: "A unit's spending for KHCN, ĐMST and CĐS in a year, and what it yields for indicator 6",
    tags: ['budget'],
    params: BudgetParams,
    querystring: z.strictObject({}),
    response: { 200: ledger },
  },
})

/** Writes a line as a new revision; a new line under the number `nextLine`, with `revision` 0. */
export const recordBudgetLine = endpoint({
  method: 'PUT',
  url: `${url}/lines/:line`,
  right: 'keepBudget',
  subject: 'ledger',
  schema: {
    summary: 'Write, change or remove a line of the ledger; line 0 is the total of all spending',
    tags: ['budget'],
    params: BudgetParams.extend({ line: z.string().regex(/^\d{1,4}$/, 'Số dòng là số nguyên') }),
    body: z.strictObject({
      field: BudgetField.nullish().meta({ description: 'Due for every line but the total' }),
      kind: BudgetKind.nullish().meta({ description: 'Due for every line but the total' }),
      title: text(longest.title).nullish().meta({ description: 'Due for every line but the total' }),
      planned: Money.nullish(),
      allocated: Money.nullish(),
      disbursed: Money.nullish(),
      source: text(longest.title).nullish(),
      reason: text(longest.note)
        .nullish()
        .meta({ description: 'Due where it replaces or removes an earlier revision' }),
      isRemoved: z.boolean().nullish(),
      revision: z
        .int()
        .min(0)
        .meta({ description: 'The revision it was made on, 0 for none; 409 when stale' }),
    }),
    response: { 200: ledger },
  },
})
