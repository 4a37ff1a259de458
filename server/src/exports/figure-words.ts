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

/** What is to be noted of a figure. */
export function flagsInWords(flags: readonly ProgressFlag[]): string {
  return flags.map((flag) => flagLabels[flag]).join('; ')
}

/** ", theo số liệu đã biết đến hết ngày 30/06/2026"; nothing for what is known today. */
export function knownInWords(knownOn: string | null): string {
  return knownOn ? `, theo số liệu đã biết đến hết ngày ${formatDay(knownOn)}` : ''
}
