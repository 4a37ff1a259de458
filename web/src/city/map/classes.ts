import {
  compareStatus,
  type Direction,
  differenceUnit,
  formatNumber,
  isMetAt,
  type ProgressStatus,
  progressStatuses,
  statusLabels,
} from '@moc57/shared'
import type { ComparisonCell } from '@moc57/shared/api'
import { statusesWithoutFigure, statusWithoutFigure } from '../compared-words.ts'
import type { MapView } from './search.ts'

/** How a shape is filled: a status, a step from light to dark of results or of gaps, met, or nothing known. */
export type Fill = ProgressStatus | `result-${number}` | `gap-${number}` | 'met'

/** The mark that a fill carries where there is room for one; bands of results and gaps carry none. */
export function markOf(fill: Fill): ProgressStatus | undefined {
  return fill === 'met' ? 'achieved' : progressStatuses.find((status) => status === fill)
}

/** One line of the legend, and the units that are filled so. */
export type MapClass = { fill: Fill; label: string; count: number }

type Known = Pick<ComparisonCell, 'value' | 'comparator' | 'gap' | 'strict' | 'status'>
type Shown = { unitOfMeasure: string; direction: Direction }

const steps = 5
const widths = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000]

/**
 * Sorts units into the classes that a map can tell apart: statuses, or at most five equal bands on round numbers.
 * The worst first, what is not known last.
 */
export function classesOf(
  cells: readonly Known[],
  view: MapView,
  shown: Shown,
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
  return view === 'ket-qua' ? byResult(cells, shown) : byGap(cells, shown)
}

const withoutFigure = statusesWithoutFigure.map((fill) => ({ fill, label: statusLabels[fill] }))

/** The darker the better, whichever way is better. */
function byResult(cells: readonly Known[], { unitOfMeasure, direction }: Shown) {
  const bands = bandsOf(cells.flatMap(({ value }) => value ?? []))
  const good = (shade: number) => (direction === 'increase' ? shade : steps - 1 - shade)
  const fills = cells.map(
    ({ value, status }): Fill =>
      value === null ? statusWithoutFigure(status) : `result-${good(shadeOf(bands, value))}`,
  )
  const labels = bands.map((band, place) => ({
    fill: `result-${good(shade(place, bands.length))}` as const,
    label: bandLabel(band, unitOfMeasure),
  }))
  const worstFirst = direction === 'increase' ? labels : labels.reverse()
  return { fills, classes: counted(fills, [...worstFirst, ...withoutFigure]) }
}

function byGap(cells: readonly Known[], { unitOfMeasure, direction }: Shown) {
  const isMissing = (cell: Known): cell is Known & { gap: number } =>
    cell.gap !== null && cell.status !== 'notYetDue' && !isMetAt(cell.gap, cell, cell, direction)
  const bands = bandsOf(cells.filter(isMissing).map(({ gap }) => gap))
  const fills = cells.map((cell): Fill => {
    if (isMissing(cell)) return `gap-${shadeOf(bands, cell.gap)}`
    return cell.gap === null || cell.status === 'notYetDue' ? statusWithoutFigure(cell.status) : 'met'
  })
  const words = direction === 'increase' ? 'thiếu' : 'giảm thêm'
  const labels = bands
    .map((band, place) => ({
      fill: `gap-${shade(place, bands.length)}` as const,
      label: `${words} ${bandLabel(band, differenceUnit(unitOfMeasure))}`,
    }))
    .reverse()
  return {
    fills,
    classes: counted(fills, [...labels, { fill: 'met', label: 'đã đạt mốc' }, ...withoutFigure]),
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
  const end = `đến ${formatNumber(to, 2)}${unit}`
  return from === 0 ? end : `${formatNumber(from, 2)} ${end}`
}
