import { readFileSync } from 'node:fs'
import {
  type CountedMeasurement,
  compareUrgency,
  type Direction,
  type MilestoneTarget,
  parseTarget,
  progressAndUrgency,
  quarterNumber,
  toNumber,
  yearEndOf,
} from '@moc57/shared'
import { describe, expect, test } from 'vitest'

/*
 * Cases of the contract worked by hand: what figures, targets and days give which status, gaps, pace, verdicts,
 * forecast and year's end. A number is an integer, or a fraction as text; answers round it to 4 decimals.
 */

type Exact = number | string | null
type Series = Record<string, number | number[] | null>
type Given = {
  direction?: string
  naturalMaximum?: number | null
  unitOfMeasure?: string
  frequency?: string
  targets: { milestone: number; text: string }[]
  series: Series
}
type Want = {
  status?: string
  next?: number
  value?: Exact
  gap?: Exact
  gaps?: Record<string, Exact>
  missingShare?: Exact
  perQuarter?: Exact
  ratio?: Exact
  expected?: Exact
  needed?: Exact
  verdicts?: Record<string, string | null>
  judged?: Record<string, Exact[] | null>
  readings?: Record<string, unknown[]>
  flags?: string[]
  flags_with?: string[]
  flags_without?: string[]
  forecast?: { slope?: Exact[]; valueAtMilestone?: Exact[]; reaches?: (string | null)[] | null } | null
  review?: Record<string, string>
}
type Case = Given & { name: string; asOf: string; closed: string; want: Want }
type OrderCase = { name: string; asOf: string; closed: string; items: Given[] } & {
  want: { order: number[]; statuses: string[]; perQuarter: Exact[] }
}

const exact = (given: Exact): number | null => {
  if (typeof given !== 'string') return given
  const [n = '', d = '1'] = given.split('/')
  return Number(n) / Number(d)
}
/** As it goes out: the nearest number of four decimals. */
const out = (given: Exact | undefined) => {
  const number = exact(given ?? null)
  return number === null ? null : expect.closeTo(number, 4)
}

function inputOf({ direction, naturalMaximum, unitOfMeasure, frequency, targets, series }: Given) {
  const indicator = {
    direction: (direction ?? 'increase') as Direction,
    naturalMaximum: naturalMaximum === undefined ? 100 : naturalMaximum,
    unitOfMeasure: unitOfMeasure ?? '%',
    frequency: (frequency ?? 'quarterly') as 'quarterly' | 'yearly',
    inForceFrom: null,
  }
  return {
    indicator,
    targets: targets.map(
      ({ milestone, text }): MilestoneTarget => ({
        ...parseTarget(text, indicator),
        milestone,
        source: 'own',
        wasInForce: true,
      }),
    ),
    measurements: Object.entries(series).map(([period, figure]): CountedMeasurement => {
      const [numerator = null, denominator = null] = Array.isArray(figure) ? figure : []
      const value = Array.isArray(figure) ? null : figure
      return { period, value, numerator, denominator, comparator: null, state: 'approved' }
    }),
  }
}

const rules: (Case | OrderCase)[] = JSON.parse(readFileSync(new URL('./rules.json', import.meta.url), 'utf8'))
const cases = rules.filter((one): one is Case => !('items' in one))
const orders = rules.filter((one): one is OrderCase => 'items' in one)

describe('worked by hand', () => {
  test.each(cases)('$name', ({ asOf, closed, want, ...given }) => {
    const input = inputOf(given)
    const { progress, urgency } = progressAndUrgency({ ...input, asOf, closed })
    const byYear = <Value>(of: (target: (typeof progress.targets)[number]) => Value) =>
      Object.fromEntries(progress.targets.map((target) => [target.milestone, of(target)]))
    const { status, next, value, missingShare, pace, flags, forecast } = progress

    if (want.status) expect(status).toBe(want.status)
    if (want.next) expect(next?.milestone).toBe(want.next)
    if ('value' in want) expect(value).toEqual(out(want.value))
    if ('gap' in want) expect(next?.gap ?? null).toEqual(out(want.gap))
    if ('missingShare' in want) expect(missingShare).toEqual(out(want.missingShare))
    if ('perQuarter' in want) {
      const share = urgency.missingPerQuarter && toNumber(urgency.missingPerQuarter)
      expect(share).toEqual(
        want.perQuarter == null ? null : expect.closeTo(exact(want.perQuarter) as number, 12),
      )
    }
    if ('ratio' in want) expect(pace.ratio).toEqual(out(want.ratio))
    if ('expected' in want) expect(pace.expected).toEqual(out(want.expected))
    if ('needed' in want) expect(pace.neededPerQuarter).toEqual(out(want.needed))
    for (const [year, gap] of Object.entries(want.gaps ?? {}))
      expect(byYear((one) => one.gap)[year]).toEqual(out(gap))
    expect(byYear(({ verdict }) => verdict)).toMatchObject(want.verdicts ?? {})
    for (const [year, judged] of Object.entries(want.judged ?? {})) {
      expect(byYear((one) => one.judged)[year]).toEqual(
        judged && { period: judged[0], value: out(judged[1]), gap: out(judged[2]) },
      )
    }
    expect(byYear(({ kind, lower, upper, strict }) => [kind, lower, upper, strict])).toMatchObject(
      want.readings ?? {},
    )
    if (want.flags) expect(flags.toSorted()).toEqual(want.flags.toSorted())
    expect(flags).toEqual(expect.arrayContaining(want.flags_with ?? []))
    for (const flag of want.flags_without ?? []) expect(flags).not.toContain(flag)
    if (want.forecast === null) expect(forecast).toBeNull()
    else if (want.forecast) {
      const { slope, valueAtMilestone, reaches } = want.forecast
      const span = ([low, middle, high]: Exact[]) => ({ low: out(low), middle: out(middle), high: out(high) })
      if (slope) expect(forecast?.slope).toEqual(span(slope))
      if (valueAtMilestone) expect(forecast?.valueAtMilestone).toEqual(span(valueAtMilestone))
      if (reaches === null) expect(forecast?.reaches).toBeNull()
      else if (reaches) {
        const [earliest, middle, latest] = reaches
        expect(forecast?.reaches).toEqual({ earliest, middle, latest })
      }
    }
  })

  // Seen on 30/11/2026, when quý III/2026 is the last quarter whose due day has passed.
  const reviews = cases.flatMap(({ name, want, ...given }) =>
    Object.entries(want.review ?? {}).map(([year, outcome]) => ({
      name,
      year: Number(year),
      outcome,
      given,
    })),
  )
  test.each(reviews)('the year $year of “$name” is $outcome', ({ year, outcome, given }) => {
    const input = inputOf(given)
    const end = `${year}-Q4`
    const { progress } = progressAndUrgency({ ...input, asOf: end, closed: '2026-Q3' })
    expect(yearEndOf(progress, year, quarterNumber(end) <= quarterNumber('2026-Q3')).outcome).toBe(outcome)
  })

  test.each(orders)('$name', ({ items, asOf, closed, want }) => {
    const standing = items.map((given) => progressAndUrgency({ ...inputOf(given), asOf, closed }))
    expect(standing.map(({ progress }) => progress.status)).toEqual(want.statuses)
    const places = standing.map((_, index) => index)
    const urgencyOf = (place: number) => (standing[place] as (typeof standing)[number]).urgency
    places.sort((a, b) => compareUrgency(urgencyOf(a), urgencyOf(b)))
    expect(places.map((place) => place + 1)).toEqual(want.order)
    expect(
      standing.map(({ urgency: { missingPerQuarter } }) => missingPerQuarter && toNumber(missingPerQuarter)),
    ).toEqual(
      want.perQuarter.map((share) => (share === null ? null : expect.closeTo(exact(share) as number, 12))),
    )
  })
})
