import { flagLabels, formatDay, formatNumber, type Progress, type ProgressFlag } from '@moc57/shared'

/** A result in a sheet: the number, or words where the source gives a bound or nobody has verified it. */
export function resultInCell({
  value,
  comparator,
  flags,
}: Pick<Progress, 'value' | 'comparator' | 'flags'>): number | string | null {
  if (value === null) return null
  const isUnverified = flags.includes('unverified')
  if (!comparator && !isUnverified) return value
  const words = `${comparator ? 'trên ' : ''}${formatNumber(value, 4)}`
  return isUnverified ? `${words} (${flagLabels.unverified.toLowerCase()})` : words
}

/** The same among other units, where a value that is too old to be ranked says so. */
export function comparedInCell(figure: Parameters<typeof resultInCell>[0]): number | string | null {
  const shown = resultInCell(figure)
  if (shown === null || !figure.flags.includes('stale')) return shown
  return `${typeof shown === 'number' ? formatNumber(shown, 4) : shown} (cũ hơn 4 quý)`
}

/** The headings of a gap and of a pace, whichever way is better. */
const gapOf = (aim: string) => `Còn thiếu hoặc cần giảm thêm ${aim} (số âm: tốt hơn mục tiêu)`
export const gapHeading = gapOf('đến mốc')
export const gapOfYearHeading = gapOf('theo mục tiêu của năm')
export const neededHeading = 'Cần thêm hoặc cần giảm mỗi quý'
export const directionHeading = 'Chiều tốt lên'

/** What is to be noted of a figure. */
export function flagsInWords(flags: readonly ProgressFlag[]): string {
  return flags.map((flag) => flagLabels[flag]).join('; ')
}

/** ", theo số liệu có đến hết ngày 30/06/2026"; nothing for what is known today. */
export function knownInWords(knownOn: string | null): string {
  return knownOn ? `, theo số liệu có đến hết ngày ${formatDay(knownOn)}` : ''
}
