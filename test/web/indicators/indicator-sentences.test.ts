import { ProgressStatus } from '@moc57/shared'
import { flagNotes } from '@moc57/web/indicators/why/flag-notes.ts'
import { leadingSentence } from '@moc57/web/indicators/why/leading-sentence.ts'
import { passedMilestones } from '@moc57/web/indicators/why/passed-milestones.ts'
import { ruleChecks } from '@moc57/web/indicators/why/why-rules.ts'
import { whySteps } from '@moc57/web/indicators/why/why-steps.ts'
import { describe, expect, test } from 'vitest'
import { indicatorPage, inEachStatus } from '../../support/make-page.ts'
import { ceiling, measured, share, target, targets } from '../../support/make-progress.ts'

const aboveThirty = measured('2025-Q3', 30, { comparator: 'greaterThan', state: 'unverified' })
const statuses = ProgressStatus.options
const steps = (page: ReturnType<typeof indicatorPage>) =>
  whySteps(page).map(({ title, working }) => `${title}: ${working}`)

describe('the first sentence of a page', () => {
  const sentences: Record<ProgressStatus, string> = {
    missed: 'Quý IV/2025: không đạt mốc 2025 (≥60%): 40% tại quý IV/2025, còn thiếu 20 điểm phần trăm.',
    lost: 'Quý III/2026: 93,8%; quý IV/2025 đã đạt mức này (100%), nay không còn đạt. Còn thiếu 6,2 điểm phần trăm để đạt mốc 2030 (≥100%), cần thêm 0,37 điểm mỗi quý.',
    regressing:
      'Quý III/2026: 38%, giảm 2 điểm phần trăm so với quý IV/2025. Còn thiếu 62 điểm phần trăm để đạt mốc 2030 (≥100%), cần thêm 3,6 điểm mỗi quý.',
    behind:
      'Quý III/2026: 42%, thấp hơn mức cần có tại quý III/2026 (49%). Còn thiếu 58 điểm phần trăm để đạt mốc 2030 (≥100%), cần thêm 3,4 điểm mỗi quý.',
    needsAcceleration:
      'Quý IV/2026: 48%, thấp hơn mức cần có tại quý IV/2026 (52%). Còn thiếu 52 điểm phần trăm để đạt mốc 2030 (≥100%), cần thêm 3,3 điểm mỗi quý.',
    insufficientData:
      'Quý III/2026: 40% (số liệu quý IV/2025). Còn thiếu 60 điểm phần trăm để đạt mốc 2030 (≥100%), cần thêm 3,5 điểm mỗi quý. Chưa đánh giá được tiến độ: chưa có số liệu sau mốc 2025.',
    noData: 'Quý III/2026: chưa có số liệu, chưa tính được khoảng cách đến mốc 2030 (≥100%).',
    onTrack:
      'Quý III/2026: 49%, đạt mức cần có tại quý III/2026 (49%). Còn thiếu 51 điểm phần trăm để đạt mốc 2030 (≥100%), cần thêm 3 điểm mỗi quý.',
    achieved: 'Quý III/2026: 85%, đạt mốc 2030 (80 - 90%). Mốc 2035 (≥100%) còn thiếu 15 điểm phần trăm.',
    unreadTarget:
      'Quý III/2026: 62%. Chưa đọc được mục tiêu của mốc 2030 (theo hướng dẫn của thành phố) nên chưa tính được khoảng cách.',
    notYetDue:
      'Quý III/2026: 0%. Chưa đến giai đoạn thực hiện mốc 2035 (≥100%); còn thiếu 100 điểm phần trăm.',
    noTarget: 'Quý III/2026: kế hoạch không đặt mục tiêu cho mốc nào; ghi nhận 5%.',
  }
  test.each(statuses)('says of one that is %s what matters', (status) => {
    const page = indicatorPage(inEachStatus[status])
    expect(page.status).toBe(status)
    expect(leadingSentence(page)).toBe(sentences[status])
  })

  test.each<[string, Parameters<typeof indicatorPage>[0], string]>([
    [
      'a value known only as "trên 30%" lacks less than the difference',
      { targets: targets(null, 60), measurements: [aboveThirty] },
      'Quý III/2026: trên 30% (số liệu quý III/2025). Còn thiếu dưới 30 điểm phần trăm để đạt mốc 2030 (≥60%), cần thêm dưới 1,8 điểm mỗi quý. Chưa đánh giá được tiến độ: chưa có số liệu sau mốc 2025.',
    ],
    [
      'a value known only as "trên 30%" meets 30 % without just meeting it',
      { targets: targets(null, 30), measurements: [aboveThirty] },
      'Quý III/2026: trên 30% (số liệu quý III/2025), đạt mốc 2030 (≥30%).',
    ],
    [
      'a value on its target just meets it',
      { targets: targets(60), measurements: [measured('2026-Q3', 60)] },
      'Quý III/2026: 60%, vừa đạt mốc 2025 (≥60%).',
    ],
    [
      'a value above its range is beyond its lower bound',
      { targets: [target(2030, 80, 90)], measurements: [measured('2026-Q3', 95)] },
      'Quý III/2026: 95%, đạt mốc 2030 (80 - 90%), vượt 15 điểm phần trăm.',
    ],
    [
      'a fall that is better for an indicator to decrease is told as what it is',
      {
        indicator: { direction: 'decrease' },
        targets: [target(2025, null), ceiling(2030, 10)],
        measurements: [measured('2025-Q1', 40), measured('2026-Q3', 39)],
      },
      'Quý III/2026: 39%, cao hơn mức cần có tại quý III/2026 (35,5%). Cần giảm thêm 29 điểm phần trăm để đạt mốc 2030 (≤10%), cần giảm 1,7 điểm mỗi quý.',
    ],
  ])('%s', (_, input, sentence) => expect(leadingSentence(indicatorPage(input))).toBe(sentence))
})

describe('"Vì sao?"', () => {
  const ofTheWay = [
    'Giá trị v',
    'Mốc đang xét',
    'Khoảng cách',
    'Điểm xuất phát A',
    'Mức cần có tại quý III/2026',
  ]
  const judgedByPace = [...ofTheWay, 'Hệ số tiến độ p', 'Cần thêm mỗi quý']
  const titles: Record<ProgressStatus, string[]> = {
    noTarget: ['Giá trị v', 'Mốc đang xét'],
    unreadTarget: ['Giá trị v', 'Mốc đang xét'],
    notYetDue: ['Giá trị v', 'Mốc đang xét', 'Khoảng cách'],
    noData: ['Giá trị v', 'Mốc đang xét'],
    achieved: ['Giá trị v', 'Mốc đang xét', 'Khoảng cách'],
    missed: ['Giá trị v', 'Mốc đang xét', 'Khoảng cách', 'Kết luận mốc 2025'],
    lost: [...ofTheWay, 'Cần thêm mỗi quý'],
    insufficientData: [...ofTheWay.slice(0, 4), 'Cần thêm mỗi quý'],
    onTrack: judgedByPace,
    needsAcceleration: judgedByPace.map((title) => title.replace('III', 'IV')),
    behind: judgedByPace,
    regressing: judgedByPace,
  }
  test.each(statuses)('shows of one that is %s the steps that led there, and no other', (status) => {
    const page = indicatorPage(inEachStatus[status])
    expect(whySteps(page).map(({ title }) => title)).toEqual(titles[status])
  })

  test.each(statuses)('asks the twelve rules in turn and stops at %s', (status) => {
    const checks = ruleChecks(indicatorPage(inEachStatus[status]))
    const matched = checks.findIndex((check) => check.matched)
    expect(checks).toHaveLength(12)
    expect(checks[matched]?.status).toBe(status)
    expect(checks.filter((check) => check.matched)).toHaveLength(1)
    expect(checks.map(({ finding }) => finding !== null)).toEqual(checks.map((_, index) => index <= matched))
  })

  test('reckons the worked example of indicator 1 with its numbers', () => {
    expect(steps(indicatorPage(inEachStatus.needsAcceleration))).toEqual([
      'Giá trị v: v = 48%, số liệu quý IV/2026 (tv)',
      'Mốc đang xét: T = 100 (kế hoạch ghi “≥100%”), hạn quý IV/2030 (tM): mốc gần nhất có mục tiêu',
      'Khoảng cách: 100 − 48 = 52 điểm phần trăm: còn thiếu 52 điểm phần trăm',
      'Điểm xuất phát A: vA = 40, quý IV/2025 (tA): số liệu tại mốc 2025',
      'Mức cần có tại quý IV/2026: 40 + (100 − 40) × 4 quý / 20 quý = 52%',
      'Hệ số tiến độ p: p = [(48 − 40) / (100 − 40)] / [4 quý / 20 quý] ≈ 0,67',
      'Cần thêm mỗi quý: (100 − 48) / 16 quý ≈ 3,3 điểm mỗi quý',
    ])
  })

  test.each<[string, Parameters<typeof indicatorPage>[0], string]>([
    [
      'a share shows its two figures',
      { measurements: [share('2026-Q3', 2, 3)] },
      'Giá trị v: v = 100 × 2 / 3 ≈ 66,7%, số liệu quý III/2026 (tv)',
    ],
    [
      'a share of nothing is not 0',
      { measurements: [share('2026-Q3', 0, 0)] },
      'Giá trị v: Không tính được: mẫu số bằng 0.',
    ],
    [
      'a range counts from its lower bound',
      { targets: [target(2030, 80, 90)], measurements: [measured('2026-Q3', 85)] },
      'Mốc đang xét: T = 80 (kế hoạch ghi “80 - 90%”, tính từ cận dưới), hạn quý IV/2030 (tM): mốc gần nhất có mục tiêu',
    ],
    [
      'after the last milestone the last one stays',
      { targets: targets(60), measurements: [measured('2026-Q3', 40)] },
      'Mốc đang xét: T = 60 (kế hoạch ghi “≥60%”), hạn quý IV/2025 (tM): mốc cuối cùng có mục tiêu',
    ],
    [
      'an anchor measured before the milestone says so',
      { measurements: [measured('2025-Q2', 40), measured('2026-Q3', 42)] },
      'Điểm xuất phát A: vA = 40, quý II/2025 (tA): lần đo gần nhất trước mốc 2025',
    ],
    [
      'an anchor after a milestone that nobody measured is assumed',
      { measurements: [measured('2026-Q1', 40), measured('2026-Q3', 42)] },
      'Điểm xuất phát A: vA = 40, quý I/2026 (tA): số liệu đầu tiên, vì không có số liệu tại mốc 2025 hoặc trước đó',
    ],
    [
      'an anchor before the first milestone does not speak of one that has passed',
      { asOf: '2025-Q3', measurements: [measured('2025-Q1', 40), measured('2025-Q3', 42)] },
      'Điểm xuất phát A: vA = 40, quý I/2025 (tA): số liệu đầu tiên, vì chưa qua mốc nào',
    ],
  ])('%s', (_, input, step) => expect(steps(indicatorPage(input))).toContain(step))
})

describe('a milestone that has come', () => {
  test.each<[string, Parameters<typeof indicatorPage>[0], string[]]>([
    [
      'was missed by what was measured then, whatever is measured now',
      { measurements: [measured('2025-Q4', 40), measured('2026-Q3', 70)] },
      ['2025 (≥60%): không đạt, 40% tại quý IV/2025, còn thiếu 20 điểm phần trăm'],
    ],
    [
      'was met by the last figure before it',
      { measurements: [measured('2025-Q3', 62.1)] },
      ['2025 (≥60%): đã đạt, 62,1% tại quý III/2025, vượt 2,1 điểm phần trăm'],
    ],
    [
      'was met by a value known only as "trên 30%"',
      { targets: targets(30), measurements: [aboveThirty] },
      ['2025 (≥30%): đã đạt, trên 30% tại quý III/2025'],
    ],
    [
      'was not reported',
      { measurements: [measured('2026-Q3', 70)] },
      ['2025 (≥60%): không có số liệu tại quý IV/2025 và 4 quý trước đó'],
    ],
    ['without a target is not judged', { targets: targets(null, 60), measurements: [] }, []],
  ])('%s', (_, input, texts) =>
    expect(passedMilestones(indicatorPage(input)).map(({ text }) => text)).toEqual(texts),
  )
})

test('each flag is told with its quarter, and nothing is told of a milestone that has not come', () => {
  const told = (input: Parameters<typeof indicatorPage>[0]) =>
    flagNotes(indicatorPage(input)).map(({ label, meaning }) => `${label}: ${meaning}`)
  expect(told({ asOf: '2026-Q4', closed: '2026-Q3', measurements: [aboveThirty] })).toEqual([
    'Quá hạn báo cáo: Kỳ báo cáo gần nhất đã đến hạn, xét đến quý IV/2026, chưa có số liệu được duyệt.',
    'Số liệu cũ hơn 4 quý: Số liệu dùng để tính là của quý III/2025, cũ hơn 4 quý so với quý IV/2026.',
    'Chưa xác minh: Số liệu quý III/2025 trích từ báo cáo của đơn vị, chưa được duyệt.',
  ])
  const early = { asOf: '2025-Q3', closed: '2025-Q3', measurements: [measured('2025-Q3', 42)] }
  expect(told(early)).toEqual([
    'Tính từ số liệu đầu tiên: Tiến độ tính từ số liệu đầu tiên (quý III/2025), vì chưa qua mốc nào.',
  ])
})
