import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'
import { type Uploader, uploaderOf } from '../../support/upload.ts'

type WantedTarget = {
  indicator?: number
  name?: string
  milestone: number
  text?: string | string[]
  has?: string
  kind: string
  lower?: number
  upper?: number
}
/** What must come out of a file of a plan; see the README beside the files. */
type Case = {
  file: string
  import: string
  plan: {
    targets: WantedTarget[]
    may?: WantedTarget[]
    ask?: { indicator: number; milestone: number }[]
    new?: { name: string; unitOfMeasure: string; direction: string }[]
    not?: string[]
    noRefused?: boolean
  }
}

const files = new URL('../../cases/import/', import.meta.url)
const all = JSON.parse(await readFile(new URL('expect.json', files), 'utf8')) as Case[]
let service: Service
let officer: Uploader

beforeAll(async () => {
  service = await startService()
  await signInCast(service)
  officer = await uploaderOf(service, 'officer')
})
afterAll(() => service.close())

describe('a file of a plan as offices send it comes out as a careful official wants it', () => {
  const cases = all.filter((given) => given.import === 'plan')
  test.each(cases.map((given) => [given.file, given] as const))('%s', async (_, { file, plan }) => {
    const bytes = await readFile(new URL(file, files))
    const response = await officer.send('/api/units/11443/plan/import', { name: file, bytes })
    const body = response.json() as Any
    expect([response.statusCode, body.detail]).toEqual([200, undefined])
    const targets = body.items.flatMap((item: Any) =>
      item.targets.map((target: Any) => ({
        indicator: item.isNew ? undefined : item.number,
        name: item.isNew || item.mayBeNew ? item.name : undefined,
        milestone: target.milestone,
        text: target.after.text,
        kind: target.after.kind,
        lower: target.after.lower,
        upper: target.after.upper,
        isAsked: item.asks.length > 0 || item.refusals.length > 0,
      })),
    )
    const isOf = (wanted: WantedTarget) => (found: Any) =>
      found.milestone === wanted.milestone &&
      (wanted.name === undefined ? found.indicator === wanted.indicator : found.name === wanted.name)
    const silent = targets.filter(({ isAsked }: Any) => !isAsked)
    for (const wanted of plan.targets) {
      // Of a sentence it may be asked which indicator it is.
      const found = (wanted.has ? targets : silent).find(isOf(wanted))
      if (wanted.has) expect(found?.text).toContain(wanted.has)
      const { text, kind, lower = found?.lower, upper = found?.upper } = wanted
      expect([wanted, found]).toEqual([wanted, { ...found, kind, lower, upper }])
      const bare = (printed: string) => printed.replace(/\s/g, '')
      if (text) expect([text].flat().map(bare)).toContain(bare(found.text))
    }
    const others = silent.filter(
      (found: Any) => found.name === undefined && !plan.targets.some((wanted) => isOf(wanted)(found)),
    )
    expect(others).toEqual([])
    for (const wanted of plan.may ?? [])
      expect(targets.find(isOf(wanted))).toMatchObject({ text: wanted.text, isAsked: true })
    const added = body.change.indicators.map(({ name, unitOfMeasure, direction }: Any) => ({
      name,
      unitOfMeasure,
      direction,
    }))
    const isOfSentences = plan.targets.some(({ has }) => has)
    if (!isOfSentences) expect(added).toEqual(plan.new ?? [])
    for (const name of plan.not ?? []) expect(body.items.map((item: Any) => item.name)).not.toContain(name)
    if (plan.noRefused) expect(body.items.flatMap(({ refusals }: Any) => refusals)).toEqual([])
  })
})
