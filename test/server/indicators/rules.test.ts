import { boundOf, type Direction, gapInWords, insufficientReason, quarterNumber } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, type Person, signInCast } from '../../support/accounts.ts'
import {
  type Case,
  cases,
  type Exact,
  exact,
  expectWanted,
  type Given,
  type OrderCase,
  orders,
} from '../../support/rules.ts'
import { type Service, startService } from '../../support/service.ts'

/*
 * The cases worked by hand, as somebody meets them who knows nothing but the interface: a unit adds each indicator to
 * its plan, enters the figures quarter by quarter, has them approved, and reads the answers.
 */

const unit = '/api/units/11680'

/** A day on which the quarter is the latest whose due day has passed. */
function dayAfter(closed: string): Date {
  const [year, quarter] = closed.split('-Q')
  return new Date(`${year}-${String(3 * Number(quarter)).padStart(2, '0')}-25T03:00:00Z`)
}

/** What is added to the plan for a case: one indicator, or those whose order is asked for. */
const givensOf = (one: Case | OrderCase): Given[] => ('items' in one ? one.items : [one])

const indicatorOf = (
  { direction, naturalMaximum, unitOfMeasure, frequency, targets }: Given,
  name: string,
) => ({
  groupCode: 'IV',
  name,
  shortName: name,
  unitOfMeasure: unitOfMeasure ?? '%',
  naturalMaximum: naturalMaximum === undefined ? 100 : naturalMaximum,
  direction: (direction ?? 'increase') as Direction,
  frequency: (frequency ?? 'quarterly') as 'quarterly' | 'yearly',
  targets,
})

const figureOf = (figure: number | number[] | null) =>
  Array.isArray(figure) ? { numerator: figure[0], denominator: figure[1] } : { value: figure }

const all: (Case | OrderCase)[] = [...cases, ...orders]
const byClosed = [...Map.groupBy(all, ({ closed }) => closed)]

describe.each(byClosed)('worked by hand, on a day when %s is due', (closed, ofDay) => {
  const day = dayAfter(closed)
  let clock: Date
  let service: Service
  let people: Record<Person | 'public', Client>
  let lastChange: number
  let documentId: string
  /** The numbers that the indicators of a case got. */
  const numbers = new Map<Case | OrderCase, number[]>()

  const read = async (path: string): Promise<Any> => {
    const { status, body } = await people.public('GET', unit + path)
    expect(status, path).toBe(200)
    return body
  }
  const itemsOf = async (one: Case | OrderCase): Promise<ProgressItem[]> => {
    const { items } = await read(`/progress?asOf=${one.asOf}`)
    return (numbers.get(one) ?? []).map((number) => items.find((item: Any) => item.number === number))
  }
  const change = (body: object): Promise<Any> =>
    people.neighbour('POST', `${unit}/plan/changes`, { reason: 'Kế hoạch của xã', ...body })

  beforeAll(async () => {
    clock = new Date(day)
    service = await startService('real', clock)
    people = await signInCast(service)
    const givens = ofDay.flatMap((one) => givensOf(one).map((given) => ({ one, given })))
    const added = await change({
      basedOn: 0,
      effectiveFrom: '2025-Q1',
      document: { title: 'Kế hoạch thực hiện Nghị quyết 57' },
      indicators: givens.map(({ one, given }, index) => indicatorOf(given, `${one.name} (${index + 1})`)),
    })
    expect(added.status, JSON.stringify(added.body)).toBe(200)
    lastChange = added.body.lastChange
    const own = added.body.items.filter(({ isOwn }: Any) => isOwn).map(({ number }: Any) => number)
    documentId = added.body.documents.at(-1).id
    for (const [index, { one }] of givens.entries()) {
      numbers.set(one, [...(numbers.get(one) ?? []), own[index]])
    }
    await enterAll(
      givens.flatMap(({ given }, index) =>
        Object.entries(given.series).map(([period, figure]) => ({ period, number: own[index], figure })),
      ),
    )
  })
  afterAll(() => service.close())

  /** Quarter by quarter: opened again by the administrator, entered, submitted and approved by the unit. */
  async function enterAll(
    figures: { period: string; number: number; figure: number | number[] | null }[],
  ): Promise<void> {
    const inTime = [...Map.groupBy(figures, ({ period }) => period)].sort(([a], [b]) => a.localeCompare(b))
    for (const [period, ofQuarter] of inTime) {
      const submission = `${unit}/submissions/${period}`
      if (period <= closed) await people.admin('POST', `${submission}/reopen`, { reason: 'Nhập bổ sung' })
      for (const { number, figure } of ofQuarter) {
        const path = `${unit}/indicators/${number}/measurements/${period}`
        const { status, body } = await people.neighbour('PUT', path, figureOf(figure))
        expect(status, `${path} ${JSON.stringify(body)}`).toBe(200)
      }
      expect((await people.neighbour('POST', `${submission}/submit`, {})).status, period).toBe(200)
      expect((await people.neighbour_leader('POST', `${submission}/approve`, {})).status, period).toBe(200)
    }
  }

  const single = ofDay.filter((one): one is Case => !('items' in one))
  test.each(single)('$name', async (one) => {
    const [number] = numbers.get(one) ?? []
    for (const { refused, ...changed } of one.changes ?? []) {
      const answer = await change({
        basedOn: lastChange,
        effectiveFrom: changed.effectiveFrom,
        documentId,
        targets: changed.targets.map((target) => ({ number, ...target })),
      })
      expect(answer.status, JSON.stringify(answer.body)).toBe(refused ? 422 : 200)
      if (!refused) lastChange = answer.body.lastChange
    }
    const [item] = (await itemsOf(one)) as [ProgressItem]
    expectWanted(item, one.want)
    if ('perQuarter' in one.want) expectPerQuarter(item, one.want.perQuarter ?? null, closed)
    const { series: _, ...ofIndicator } = await read(`/indicators/${number}?asOf=${one.asOf}`)
    expect(ofIndicator).toMatchObject(item)
    if (one.want.words) expect(await wordsOf(item, one)).toContain(one.want.words)
  })

  /** The words beside status and gap on the page of the indicator, and the sentence of a report. */
  async function wordsOf(item: ProgressItem, { asOf }: Case): Promise<string> {
    const { next, status } = item
    const target = item.targets.find(({ milestone }) => milestone === next?.milestone)
    const gap =
      next?.gap == null || !target ? '' : gapInWords(next.gap, item, boundOf(target, item.direction))
    const reason = status === 'insufficientData' ? insufficientReason(item, asOf) : ''
    return [gap, reason, await reportSentenceOf(item.number, asOf)].join('\n')
  }

  async function reportSentenceOf(number: number, period: string): Promise<string> {
    const { body } = (await people.neighbour('GET', `${unit}/reports/${period}`)) as Any
    const sentences = body.preview?.figures.groups.flatMap((group: Any) => group.sentences) ?? []
    return sentences.find((sentence: string) => sentence.startsWith(`Chỉ tiêu ${number}. `)) ?? ''
  }

  const reviewed = single.flatMap((one) =>
    Object.entries(one.want.review ?? {}).map(([year, outcome]) => ({ name: one.name, one, year, outcome })),
  )
  test.for(reviewed)(
    'the year $year of “$name” is $outcome, seen on 30/11/2026',
    async ({ one, year, outcome }) => {
      clock.setTime(Date.parse('2026-11-30T03:00:00Z'))
      const { items, counts } = await read(`/reviews/${year}`)
      clock.setTime(day.getTime())
      const [number] = numbers.get(one) ?? []
      expect(items.find((item: Any) => item.number === number).outcome).toBe(outcome)
      const sum = (Object.values(counts) as number[]).reduce((total, count) => total + count, 0)
      expect(sum).toBe(items.length)
    },
  )

  const orderCases = ofDay.filter((one): one is OrderCase => 'items' in one)
  test.for(orderCases)('$name', async (one) => {
    const items = await itemsOf(one)
    const { want, closed } = one
    expect(items.map(({ status }) => status)).toEqual(want.statuses)
    const places = items.map((_, index) => index)
    const rankOf = (place: number) => items[place]?.urgencyRank ?? Number.NaN
    places.sort((a, b) => rankOf(a) - rankOf(b))
    expect(places.map((place) => place + 1)).toEqual(want.order)
    for (const [index, item] of items.entries())
      expectPerQuarter(item, want.perQuarter[index] ?? null, closed)
  })
})

/** From what the answer says: the missing share over the quarters that can still report. */
function expectPerQuarter(item: ProgressItem, perQuarter: Exact, closed: string) {
  const { missingShare, next, period } = item
  const share = exact(perQuarter)
  if (share === null) return expect(missingShare).toBeNull()
  const last = quarterNumber(`${next?.milestone}-Q4`)
  const left = last - Math.max(quarterNumber(period ?? closed), quarterNumber(closed))
  return expect((missingShare ?? Number.NaN) / Math.max(1, left)).toBeCloseTo(share, 4)
}
