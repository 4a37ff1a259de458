import { readFileSync } from 'node:fs'
import type { Progress } from '@moc57/shared'
import { expect } from 'vitest'

/*
 * Cases of the contract worked by hand: what figures, targets and days give which status, gaps, pace, verdicts,
 * forecast and year's end. A number is an integer, or a fraction as text; answers round it to 4 decimals.
 */

export type Exact = number | string | null
type Series = Record<string, number | number[] | null>
export type Given = {
  direction?: string
  naturalMaximum?: number | null
  unitOfMeasure?: string
  frequency?: string
  targets: { milestone: number; text: string }[]
  series: Series
}
/** A change of plan; a refused one changes nothing. */
type Change = { effectiveFrom: string; targets: Given['targets']; refused?: boolean }
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
  words?: string
}
export type Case = Given & { name: string; asOf: string; closed: string; want: Want; changes?: Change[] }
export type OrderCase = { name: string; asOf: string; closed: string; items: Given[] } & {
  want: { order: number[]; statuses: string[]; perQuarter: Exact[] }
}

/** An integer, or a fraction as text. */
export const exact = (given: Exact): number | null => {
  if (typeof given !== 'string') return given
  const [n = '', d = '1'] = given.split('/')
  return Number(n) / Number(d)
}
/** As it goes out: the nearest number of four decimals. */
const out = (given: Exact | undefined) => {
  const number = exact(given ?? null)
  return number === null ? null : expect.closeTo(number, 4)
}

const rules: (Case | OrderCase)[] = JSON.parse(
  readFileSync(new URL('../shared/indicators/rules.json', import.meta.url), 'utf8'),
)
export const cases = rules.filter((one): one is Case => !('items' in one))
export const orders = rules.filter((one): one is OrderCase => 'items' in one)

/** That an answer says what a case wants; what is not named is not part of the case. */
export function expectWanted(progress: Progress, want: Want): void {
  const byYear = <Value>(of: (target: (typeof progress.targets)[number]) => Value) =>
    Object.fromEntries(progress.targets.map((target) => [target.milestone, of(target)]))
  const { status, next, value, missingShare, pace, flags, forecast } = progress

  if (want.status) expect(status).toBe(want.status)
  if (want.next) expect(next?.milestone).toBe(want.next)
  if ('value' in want) expect(value).toEqual(out(want.value))
  if ('gap' in want) expect(next?.gap ?? null).toEqual(out(want.gap))
  if ('missingShare' in want) expect(missingShare).toEqual(out(want.missingShare))
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
}
