import {
  boundOf,
  gapInWords,
  insufficientReason,
  outcomeLabels,
  quarterNumber,
  type ReportFigures,
  statusClass,
  statusLabels,
  yearEndSentence,
  yearEndWords,
} from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { headlineOf } from '@moc57/web/indicators/progress/headline.ts'
import {
  changeText,
  expectedText,
  gapCell,
  gapSentence,
  leftInWords,
  neededInWords,
  tagsOf,
} from '@moc57/web/indicators/progress/wording.ts'
import { leadingSentence } from '@moc57/web/indicators/why/leading-sentence.ts'
import { leftOfNext } from '@moc57/web/lib/figures.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'

/*
 * The page of a unit, its report and the review of its year are made of the same figures: none of the 114 sample units
 * is told one thing here and another there, and no sentence claims what a status denies.
 */

let service: Service
let admin: Client
const unitCodes: string[] = []
beforeAll(async () => {
  service = await startService('sample')
  admin = (await signInCast(service)).admin
  const { body } = (await admin('GET', '/api/units')) as Any
  unitCodes.push(...body.items.map(({ code }: { code: string }) => code))
})
afterAll(() => service.close())

const answers = new Map<string, Any>()

/** Every answer is asked for once. */
const read = async (path: string): Promise<Any> => {
  if (!answers.has(path)) {
    const { status, body } = await admin('GET', path)
    expect(status, path).toBe(200)
    answers.set(path, body)
  }
  return answers.get(path)
}
const progressOf = async (code: string, asOf: string): Promise<ProgressItem[]> =>
  (await read(`/api/units/${code}/progress?asOf=${asOf}`)).items
const reportOf = async (code: string, period: string): Promise<ReportFigures | null> =>
  (await read(`/api/units/${code}/reports/${period}`)).preview?.figures ?? null

/** Calls for each unit, and gathers what does not hold so that all of it is seen at once. */
async function faultsOf(check: (code: string) => Promise<string[]>): Promise<string[]> {
  const faults: string[] = []
  for (const code of unitCodes) faults.push(...(await check(code)).map((fault) => `${code} ${fault}`))
  return faults.slice(0, 20)
}

const sentencesOf = ({ groups }: ReportFigures) => groups.flatMap(({ sentences }) => sentences)
const sentenceOf = (figures: ReportFigures, number: number) =>
  sentencesOf(figures).find((sentence) => sentence.startsWith(`Chỉ tiêu ${number}. `)) ?? ''

/** What says that a target is reached. */
const claimsMet =
  /(?<!không |chưa |để )đạt (?:mục tiêu|mốc)|(?:^|[;,.] )(?:đã )?vượt |thấp hơn mức cho phép|vừa đạt/iu
/** What says that it is not. */
const claimsMissing = /không đạt|còn thiếu|cần giảm thêm|mới bằng|không giữ được|Thiếu |Giảm thêm /u

/** "còn thiếu 52 điểm phần trăm", "thấp hơn mức cho phép 2 giờ": which side of the bound, and how far. */
function distanceIn(words: string): { side: string; distance: number } | null {
  const said =
    /(còn thiếu|cần giảm thêm|vượt|thấp hơn mức cho phép) (?:trên |dưới )?([\d.]+(?:,\d+)?) /u.exec(words)
  if (!said?.[1] || !said[2]) return null
  return { side: said[1], distance: Number(said[2].replaceAll('.', '').replace(',', '.')) }
}

/** What is said only where the other way is the better one. */
const ofTheOtherWay = { increase: /giảm thêm|cần giảm|mức cho phép/u, decrease: /thiếu|cần thêm|vượt/u }

/** What is said of what is missing and of what is beyond, by which way is better. */
const sides = {
  increase: ['còn thiếu', 'vượt'],
  decrease: ['cần giảm thêm', 'thấp hơn mức cho phép'],
} as const

/** What no text of the product may hold: a value that is none, nothing that is missing, words that are no Vietnamese. */
const alien = [
  /\b(?:null|undefined|NaN|Infinity)\b|\[object|\$\{/u,
  /(?:thiếu|giảm thêm|vượt|cần thêm|tăng|giảm) (?:trên |dưới )?[-+]?0(?![,.\d])/u,
  /\b(?:target|value|status|quarter|missed|missing|behind|achieved|onTrack|overdue|gap|milestone|noData)\b/iu,
  / {2}|\(\)|;;|(?<!\.)\.\.(?!\.)|,\s*[.;]/u,
]
const faultsInText = (text: string) =>
  alien.flatMap((pattern) => (pattern.test(text) ? [`${pattern} in: ${text}`] : []))

/** The quarter of the report and the year's report with the quarter that each is of. */
const reported = [
  ['2026-Q3', '2026-Q3'],
  ['2025-Y', '2025-Q4'],
] as const

describe.each(reported)('the report of %s and the page of the unit in %s', (period, asOf) => {
  test('say the same of every indicator of 114 units: value, status, and what is left', async () => {
    let compared = 0
    const faults = await faultsOf(async (code) => {
      const figures = await reportOf(code, period)
      const items = await progressOf(code, asOf)
      // A draft tells of figures that the page does not count yet.
      if (!figures || figures.isDraft) return []
      return items.flatMap((item) => {
        compared++
        const row = figures.annex.find(({ number }) => number === item.number)
        const sentence = sentenceOf(figures, item.number)
        const left = `${sentence.slice(sentence.indexOf(';') + 1)} ${row?.toTarget}`
        const isMet = item.status === 'achieved'
        return [
          row?.status === statusLabels[item.status] || `${item.number}: ${row?.status} is ${item.status}`,
          !row?.current ||
            Math.abs(row.current.value - (item.value ?? Number.NaN)) <= 0.00501 ||
            `${item.number}: ${row?.current?.value} is ${item.value}`,
          (row?.current !== null) ===
            (item.period !== null && item.period >= (period === '2025-Y' ? '2025-Q1' : asOf)) ||
            `${item.number}: a figure of ${item.period}`,
          isMet || !claimsMet.test(left) || `${item.number} ${item.status}: ${left}`,
          !isMet || !claimsMissing.test(left) || `${item.number} ${item.status}: ${left}`,
        ].filter((fault) => typeof fault === 'string')
      })
    })
    expect(faults).toEqual([])
    expect(compared).toBeGreaterThan(60 * 31)
  })

  test('leave the same distance to the milestone, in words of the same side', async () => {
    let compared = 0
    const faults = await faultsOf(async (code) => {
      const figures = await reportOf(code, period)
      const items = await progressOf(code, asOf)
      if (!figures || figures.isDraft) return []
      return items.flatMap((item) => {
        // A due milestone may have been judged on another quarter than the figure of the report.
        const told = leftOfNext(item)?.today === null ? distanceIn(leftInWords(item) ?? '') : null
        const sentence = sentenceOf(figures, item.number)
        const reported = distanceIn(sentence.slice(sentence.indexOf(';') + 1))
        if (!told || !reported) return []
        compared++
        // The page shows one decimal; a report prints two, and takes its differences of what it prints.
        const gap = leftOfNext(item)?.gap ?? 0
        const [missing, beyond] = sides[item.direction]
        const isSame =
          [told, reported].every(({ side }) => side === (gap > 0 ? missing : beyond)) &&
          Math.abs(told.distance - reported.distance) <= 0.0601 &&
          Math.abs(told.distance - Math.abs(gap)) <= 0.0501
        return isSame ? [] : [`${item.number}: “${leftInWords(item)}” is “${sentence}”`]
      })
    })
    expect(faults).toEqual([])
    expect(compared).toBeGreaterThan(60 * 20)
  })

  test('name the most urgent in the same order', async () => {
    const faults = await faultsOf(async (code) => {
      const figures = await reportOf(code, period)
      if (!figures || figures.isDraft) return []
      const urgent = (await progressOf(code, asOf))
        .toSorted((a, b) => a.urgencyRank - b.urgencyRank)
        .filter(({ status }) => statusClass[status] === 'red' || status === 'behind')
        .map(({ number }) => number)
      const words = figures.summary.find((line) => line.startsWith('Cần tập trung chỉ đạo')) ?? ''
      const named = [...words.matchAll(/\d+/g)].map(([number]) => Number(number))
      return String(named) === String(urgent) ? [] : [`${named} is ${urgent}`]
    })
    expect(faults).toEqual([])
  })

  test('hold nothing but Vietnamese words and true claims', async () => {
    const faults = await faultsOf(async (code) => {
      const figures = await reportOf(code, period)
      const items = await progressOf(code, asOf)
      const ofReport = figures
        ? [
            ...figures.summary,
            ...sentencesOf(figures),
            ...figures.annex.flatMap(({ toTarget, status, note }) => [toTarget, status, note]),
          ]
        : []
      const ofPage = items.flatMap((item) => {
        const leading = leadingSentence({ ...item, asOf })
        const reason = item.status === 'insufficientData' ? insufficientReason(item, asOf) : ''
        const gaps = item.targets.map((target) =>
          target.gap === null ? '' : gapInWords(target.gap, item, boundOf(target, item.direction)),
        )
        const opening = leading.split('. ')[0] ?? ''
        const isFalse =
          item.status !== 'achieved' && claimsMet.test(opening)
            ? [`${item.number} ${item.status}: ${leading}`]
            : []
        return [...isFalse, ...[leading, reason, ...gaps].flatMap(faultsInText)]
      })
      return [...ofPage, ...ofReport.flatMap(faultsInText)]
    })
    expect(faults).toEqual([])
  })
})

describe('the list of indicators on the page of 114 units', () => {
  test('tells of each no more than its status, in Vietnamese words', async () => {
    const asOf = '2026-Q3'
    const faults = await faultsOf(async (code) => {
      const { items, plan } = await read(`/api/units/${code}/progress?asOf=${asOf}`)
      const { summary, worst, remark } = headlineOf(items, asOf)
      const urgent = items.find(({ urgencyRank }: ProgressItem) => urgencyRank === 1)
      const ofItems = items.flatMap((item: ProgressItem) => {
        const cell = gapCell(item)
        const isMet = item.status === 'achieved'
        const texts = [
          gapSentence(item),
          neededInWords(item),
          changeText(item, asOf)?.text,
          item.pace.expected === null ? undefined : expectedText(item, asOf),
          cell?.text,
          cell?.beyond,
          ...(cell?.notes ?? []),
          ...tagsOf(item, plan, []).map(({ text }) => text),
        ].flatMap((text) => text ?? [])
        // A due milestone is told by what it was judged on, with today's value beside it.
        const isOfToday = leftOfNext(item)?.judgedIn === null
        return [
          !cell || !isOfToday || cell.isMet === isMet || `${item.number} ${item.status}: ${cell.text}`,
          !isMet || item.pace.neededPerQuarter === null || `${item.number} is met and needs more`,
          ...texts.filter((text) => ofTheOtherWay[item.direction].test(text)),
          ...texts.flatMap(faultsInText),
        ].filter((fault) => typeof fault === 'string')
      })
      return [
        ...ofItems,
        ...faultsInText(`${summary}. ${remark}`.trim()),
        ...(worst && worst.number !== urgent?.number ? [`${worst.number} is not ${urgent?.number}`] : []),
      ]
    })
    expect(faults).toEqual([])
  })
})

describe('the order “gấp nhất” of 114 units', () => {
  test('has red before orange before the rest, in each the largest share a quarter first, none last', async () => {
    const [asOf, closed] = ['2026-Q3', quarterNumber('2026-Q3')]
    const colour = ({ status }: ProgressItem) =>
      ({ red: 0, orange: 1, good: 2, neither: 2 })[statusClass[status]]
    const perQuarter = ({ missingShare, next, period }: ProgressItem) => {
      if (missingShare === null) return -1
      const measured = period === null ? closed : quarterNumber(period)
      return missingShare / Math.max(1, quarterNumber(`${next?.milestone}-Q4`) - Math.max(measured, closed))
    }
    const faults = await faultsOf(async (code) => {
      const items = (await progressOf(code, asOf)).toSorted((a, b) => a.urgencyRank - b.urgencyRank)
      return items.slice(1).flatMap((item, index) => {
        const before = items[index] as ProgressItem
        const byColour = colour(before) - colour(item)
        // Shares in answers have four decimals.
        const isInOrder = byColour < 0 || (byColour === 0 && perQuarter(before) >= perQuarter(item) - 0.0001)
        return isInOrder ? [] : [`${before.number} ${before.status} before ${item.number} ${item.status}`]
      })
    })
    expect(faults).toEqual([])
  })
})

describe.each([2025, 2026])('the review of %i and the page of the unit at its end', (year) => {
  test('say the same of every indicator of 114 units, in words without a false claim', async () => {
    const faults = await faultsOf(async (code) => {
      const review = await read(`/api/units/${code}/reviews/${year}`)
      const items = await progressOf(code, `${year}-Q4`)
      const total = (Object.values(review.counts) as number[]).reduce((sum, count) => sum + count, 0)
      const ofItems = review.items.flatMap((end: Any) => {
        const item = items.find(({ number }) => number === end.number) as ProgressItem
        const target = item.targets.find(({ milestone, kind }) => milestone === year && kind !== 'none')
        const words = yearEndWords(end, review.isOver)
        const isJudged = end.outcome === 'met' || end.outcome === 'missed'
        const say = (fault: string) => `${end.number} ${end.outcome}: ${fault}`
        return [
          (end.value === item.value && end.status === item.status) ||
            say(`${end.value} ${end.status} is ${item.value} ${item.status}`),
          !isJudged || end.outcome === target?.verdict || say(`is ${target?.verdict}`),
          isJudged === (target?.verdict === 'met' || target?.verdict === 'missed') ||
            say(`is ${target?.verdict}`),
          (end.judged?.value ?? null) === (target?.judged?.value ?? null) ||
            say(`judged ${end.judged?.value}`),
          (target !== undefined) === (end.target !== null) || say(`target ${end.target?.text}`),
          end.outcome === 'met' || !claimsMet.test(words) || end.target === null || say(words),
          end.outcome !== 'met' || !claimsMissing.test(words) || say(words),
          ...faultsInText(`${outcomeLabels[end.outcome as keyof typeof outcomeLabels]} ${words}`),
        ].filter((fault) => typeof fault === 'string')
      })
      return [
        ...(total === review.items.length ? [] : [`counts ${total} of ${review.items.length}`]),
        ...ofItems,
        ...faultsInText(yearEndSentence(review)),
      ]
    })
    expect(faults).toEqual([])
  })
})
