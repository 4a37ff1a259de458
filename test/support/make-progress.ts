import {
  type CountedMeasurement,
  type Direction,
  type MilestoneTarget,
  type Progress,
  type ProgressInput,
  type ProgressStatus,
  withoutBound,
} from '@moc57/shared'

/** A counted value of a quarter, approved unless said otherwise. */
export function measured(
  period: string,
  value: number | null,
  overrides: Partial<CountedMeasurement> = {},
): CountedMeasurement {
  return {
    period,
    value,
    numerator: null,
    denominator: null,
    comparator: null,
    state: 'approved',
    ...overrides,
  }
}

/** A counted share of a quarter, known by what was counted and over what. */
export function share(period: string, numerator: number, denominator: number): CountedMeasurement {
  return measured(period, null, { numerator, denominator })
}

/** A target by its lower bound; `null` is the printed "-". */
export function target(
  milestone: number,
  lower: number | null,
  upper: number | null = null,
): MilestoneTarget {
  const text = lower === null ? '-' : upper === null ? `≥${lower}%` : `${lower} - ${upper}%`
  const kind = lower === null ? 'none' : upper === null ? 'atLeast' : 'range'
  return {
    milestone,
    text,
    kind,
    lower,
    upper,
    strict: false,
    object: null,
    aspirational: false,
    source: 'reference',
    wasInForce: true,
  }
}

/** A target that nobody could read. */
export function unread(milestone: number, text: string): MilestoneTarget {
  return { ...withoutBound('unread', text), milestone, source: 'reference', wasInForce: true }
}

/** A ceiling: not above this. */
export function ceiling(milestone: number, upper: number): MilestoneTarget {
  return { ...target(milestone, upper), text: `≤${upper}%`, kind: 'atMost', lower: null, upper }
}

/** The five milestones of Phụ lục 01 with these bounds. */
export function targets(...bounds: (number | null)[]): MilestoneTarget[] {
  return bounds.map((lower, index) => target(2025 + 5 * index, lower))
}

/** Indicator 1 of phường Kiến An: ≥60 % by the end of 2025, then 100 %. */
export const indicatorOne = targets(60, 100, 100, 100, 100)

/** A share to increase, seen at 2026-Q3 in the days after that quarter closed, with indicator 1's targets. */
export function progressInput(
  overrides: Partial<Omit<ProgressInput, 'indicator'>> & {
    indicator?: Partial<ProgressInput['indicator']>
  } = {},
): ProgressInput {
  const asOf = overrides.asOf ?? '2026-Q3'
  return {
    asOf,
    closed: asOf,
    targets: indicatorOne,
    measurements: [],
    ...overrides,
    indicator: {
      direction: 'increase',
      naturalMaximum: 100,
      frequency: 'quarterly',
      inForceFrom: null,
      ...overrides.indicator,
    },
  }
}

/** The quarter that lies `quarters` after 2025-Q4, the end of the first milestone year. */
export function afterFirstMilestone(quarters: number): string {
  const quarter = 3 + quarters
  return `${2025 + Math.floor(quarter / 4)}-Q${(((quarter % 4) + 4) % 4) + 1}`
}

/**
 * A baseline measured at the end of 2025, whose milestone was due then, and a value some quarters later on the way
 * to a target at the end of 2030: a row of the worked table.
 */
export function onTheWay(row: {
  baseline: number
  goal: number
  quarters: number
  value: number
  direction?: Direction
}): ProgressInput {
  const asOf = afterFirstMilestone(row.quarters)
  return progressInput({
    asOf,
    indicator: { direction: row.direction ?? 'increase' },
    targets: [2025, 2030].map((year) => (row.direction === 'decrease' ? ceiling : target)(year, row.goal)),
    measurements: [measured('2025-Q4', row.baseline), measured(asOf, row.value)],
  })
}

/** The statuses that are decided by the pace ratio. */
export const paceStatuses: readonly ProgressStatus[] = [
  'onTrack',
  'needsAcceleration',
  'behind',
  'regressing',
]

/** What the path of a result starts from and leads to, short enough for a table. */
export function anchorText({ pace: { anchor } }: Progress): string | null {
  return anchor && `${anchor.value} ở ${anchor.period}${anchor.assumed ? ' (giả định)' : ''}`
}
