import type { Measurement } from '@moc57/shared'
import type { EntryRow } from '@moc57/shared/api'
import { entryLines } from '@moc57/web/measurements/entry/entry-lines.ts'
import {
  checkRow,
  computedValue,
  emptyText,
  isSameFigure,
  plainNumber,
  type RowText,
  shownNumber,
  textOf,
  withField,
  withFields,
} from '@moc57/web/measurements/entry/row-text.ts'
import { noDrafts } from '@moc57/web/measurements/entry/save-queue.ts'
import { describe, expect, test } from 'vitest'
import { makeMeasurement } from '../../support/make-measurement.ts'
import { makeEntryRow } from './entry-support.ts'

const row = makeEntryRow()
const typed = (value: string) => withField(emptyText, 'value', value, row).value

describe('a cell as it is typed or pasted', () => {
  test.each([
    ['85,5', '85,5'],
    ['85.5', '85,5'],
    ['85,5 %', '85,5'],
    ['85,5%', '85,5'],
    ['  85,5   ', '85,5'],
    ['85,5\u00a0%', '85,5'],
    ['0', '0'],
    ['0,125', '0,125'],
    ['1 234,5', '1234,5'],
    ['1.234.567', '1234567'],
    ['-', ''],
    ['–', ''],
    ['', ''],
    // What cannot be read stays as it was typed.
    ['1.234', '1.234'],
    ['tám lăm', 'tám lăm'],
  ])('“%s” stands as “%s”', (text, stands) => {
    expect(typed(text)).toBe(stands)
  })

  test('“trên 30%” is a value and its comparison', () => {
    const text = withField(emptyText, 'value', 'trên 30%'.normalize('NFD'), row)
    expect(text).toMatchObject({ value: '30', comparator: 'trên' })
  })

  test('a unit of measure in words is left out', () => {
    expect(withField(emptyText, 'value', '26 tổ', makeEntryRow({ unitOfMeasure: 'tổ' })).value).toBe('26')
  })

  test('text is kept in NFC with single spaces', () => {
    const source = withField(emptyText, 'source', '  Báo cáo\u00a0 số 57 '.normalize('NFD'), row).source
    expect(source).toBe('Báo cáo số 57')
  })

  test.each([
    ['>', 'trên'],
    ['trên', 'trên'],
    ['Tren', 'trên'],
    ['=', ''],
    ['', ''],
  ])('“%s” in the comparison is “%s”', (text, stands) => {
    expect(withField(emptyText, 'comparator', text, row).comparator).toBe(stands)
  })

  test('a number never takes the form that can be read two ways', () => {
    expect(plainNumber(1.234)).toBe('1,2340')
    expect(plainNumber(1234)).toBe('1234')
    expect(shownNumber('1234567,5', row)).toBe('1.234.567,5')
    expect(shownNumber('1.234', row)).toBe('1.234')
  })
})

describe('value and counts', () => {
  const counts = withField(withField(emptyText, 'numerator', '171', row), 'denominator', '200', row)

  test('counts give the value while they are typed', () => {
    expect(computedValue(counts)).toBe('85,5')
    expect(computedValue({ ...emptyText, numerator: '1', denominator: '3' })).toBe('33,3333')
    expect(computedValue({ ...emptyText, numerator: '1', denominator: '0' })).toBeUndefined()
    expect(computedValue({ ...emptyText, numerator: '1' })).toBeUndefined()
  })

  test('a value typed over its counts stands beside them; where they differ the row is not sent, and says why', () => {
    const differing = withField(counts, 'value', '80', row)
    expect(differing).toMatchObject({ value: '80', numerator: '171', denominator: '200' })
    expect(checkRow(differing, row)).toEqual({
      kind: 'refused',
      errors: { value: expect.stringContaining('cho 85,5, khác 80') },
    })
    for (const value of ['85,5', '86'])
      expect(checkRow(withField(counts, 'value', value, row), row)).toMatchObject({
        kind: 'ready',
        input: { numerator: 171, denominator: 200 },
      })
  })

  test('a value pasted with its counts is compared with them', () => {
    const pasted = withFields(
      emptyText,
      [
        { field: 'value', text: '80' },
        { field: 'numerator', text: '171' },
        { field: 'denominator', text: '200' },
      ],
      row,
    )
    expect(checkRow(pasted, row).kind).toBe('refused')
  })

  test('a point before three digits is a thousands mark in counts, and not in a share', () => {
    const thousands = withField(withField(emptyText, 'numerator', '1.045', row), 'denominator', '2.090', row)
    expect(thousands).toMatchObject({ numerator: '1045', denominator: '2090' })
    expect(withField(emptyText, 'value', '1.045', makeEntryRow({ unitOfMeasure: 'tổ' })).value).toBe('1045')
    expect(withField(emptyText, 'value', '1.045', row).value).toBe('1.045')
  })

  test('typing a count clears a value that stood alone', () => {
    expect(withField({ ...emptyText, value: '80' }, 'numerator', '3', row)).toMatchObject({
      value: '',
      numerator: '3',
    })
  })

  test('an empty count beside a pasted value leaves the value alone', () => {
    const cells = (['numerator', 'denominator'] as const).map((field) => ({ field, text: '' }))
    const pasted = withFields(emptyText, [{ field: 'value', text: '80' }, ...cells], row)
    expect(pasted).toEqual({ ...emptyText, value: '80' })
  })

  test('an empty comparison beside a pasted “trên 30%” does not take it back', () => {
    const cells = [
      { field: 'value', text: 'trên 30%' },
      { field: 'comparator', text: '' },
    ] as const
    expect(withFields(emptyText, cells, row)).toMatchObject({ value: '30', comparator: 'trên' })
  })
})

describe('what a row sends', () => {
  const check = (text: Partial<RowText>, of: EntryRow = row) => checkRow({ ...emptyText, ...text }, of)

  test('a value with its source and comparison', () => {
    expect(check({ value: '85,5', comparator: 'trên', source: 'Báo cáo 57' })).toEqual({
      kind: 'ready',
      input: { value: 85.5, comparator: 'greaterThan', source: 'Báo cáo 57', note: null },
    })
  })

  test('counts without a value', () => {
    expect(check({ numerator: '171', denominator: '200' })).toMatchObject({
      kind: 'ready',
      input: { numerator: 171, denominator: 200 },
    })
  })

  test('null, where a figure is taken back', () => {
    const entered = makeEntryRow({ current: makeMeasurement({ value: 40 }) })
    expect(check({}, entered)).toMatchObject({ kind: 'ready', input: { value: null } })
  })

  test('null, where a figure is cleared while it is under way', () => {
    expect(check({}).kind).toBe('incomplete')
    expect(checkRow(emptyText, row, true)).toMatchObject({ kind: 'ready', input: { value: null } })
  })

  test.each<[string, Partial<RowText>, string, string]>([
    ['one count', { numerator: '3' }, 'incomplete', 'denominator'],
    ['a note without a figure', { note: 'chờ số liệu' }, 'incomplete', 'value'],
    ['letters', { value: 'abc' }, 'refused', 'value'],
    ['1.234', { value: '1.234' }, 'refused', 'value'],
    ['more than 100 %', { value: '140' }, 'refused', 'value'],
    ['less than 0', { value: '-1' }, 'refused', 'value'],
    ['more counted than there are', { numerator: '5', denominator: '4' }, 'refused', 'numerator'],
    ['a share of nothing', { numerator: '0', denominator: '0' }, 'refused', 'denominator'],
  ])('%s is held back at its field', (_, text, kind, field) => {
    const checked = check(text)
    expect(checked.kind).toBe(kind)
    expect(checked.kind !== 'ready' && Object.keys(checked.errors)).toEqual([field])
  })

  test('an ambiguous number is answered with both of its readings', () => {
    const checked = check({ value: '1.234' })
    expect(checked.kind === 'refused' && checked.errors.value).toContain('ghi 1234 hoặc 1,2340')
  })

  test('a correction waits for its reason', () => {
    const approved = makeMeasurement({ value: 40, state: 'approved' })
    const corrected = makeEntryRow({ approved, current: approved })
    expect(check({ value: '41' }, corrected)).toMatchObject({
      kind: 'incomplete',
      errors: { reason: expect.any(String) },
    })
    expect(check({ value: '41', reason: 'Nhầm mẫu số' }, corrected)).toMatchObject({
      kind: 'ready',
      input: { reason: 'Nhầm mẫu số' },
    })
  })

  test('a correction that is taken back waits for nothing, and is as approved as before', () => {
    const approved = makeMeasurement({ value: 40, state: 'approved', source: 'Báo cáo 12' })
    const current = makeMeasurement({ value: 41, revision: 2, reason: 'Nhầm mẫu số' })
    const corrected = makeEntryRow({ approved, current })
    expect(check({ value: '40', source: 'Báo cáo 12' }, corrected)).toEqual({
      kind: 'ready',
      input: { value: 40, comparator: null, source: 'Báo cáo 12', note: null },
    })
    const takenBack = makeEntryRow({
      approved,
      current: { ...approved, revision: 3, state: 'draft' },
      questions: ['unchanged'],
    })
    const [line] = entryLines([takenBack], { queue: noDrafts, line: 'up' })
    expect(line?.openQuestions).toEqual([])
  })
})

test.each<[string, Partial<Measurement>]>([
  ['a value', { value: 1.234 }],
  ['counts', { value: 85.5, numerator: 171, denominator: 200 }],
  ['a comparison', { value: 30, comparator: 'greaterThan' }],
  ['texts', { value: 0, source: 'Báo cáo 57', note: 'đã soát' }],
])('%s from the server reads as what would have been typed', (_, given) => {
  const current = makeMeasurement(given)
  const text = textOf({ current, approved: null })
  expect(isSameFigure(current, text)).toBe(true)
  expect(checkRow(text, row).kind).toBe('ready')
})
