import {
  exactValue,
  type Measurement,
  type Output,
  type ProgressInput,
  type ProgressStatus,
  progressOf,
  reportingWindow,
  round,
  shiftQuarter,
  toNumber,
  valuePlaces,
} from '@moc57/shared'
import type { ProgressItem, readIndicator } from '@moc57/shared/api'
import { measured, progressInput, target, targets, unread } from './make-progress.ts'

type Input = NonNullable<Parameters<typeof progressInput>[0]>

/** A line of a list, reckoned from targets and measurements as the server reckons it. */
export function progressItem(input: Input, overrides: Partial<ProgressItem> = {}): ProgressItem {
  return {
    ...progressOf(progressInput(input)),
    number: 1,
    name: 'Tỷ lệ phủ sóng 5G trên địa bàn phường',
    shortName: 'Phủ sóng 5G trên địa bàn',
    unitOfMeasure: '%',
    naturalMaximum: 100,
    direction: input.indicator?.direction ?? 'increase',
    groupCode: 'I',
    urgencyRank: 1,
    assignment: null,
    previous: null,
    ...overrides,
  }
}

/** A measurement as the series of an indicator has it: a share with its value beside its two figures. */
export function recorded(figure: ProgressInput['measurements'][number]): Measurement {
  const value = exactValue(figure)
  return {
    ...figure,
    value: value && toNumber(round(value, valuePlaces)),
    revision: 1,
    source: null,
    quotation: null,
    note: null,
    reason: null,
    recordedBy: 'vhxh',
    recordedAt: '2026-09-15T01:02:00.000Z',
  }
}

const kienAn = { code: '11443', name: 'Kiến An', type: 'phường', provinceCode: '31' } as const

/** The answer that an indicator page is made of. */
export function indicatorPage(
  input: Input,
  overrides: Partial<Output<typeof readIndicator>> = {},
): Output<typeof readIndicator> {
  const { asOf, measurements, indicator } = progressInput(input)
  const document = {
    id: 'plan',
    kind: 'plan',
    number: null,
    issuedOn: '2025-10-21',
    title: 'Kế hoạch',
    note: null,
  } as const
  return {
    notice: null,
    unit: kienAn,
    asOf,
    knownOn: null,
    currentQuarter: shiftQuarter(asOf, 1),
    window: reportingWindow(asOf),
    plan: { source: 'own', unit: kienAn, document },
    ...progressItem(input),
    group: { code: 'I', name: 'Phát triển hạ tầng' },
    frequency: indicator.frequency,
    numerator: null,
    denominator: null,
    deliverable: null,
    ownTargets: [],
    series: measurements.map(recorded),
    ...overrides,
  }
}

/** For each of the twelve statuses, something that has it at quý III/2026 or at the quarter it names. */
export const inEachStatus: Record<ProgressStatus, Input> = {
  noTarget: { targets: targets(null, null, null, null, null), measurements: [measured('2026-Q3', 5)] },
  noData: { measurements: [] },
  unreadTarget: {
    targets: [target(2025, 60), unread(2030, 'theo hướng dẫn của thành phố')],
    measurements: [measured('2025-Q4', 61), measured('2026-Q3', 62)],
  },
  notYetDue: {
    targets: targets(null, null, 100, 100, 100),
    measurements: [measured('2026-Q1', 0), measured('2026-Q3', 0)],
  },
  achieved: {
    targets: [target(2025, 60), target(2030, 80, 90), target(2035, 100)],
    measurements: [measured('2025-Q4', 62), measured('2026-Q3', 85)],
  },
  missed: { asOf: '2025-Q4', measurements: [measured('2025-Q4', 40)] },
  lost: { measurements: [measured('2025-Q4', 100), measured('2026-Q3', 93.75)] },
  insufficientData: { measurements: [measured('2025-Q4', 40)] },
  onTrack: { measurements: [measured('2025-Q4', 40), measured('2026-Q3', 49)] },
  needsAcceleration: { asOf: '2026-Q4', measurements: [measured('2025-Q4', 40), measured('2026-Q4', 48)] },
  behind: { measurements: [measured('2025-Q4', 40), measured('2026-Q3', 42)] },
  regressing: { measurements: [measured('2025-Q4', 40), measured('2026-Q3', 38)] },
}
