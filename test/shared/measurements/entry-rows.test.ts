import {
  askedOfAll,
  countStates,
  type EntryQuestion,
  type MeasurementState,
  nextTarget,
  questionsOfFigure,
} from '@moc57/shared'
import { describe, expect, test } from 'vitest'
import { makeMeasurement } from '../../support/make-measurement.ts'
import { indicatorOne, target, targets } from '../../support/make-progress.ts'

/** Approved values of the quarters before 2026-Q4, the last one last. */
const earlier = (...values: number[]) =>
  values.map((value, index) => {
    const quarter = 2026 * 4 + 3 - values.length + index
    return { period: `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`, value }
  })
const share = { direction: 'increase', unitOfMeasure: '%' } as const
const figure = { period: '2026-Q4', comparator: null, source: 'Báo cáo' }
const asked = (value: number | null, before: readonly number[], source: string | null = 'Báo cáo') =>
  questionsOfFigure({ ...figure, value, source }, share, earlier(...before), () => indicatorOne)

describe('a figure is asked about', () => {
  test.each<[string, number | null, number[], EntryQuestion[]]>([
    ['nothing where it is the first', 85, [], []],
    ['nothing where it is taken back', null, [85], []],
    ['nothing at a move of exactly 20 points', 50, [30], []],
    ['a jump of more than 20 points', 50.01, [30], ['jump']],
    ['a jump down as well', 9.99, [30], ['jump']],
    ['nothing at four times its usual move', 18, [10, 11, 12, 13, 14], []],
    ['a jump beyond four times its usual move', 18.01, [10, 11, 12, 13, 14], ['jump']],
    ['nothing at less than one point, however still it stood', 92.3, [93, 93.05, 93.1, 93.15, 93.2], []],
    ['nothing of its usual move where that is known of three only', 18.01, [10, 11, 12, 13], []],
    ['the same value the fourth quarter running', 30, [30, 30, 30], ['unchanged']],
    ['nothing the third quarter running', 30, [30, 30], []],
    ['a fall from a milestone that was reached', 59.99, [60], ['lostMilestone']],
    ['nothing where it falls and still meets it', 60, [70], []],
    ['nothing where the milestone was never reached', 55, [59], []],
    ['a fall from the higher of two that were reached', 99, [100], ['lostMilestone']],
    ['several things at once', 30, [60], ['jump', 'lostMilestone']],
    ['zero as a value like any other', 0, [10], []],
  ])('%s', (_, value, before, questions) => expect(asked(value, before)).toEqual(questions))

  test('its missing source', () => expect(asked(85, [], null)).toEqual(['noSource']))

  test('no four quarters running where one between was not reported', () => {
    const before = earlier(30, 30, 30, 30).filter(({ period }) => period !== '2026-Q2')
    expect(questionsOfFigure({ ...figure, value: 30 }, share, before, () => [])).toEqual([])
  })
})

describe('where less is better, and where things are counted,', () => {
  /** "Không quá 5", and "dưới 5" where the bound is strict. */
  const ceiling = (strict = false) => [
    { ...target(2030, null), text: '', kind: strict ? 'lessThan' : 'atMost', upper: 5, strict } as const,
  ]
  const hours = { direction: 'decrease', unitOfMeasure: 'giờ' } as const
  test.each<[string, number, number[], EntryQuestion[]]>([
    ['a rise above the ceiling that was kept is asked about', 6, [4], ['lostMilestone']],
    ['a fall below it is not', 3, [4], []],
    ['a rise up to it is not', 5, [4], []],
    ['a fall towards a ceiling that was never kept is not', 6, [8], []],
    ['a digit too many is', 80, [8], ['jump']],
    ['a digit too few is', 8, [80], ['jump']],
    ['a move of more than 20 is not, as it is no share', 330, [300], []],
    ['nor is the first after zero', 12, [0], ['lostMilestone']],
  ])('%s', (_, value, before, questions) => {
    expect(questionsOfFigure({ ...figure, value }, hours, earlier(...before), () => ceiling())).toEqual(
      questions,
    )
  })

  test('a strict ceiling is not kept by its bound, nor by "trên 4"', () => {
    const questions = (value: number, comparator: 'greaterThan' | null) =>
      questionsOfFigure({ ...figure, value, comparator }, hours, earlier(4), () => ceiling(true))
    expect(questions(5, null)).toEqual(['lostMilestone'])
    expect(questions(5, 'greaterThan')).toEqual(['lostMilestone'])
    expect(questions(4.9, null)).toEqual([])
  })
})

describe('100 in every row', () => {
  type Row = Parameters<typeof askedOfAll>[0][number]
  const row = (value: number | null, direction: Row['direction'] = 'increase'): Row => ({
    direction,
    naturalMaximum: 100,
    current: value === null ? null : makeMeasurement({ value }),
    questions: ['noSource'],
  })
  const questionsOf = (rows: readonly Row[]) => askedOfAll(rows).map((each) => each.questions.join())
  const questions = (values: readonly (number | null)[]) => questionsOf(values.map((value) => row(value)))
  const full = Array.from({ length: 10 }, () => 100)

  test('is asked of each that has a figure, beside what is asked already', () => {
    expect(questions([...full, null])).toEqual([...full.map(() => 'noSource,allFull'), 'noSource'])
  })

  test('is asked whatever stands at what is to decrease or is counted, and not of that', () => {
    const others = [row(0, 'decrease'), row(100, 'decrease'), { ...row(7), naturalMaximum: null }]
    expect(questionsOf([...full.map((value) => row(value)), ...others])).toEqual([
      ...full.map(() => 'noSource,allFull'),
      ...others.map(() => 'noSource'),
    ])
  })

  test.each([
    ['one is not', [...full, 99.9999]],
    ['there are fewer than ten', full.slice(1)],
    ['there is none', []],
  ])('is not asked where %s', (_, values) => {
    expect(questions(values)).toEqual(values.map(() => 'noSource'))
  })
})

describe('the indicators of a quarter are counted by where they stand', () => {
  const inState = (state: MeasurementState) => ({ current: makeMeasurement({ state }), approved: null })

  test('each once', () => {
    const states: MeasurementState[] = [
      'draft',
      'submitted',
      'submitted',
      'returned',
      'approved',
      'unverified',
    ]
    const counts = { missing: 1, draft: 1, submitted: 2, returned: 1, approved: 2 }
    expect(countStates([...states.map(inState), { current: null, approved: null }])).toEqual(counts)
  })

  test('a figure that was taken back is missing, one that cannot be computed is not', () => {
    const empty = { current: makeMeasurement({ value: null }), approved: null }
    const dividedByZero = {
      current: makeMeasurement({ value: null, numerator: 0, denominator: 0 }),
      approved: null,
    }
    expect(countStates([empty])).toMatchObject({ missing: 1, draft: 0 })
    expect(countStates([dividedByZero])).toMatchObject({ missing: 0, draft: 1 })
  })

  test('a correction that went back to what is approved is approved', () => {
    const approved = makeMeasurement({ value: 50, state: 'approved' })
    expect(countStates([{ current: makeMeasurement({ value: 50, revision: 3 }), approved }])).toMatchObject({
      draft: 0,
      approved: 1,
    })
    expect(countStates([{ current: makeMeasurement({ value: 51, revision: 3 }), approved }])).toMatchObject({
      draft: 1,
      approved: 0,
    })
  })
})

describe('the next target of a quarter', () => {
  test.each([
    ['the one of its own year in the fourth quarter too', '2025-Q4', 2025],
    ['the next one from the quarter after', '2026-Q1', 2030],
    ['the last one at its end', '2045-Q4', 2045],
    ['none after the last', '2046-Q1', undefined],
  ])('is %s', (_, period, milestone) => {
    expect(nextTarget(indicatorOne, period)?.milestone).toBe(milestone)
  })

  test('skips the milestones without one, and says it as printed', () => {
    expect(nextTarget(targets(null, null, 80), '2025-Q1')).toEqual({ milestone: 2035, text: '≥80%' })
  })
})
