import type { ReportingWindow } from './quarter.ts'
import { decimal, round, subtract, toNumber } from './rational.ts'

/**
 * Rounding is for the eye alone and happens here; nothing is decided on what this file returns. One rule for every
 * page: values, differences and rates show one decimal; a difference below 1 shows two significant digits, and what
 * stands beside it as many decimals, so that what is shown adds up and nothing looks equal that is not. What was
 * recorded, and what is compared closely, shows two decimals.
 */
const decimals = perDigits((digits) => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: digits }))
/** Decimals that a value is stored with: more are never shown. */
const mostPlaces = 4

/** Making a format takes a phone tens of milliseconds: one a number of digits, as it is first needed. */
function perDigits(make: (digits: number) => Intl.NumberFormat): (digits: number) => Intl.NumberFormat {
  const made = new Map<number, Intl.NumberFormat>()
  return (digits) => {
    const format = made.get(digits) ?? make(digits)
    made.set(digits, format)
    return format
  }
}

/** "1.234,5", with at most `digits` decimals. */
export function formatNumber(value: number | bigint, digits = 1): string {
  return decimals(digits)
    .format(value)
    .replace(/^-(?=[0,]*$)/, '')
}

/** The decimals that a difference is shown with: one from 1 on, below that as many as two significant digits take. */
function placesOf(difference: number): number {
  const size = Math.abs(difference)
  if (size === 0 || size >= 1) return 1
  return Math.min(mostPlaces, 1 - Math.floor(Math.log10(size)))
}

/** The decimals that a bound is printed with. */
function placesOfBound(bound: number): number {
  return Math.min(mostPlaces, String(bound).split('.')[1]?.length ?? 0)
}

/** The decimals of a value and of what is left to its bound, where they stand side by side. */
function placesBeside(value: number, bound: number): number {
  return Math.max(placesOf(toNumber(subtract(decimal(bound), decimal(value)))), placesOfBound(bound))
}

/**
 * A value beside its bound: as many decimals as what is left between them takes, so that a value that misses the
 * bound never looks as if it met it (59,96 beside 60 is not shown as 60).
 */
export function formatValue(value: number, unitOfMeasure: string, bound?: number | null): string {
  return withUnit(formatBeside(value, bound), unitOfMeasure)
}

/** The number of it, where the unit of measure is said elsewhere. */
export function formatBeside(value: number, bound?: number | null): string {
  return formatNumber(value, bound == null ? 1 : placesBeside(value, bound))
}

/**
 * A level that is reckoned, not printed, such as where one should have been: with the decimals that tell it from the
 * value beside it, and no more (61,5 beside 56,9, but 62,06 beside 62,04).
 */
export function levelBeside(level: number, value: number): number {
  const apart = toNumber(subtract(decimal(level), decimal(value)))
  return toNumber(round(decimal(level), placesOf(apart)))
}

/** The same in words: "61,5%". */
export function formatLevel(level: number, unitOfMeasure: string, value: number | null): string {
  return withUnit(formatNumber(value === null ? level : levelBeside(level, value), mostPlaces), unitOfMeasure)
}

const recordedPlaces = 2

/** A figure in a record or a ranking, with two decimals, more where a change of it beside it takes more: "62,67%". */
export function formatRecorded(value: number, unitOfMeasure: string, change = 0): string {
  return withUnit(formatNumber(value, Math.max(recordedPlaces, placesOf(change))), unitOfMeasure)
}

function withUnit(number: string, unitOfMeasure: string): string {
  return unitOfMeasure === '%' ? `${number}%` : `${number} ${unitOfMeasure}`
}

/** What a difference of two values is measured in: two shares differ by "điểm phần trăm", never by "%". */
export function differenceUnit(unitOfMeasure: string): string {
  return unitOfMeasure === '%' ? 'điểm phần trăm' : unitOfMeasure
}

/** A difference of two values: "14,2 điểm phần trăm", "3 tổ". Small ones keep their first digits. */
export function formatDifference(difference: number, unitOfMeasure: string): string {
  return `${formatDistance(difference)} ${differenceUnit(unitOfMeasure)}`
}

/** A pace: "2,2 điểm mỗi quý", "2 tổ mỗi quý". */
export function formatRate(perQuarter: number, unitOfMeasure: string): string {
  return `${formatDistance(perQuarter)} ${unitOfMeasure === '%' ? 'điểm' : unitOfMeasure} mỗi quý`
}

const tiesDown = perDigits(
  (digits) => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: digits, roundingMode: 'halfFloor' }),
)

/**
 * The number of a gap (bound − value) without its sign, with the decimals of a difference and of its bound. A tie is
 * rounded so that value and gap, as they are shown, add up to the bound: 93,75 of 100 is 93,8 and lacks 6,2.
 */
export function formatGap(gap: number, bound = 0): string {
  const places = Math.max(placesOf(gap), placesOfBound(bound))
  return tiesDown(places).format(gap).replace('-', '')
}

/** The number of a difference: one decimal, below 1 two significant digits ("0,054"). */
export function formatDistance(difference: number): string {
  return formatNumber(difference, placesOf(difference))
}

/**
 * A change beside the two values that `formatRecorded` shows, so that the three agree: "+7,75" beside 91,65 and 99,4,
 * "−0,054", "0" only where nothing changed.
 */
export function formatChange(before: number, after: number): string {
  const places = Math.max(recordedPlaces, placesOf(toNumber(subtract(decimal(after), decimal(before)))))
  const shown = toNumber(subtract(round(decimal(after), places), round(decimal(before), places)))
  const sign = shown > 0 ? '+' : shown < 0 ? '−' : ''
  return sign + formatNumber(Math.abs(shown), places)
}

/** "05/03/2026" of "2026-03-05", "3/2026" of "2026-03". */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return date ? `${date}/${month}/${year}` : `${Number(month)}/${year}`
}

let moment: Intl.DateTimeFormat | undefined

function momentFormat(): Intl.DateTimeFormat {
  moment ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  })
  return moment
}

/** "08:02 05/03/2026", in the zone of Viet Nam. */
export function formatMoment(instant: string): string {
  const parts = Object.fromEntries(
    momentFormat()
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.hour}:${parts.minute} ${parts.day}/${parts.month}/${parts.year}`
}

/** "từ 15/06/2026 đến 14/09/2026" */
export function formatWindow({ from, to }: ReportingWindow): string {
  return `từ ${formatDay(from)} đến ${formatDay(to)}`
}
