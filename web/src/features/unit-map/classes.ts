import { compareStatus, differenceUnit, formatNumber, ProgressStatus, statusLabels } from '@moc57/shared'
import type { MapView } from './search.ts'

/** How a shape is filled: a status, a step from light to dark of results or of gaps, met, or nothing known. */
export type Fill = ProgressStatus | `result-${number}` | `gap-${number}` | 'met'

/** The mark that a fill carries where there is room for one; bands of results and gaps carry none. */
export function markOf(fill: Fill): ProgressStatus | undefined {
  return fill === 'met' ? 'achieved' : ProgressStatus.safeParse(fill).data
}

/** One line of the legend, and the units that are filled so. */
export type MapClass = { fill: Fill; label: string; count: number }

type Known = { value: number | null; gap: number | null; status: ProgressStatus }

const steps = 5
const widths = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000]

/**
 * Sorts units into the classes that a map can tell apart: statuses, or at most five equal bands on round numbers.
 * The worst first, what is not known last.
 */
export function classesOf(
  cells: readonly Known[],
  view: MapView,
  unitOfMeasure: string,
): { fills: Fill[]; classes: MapClass[] } {
  if (view === 'trang-thai') {
    const fills = cells.map(({ status }) => status)
    const present = [...new Set(fills)].sort(compareStatus)
    return {
      fills,
      classes: counted(
        fills,
        present.map((fill) => ({ fill, label: statusLabels[fill] })),
      ),
    }
  }
  return view === 'ket-qua' ? byResult(cells, unitOfMeasure) : byGap(cells, unitOfMeasure)
}

const unknown = { fill: 'noData', label: statusLabels.noData } as const

function byResult(cells: readonly Known[], unitOfMeasure: string) {
  const bands = bandsOf(cells.flatMap(({ value }) => value ?? []))
  const fills = cells.map(
    ({ value }): Fill => (value === null ? 'noData' : `result-${shadeOf(bands, value)}`),
  )
  const labels = bands.map((band, place) => ({
    fill: `result-${shade(place, bands.length)}` as const,
    label: bandLabel(band, unitOfMeasure),
  }))
  return { fills, classes: counted(fills, [...labels, unknown]) }
}

function byGap(cells: readonly Known[], unitOfMeasure: string) {
  const bands = bandsOf(cells.flatMap(({ gap }) => (gap !== null && gap > 0 ? gap : [])))
  const fills = cells.map(({ gap, status }): Fill => {
    if (gap === null) return status === 'noTarget' ? 'noTarget' : 'noData'
    return gap > 0 ? `gap-${shadeOf(bands, gap)}` : 'met'
  })
  const labels = bands
    .map((band, place) => ({
      fill: `gap-${shade(place, bands.length)}` as const,
      label: `thiếu ${bandLabel(band, differenceUnit(unitOfMeasure))}`,
    }))
    .reverse()
  return {
    fills,
    classes: counted(fills, [
      ...labels,
      { fill: 'met', label: 'đã đạt mốc' },
      unknown,
      { fill: 'noTarget', label: statusLabels.noTarget },
    ]),
  }
}

function counted(fills: readonly Fill[], classes: readonly { fill: Fill; label: string }[]): MapClass[] {
  return classes
    .map((one) => ({ ...one, count: fills.filter((fill) => fill === one.fill).length }))
    .filter(({ count }) => count > 0)
}

type Band = { from: number; to: number }

/** Equal bands on round numbers from the lowest to the highest value. */
export function bandsOf(values: readonly number[]): Band[] {
  if (values.length === 0) return []
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const startFor = (width: number) => Math.floor(round(lowest / width))
  const countFor = (width: number) => Math.floor(round(highest / width)) - startFor(width) + 1
  const fits = widths.find((width) => countFor(width) <= steps)
  const width = fits ?? Math.ceil((highest - lowest) / (steps - 1))
  // The upper end of the last band belongs to it, so that 100% is no band of its own.
  const whole = highest > lowest && round(highest / width) % 1 === 0 ? 1 : 0
  return Array.from({ length: Math.max(1, countFor(width) - whole) }, (_, place) => ({
    from: round((startFor(width) + place) * width),
    to: round((startFor(width) + place + 1) * width),
  }))
}

function shadeOf(bands: readonly Band[], value: number): number {
  const place = bands.findIndex(({ to }) => value < to)
  return shade(place === -1 ? bands.length - 1 : place, bands.length)
}

/** From light to dark: few bands stand as far apart as five do. */
function shade(place: number, bands: number): number {
  return bands < 2 ? Math.floor(steps / 2) : Math.round((place * (steps - 1)) / (bands - 1))
}

/** Ten decimals: enough for the widths above, and no dust of binary fractions. */
const round = (value: number) => Number(value.toFixed(10))

function bandLabel({ from, to }: Band, unitOfMeasure: string): string {
  const unit = unitOfMeasure === '%' ? '%' : ` ${unitOfMeasure}`
  return `${formatNumber(from, 2)} đến ${formatNumber(to, 2)}${unit}`
}
